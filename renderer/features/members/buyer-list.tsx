import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Buyer } from '../../../shared/contract/members.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';
import { useMay } from '../../data/use-shop.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import ledger from '../../ui/ledger.module.css';
import { hush } from '../../ui/messages.ts';
import { ListRow, ListSheet, ListTable, RowName, TaggedName } from '../../ui/list-table.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Empty, Fault } from '../../ui/states.tsx';
import { BuyerSide, type OpenedBuyer } from './buyer-side.tsx';
import styles from './list.module.css';
import { EVERYBODY, SearchField } from './search-field.tsx';
import { usePeopleList } from './use-people-list.ts';
import { Inactive, shownName } from './who.tsx';

const words = id.members;

/** A village store has dozens of them; more than this are found by typing. */
const SHOWN = 200;

/** The institutions that buy on invoice, and one of them open beside the list. */
export function BuyerList({ onMembers }: { readonly onMembers: () => void }) {
  const { filter, asked, row, opened, field, ...list } = usePeopleList<NonNullable<OpenedBuyer>>();
  const page = useQuery({
    ...ask.buyerPage({ ...asked, limit: SHOWN }),
    placeholderData: keepPreviousData,
  });
  const buyers = page.data?.buyers ?? [];
  const actions = useListActions({
    search: list.search,
    add: () => list.show({ kind: 'new' }),
    members: () => {
      hush();
      onMembers();
    },
  });
  return (
    <Screen
      title={words.buyersTitle}
      aside={page.data === undefined ? undefined : words.buyersFound(formatAmount(page.data.total))}
      tools={actions.map((action) => (
        <ActionButton key={action.id} action={action} withIcon />
      ))}
      rail={<BuyerSide opened={opened} onOpen={list.turnTo} onClose={list.close} />}
    >
      <ListSheet>
        <SearchField
          field={field}
          label={words.buyersSearch}
          hint={words.buyersSearchHint}
          filter={filter}
          onFilter={list.narrow}
          onMove={(step) => list.move(step, buyers.length)}
          onEnter={() => {
            const buyer = buyers[row];
            if (buyer !== undefined) list.show({ kind: 'buyer', buyerId: buyer.buyerId });
          }}
        />
        {page.error && <Fault error={page.error} />}
        {page.data?.total === 0 && <Nothing filtered={asked !== EVERYBODY} />}
        {buyers.length > 0 && (
          <BuyerTable
            buyers={buyers}
            row={row}
            openId={opened !== null && opened.kind !== 'new' ? opened.buyerId : null}
            onOpen={(buyerId) => list.show({ kind: 'buyer', buyerId })}
          />
        )}
      </ListSheet>
    </Screen>
  );
}

interface ListWishes {
  readonly search: () => void;
  readonly add: () => void;
  readonly members: () => void;
}

function useListActions(wishes: ListWishes): readonly Action[] {
  const mayEdit = useMay('member.edit');
  const search: Action = {
    id: 'buyers.search',
    label: words.buyersSearch,
    help: words.searchHelp,
    key: 'F2',
    perform: wishes.search,
  };
  const add: Action = {
    id: 'buyers.new',
    label: words.newBuyer,
    help: words.newBuyerHelp,
    key: 'F6',
    icon: 'plus',
    perform: wishes.add,
  };
  const toMembers: Action = {
    id: 'buyers.members',
    label: words.toMembers,
    help: words.toMembersHelp,
    key: 'F8',
    icon: 'user',
    perform: wishes.members,
  };
  const buttons = mayEdit ? [add, toMembers] : [toMembers];
  useActions([search, ...buttons]);
  return buttons;
}

interface BuyerTableProps {
  readonly buyers: readonly Buyer[];
  readonly row: number;
  readonly openId: string | null;
  readonly onOpen: (buyerId: string) => void;
}

function BuyerTable({ buyers, row, openId, onOpen }: BuyerTableProps) {
  return (
    <ListTable
      label={words.buyersTitle}
      head={
        <>
          <th>{words.columns.name}</th>
          <th className={styles.number}>{words.columns.kind}</th>
          <th className={styles.tier}>{words.columns.tier}</th>
          <th className={`${ledger.num} ${styles.money}`}>{words.columns.term}</th>
        </>
      }
    >
      {buyers.map((buyer, at) => (
        <ListRow key={buyer.buyerId} current={at === row} open={buyer.buyerId === openId}>
          <td>
            <TaggedName>
              <RowName onOpen={() => onOpen(buyer.buyerId)}>{shownName(buyer)}</RowName>
              <Inactive active={buyer.active} />
            </TaggedName>
          </td>
          <td className={ledger.soft}>{words.kinds[buyer.kind]}</td>
          <td className={ledger.soft}>{words.tiers[buyer.tier]}</td>
          <td className={ledger.num}>{words.termDays(buyer.termDays)}</td>
        </ListRow>
      ))}
    </ListTable>
  );
}

function Nothing({ filtered }: { readonly filtered: boolean }) {
  return (
    <Empty title={filtered ? words.none : words.buyersEmpty}>
      <p>{filtered ? words.noneText : words.buyersEmptyText}</p>
    </Empty>
  );
}
