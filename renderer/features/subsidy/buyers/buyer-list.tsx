import { useRef, useState, type RefObject } from 'react';
import type { Registration } from '../../../../shared/contract/subsidy.ts';
import { formatAmount } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { useMay } from '../../../data/use-shop.ts';
import type { Action } from '../../../keyboard/action.ts';
import { useActions, useScanner } from '../../../keyboard/keyboard.tsx';
import { ActionButton } from '../../../ui/action-button.tsx';
import { ListSheet } from '../../../ui/list-table.tsx';
import { hush } from '../../../ui/messages.ts';
import { Screen } from '../../../ui/screen.tsx';
import { SearchTools } from '../../../ui/search-tools.tsx';
import { Empty, Fault } from '../../../ui/states.tsx';
import { SectionFrame, type SectionProps } from '../sections.tsx';
import { usePeople } from '../use-people.ts';
import { sayStillFilling, useRows } from '../../../ui/use-rows.ts';
import { BuyerSide, type OpenedBuyer } from './buyer-side.tsx';
import { BuyerTable } from './buyer-table.tsx';

const words = id.subsidyOffice.buyers;

/** People listed at once; more letters narrow them down. */
const SHOWN = 200;

/** Everybody who is registered, and one of them open beside the list. */
export function BuyerList({ onSection, onLog }: SectionProps & { readonly onLog: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const { found: people, total, error } = usePeople(text, { limit: SHOWN, everybody: true });
  const { opened, filling, show, turn, close, rows } = useOpened(people);
  const { row, setRow, move, open } = rows;
  const narrow = (typed: string) => {
    setText(typed);
    setRow(0);
  };
  useScanner(narrow);
  const tools = useTools({
    field,
    onNew: filling ? sayStillFilling : () => show({ kind: 'new' }),
    onLog: filling ? sayStillFilling : onLog,
  });
  return (
    <SectionFrame section="buyers" onSection={onSection} digitsTaken={filling}>
      <Screen
        title={words.title}
        aside={total === undefined ? undefined : words.found(formatAmount(total))}
        tools={tools.map((action) => (
          <ActionButton key={action.id} action={action} withIcon />
        ))}
        railWidth="wide"
        rail={<BuyerSide opened={opened} onOpen={turn} onUnlisted={() => setText('')} onClose={close} />}
      >
        <ListSheet>
          <SearchTools
            field={field}
            label={words.search}
            hint={words.searchHint}
            text={text}
            onText={narrow}
            onMove={move}
            onEnter={() => open(row)}
          >
            {null}
          </SearchTools>
          {error !== null && <Fault error={error} />}
          {total === 0 && <Nothing filtered={text !== ''} />}
          {people.length > 0 && (
            <BuyerTable
              people={people}
              row={row}
              openId={opened !== null && opened.kind !== 'new' ? opened.registrationId : null}
              more={(total ?? 0) - people.length}
              onOpen={open}
            />
          )}
        </ListSheet>
      </Screen>
    </SectionFrame>
  );
}

/** Whoever stands beside the list, and the row the arrows stand on. */
function useOpened(people: readonly Registration[]) {
  const [opened, setOpened] = useState<OpenedBuyer>(null);
  const show = (next: OpenedBuyer) => {
    hush();
    setOpened(next);
  };
  // Whether to erase is a question and no form: another row takes its place, and nothing is lost.
  const filling = opened?.kind === 'edit' || opened?.kind === 'new';
  const rows = useRows(people.length, {
    filling,
    ids: people.map(({ registrationId }) => registrationId),
    onOpen: (at) => {
      const person = people[at];
      if (person !== undefined) show({ kind: 'buyer', registrationId: person.registrationId });
    },
  });
  /** Whoever stands beside the list is the one the arrows stand on. */
  const turn = (next: OpenedBuyer) => {
    setOpened(next);
    if (next !== null && next.kind !== 'new') rows.follow(next.registrationId);
  };
  return { opened, filling, show, turn, close: () => setOpened(null), rows };
}

interface ToolWishes {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onNew: () => void;
  readonly onLog: () => void;
}

function useTools({ field, onNew, onLog }: ToolWishes): readonly Action[] {
  const mayManage = useMay('subsidy.manage');
  const log: Action[] = mayManage
    ? [
        {
          id: 'subsidy.access-log',
          label: words.log,
          help: words.logHelp,
          key: 'F7',
          icon: 'lock',
          perform: onLog,
        },
      ]
    : [];
  const buttons: Action[] = [
    {
      id: 'subsidy.buyer-new',
      label: words.new,
      help: words.newHelp,
      key: 'F6',
      icon: 'plus',
      perform: onNew,
    },
    ...log,
  ];
  useActions([
    {
      id: 'subsidy.buyer-search',
      label: words.search,
      help: words.searchHelp,
      key: 'F2',
      perform: () => {
        field.current?.focus();
        field.current?.select();
      },
    },
    {
      id: 'subsidy.buyer-search-leave',
      label: '',
      key: 'Escape',
      silent: true,
      perform: () => field.current?.blur(),
    },
    ...buttons,
  ]);
  return buttons;
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  return (
    <Empty title={filtered ? words.none : words.empty}>
      <p>{filtered ? words.noneText : words.emptyText}</p>
    </Empty>
  );
}
