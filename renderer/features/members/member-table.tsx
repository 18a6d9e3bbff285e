import type { Member } from '../../../shared/contract/members.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import ledger from '../../ui/ledger.module.css';
import { ListRow, ListTable, RowName, TaggedName } from '../../ui/list-table.tsx';
import { useRowsInSight } from '../../ui/use-rows-in-sight.ts';
import styles from './list.module.css';
import type { PeopleFilter } from './search-field.tsx';
import { useMemberPages } from './use-pages.ts';
import { Inactive, shownName } from './who.tsx';

const words = id.members;

interface MemberTableProps {
  readonly filter: PeopleFilter;
  readonly total: number;
  /** The row the arrows stand on. */
  readonly row: number;
  readonly openId: string | null;
  readonly onOpen: (memberId: string) => void;
}

/** The members as a ledger. However many there are, only the rows in sight are drawn. */
export function MemberTable({ filter, total, row, openId, onOpen }: MemberTableProps) {
  const sight = useRowsInSight(total, row);
  const pages = useMemberPages(filter, sight.rows[0] ?? 0, sight.rows.at(-1) ?? 0);
  return (
    <ListTable
      label={words.title}
      sight={sight}
      head={
        <>
          <th className={styles.number}>{words.columns.number}</th>
          <th>{words.columns.name}</th>
          <th className={styles.tier}>{words.columns.tier}</th>
          <th className={`${ledger.num} ${styles.money}`}>{words.columns.sukarela}</th>
        </>
      }
    >
      {sight.rows.map((index) => (
        <MemberRow
          key={index}
          member={pages.at(index)}
          at={index}
          current={index === row}
          open={openId !== null && pages.at(index)?.memberId === openId}
          onOpen={onOpen}
        />
      ))}
    </ListTable>
  );
}

interface MemberRowProps {
  readonly member: Member | undefined;
  readonly at: number;
  readonly current: boolean;
  readonly open: boolean;
  readonly onOpen: (memberId: string) => void;
}

function MemberRow({ member, at, current, open, onOpen }: MemberRowProps) {
  if (member === undefined) {
    return (
      <ListRow at={at}>
        <td className={ledger.soft}>{words.loadingRow}</td>
      </ListRow>
    );
  }
  return (
    <ListRow at={at} current={current} open={open}>
      <td className={ledger.soft}>{member.number}</td>
      <td>
        <TaggedName>
          <RowName onOpen={() => onOpen(member.memberId)}>{shownName(member)}</RowName>
          <Inactive active={member.active} />
        </TaggedName>
      </td>
      <td className={ledger.soft}>{words.tiers[member.tier]}</td>
      <td className={ledger.num}>
        {member.savings !== null && <b>{formatAmount(member.savings.sukarelaRp)}</b>}
      </td>
    </ListRow>
  );
}
