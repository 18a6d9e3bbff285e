import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { engine } from '../../data/engine.ts';
import { useMay } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions, useScanner } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { hush } from '../../ui/messages.ts';
import { ListSheet } from '../../ui/list-table.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Empty, Fault } from '../../ui/states.tsx';
import { MemberSide, type OpenedMember } from './member-side.tsx';
import { MemberTable } from './member-table.tsx';
import { EVERYBODY, SearchField } from './search-field.tsx';
import { useMemberPages } from './use-pages.ts';
import { usePeopleList } from './use-people-list.ts';

const words = id.members;

interface MemberListProps {
  readonly onBuyers: () => void;
  readonly onImport: () => void;
}

/** All members, and one of them open beside the list. */
export function MemberList({ onBuyers, onImport }: MemberListProps) {
  const { filter, asked, row, opened, field, ...list } = usePeopleList<NonNullable<OpenedMember>>();
  const mayEdit = useMay('member.edit');
  const here = useMemberPages(asked, row, row);
  const total = here.total ?? 0;
  const actions = useListActions({
    search: list.search,
    add: () => list.show({ kind: 'new' }),
    buyers: () => {
      hush();
      onBuyers();
    },
    ...(mayEdit && {
      import: () => {
        hush();
        onImport();
      },
    }),
  });
  useScanner((code) => {
    list.narrow({ text: code });
    void memberOfCard(code).then((memberId) => {
      if (memberId !== undefined) list.show({ kind: 'member', memberId });
    });
  });

  return (
    <Screen
      title={words.title}
      aside={here.total === undefined ? undefined : words.found(formatAmount(here.total))}
      tools={actions.map((action) => (
        <ActionButton key={action.id} action={action} withIcon />
      ))}
      rail={<MemberSide opened={opened} onOpen={list.turnTo} onClose={list.close} />}
    >
      <ListSheet>
        <SearchField
          field={field}
          label={words.search}
          hint={words.searchHint}
          filter={filter}
          onFilter={list.narrow}
          onMove={(step) => list.move(step, total)}
          onEnter={() => {
            const member = here.at(row);
            if (member !== undefined) list.show({ kind: 'member', memberId: member.memberId });
          }}
        />
        {here.error && <Fault error={here.error} />}
        {here.total === 0 && <Nothing filtered={asked !== EVERYBODY} />}
        {total > 0 && (
          <MemberTable
            filter={asked}
            total={total}
            row={row}
            openId={opened !== null && opened.kind !== 'new' ? opened.memberId : null}
            onOpen={(memberId) => list.show({ kind: 'member', memberId })}
          />
        )}
      </ListSheet>
    </Screen>
  );
}

/** A card that is scanned opens its member; anything else only narrows the list. */
async function memberOfCard(code: string): Promise<string | undefined> {
  const reply = await engine.members.search({ text: code, limit: 1 });
  const found = reply.ok ? reply.value[0] : undefined;
  return found?.cardCodes.includes(code) === true ? found.memberId : undefined;
}

interface ListWishes {
  readonly search: () => void;
  readonly add: () => void;
  readonly buyers: () => void;
  /** Only for those who may. */
  readonly import?: () => void;
}

/** Keys of the list; returns those that stand as buttons in the title row. */
function useListActions(wishes: ListWishes): readonly Action[] {
  const search: Action = {
    id: 'members.search',
    label: words.search,
    help: words.searchHelp,
    key: 'F2',
    perform: wishes.search,
  };
  const importing: Action[] =
    wishes.import === undefined
      ? []
      : [
          {
            id: 'members.import',
            label: words.import,
            help: words.importHelp,
            key: 'F7',
            icon: 'file',
            perform: wishes.import,
          },
        ];
  const buttons: Action[] = [
    {
      id: 'members.new',
      label: words.new,
      help: words.newHelp,
      key: 'F6',
      icon: 'plus',
      perform: wishes.add,
    },
    ...importing,
    {
      id: 'members.buyers',
      label: words.toBuyers,
      help: words.toBuyersHelp,
      key: 'F8',
      icon: 'box',
      perform: wishes.buyers,
    },
  ];
  useActions([search, ...buttons]);
  return buttons;
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  return (
    <Empty title={filtered ? words.none : words.empty}>
      <p>{filtered ? words.noneText : words.emptyText}</p>
    </Empty>
  );
}
