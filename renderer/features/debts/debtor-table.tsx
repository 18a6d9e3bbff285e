import type { Debtor } from '../../../shared/contract/debts.ts';
import { formatAmount, formatDateShort } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import ledger from '../../ui/ledger.module.css';
import { ListRow, ListTable, RowName } from '../../ui/list-table.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './debts.module.css';
import { shownName } from './who.ts';

const words = id.debts;

interface DebtorTableProps {
  readonly debtors: readonly Debtor[];
  /** The row the arrows stand on. */
  readonly row: number;
  readonly openId: string | null;
  readonly onOpen: (at: number) => void;
  /** How many more there are than fit a list. */
  readonly more: number;
}

/** Who owes, as a ledger. */
export function DebtorTable({ debtors, row, openId, onOpen, more }: DebtorTableProps) {
  return (
    <ListTable
      label={words.title}
      more={more > 0 ? words.more(formatAmount(more)) : undefined}
      head={
        <>
          <th>{words.columns.name}</th>
          <th className={styles.due}>{words.columns.due}</th>
          <th className={`${ledger.num} ${styles.late}`}>{words.columns.overdue}</th>
          <th className={`${ledger.num} ${styles.money}`}>{words.columns.owed}</th>
        </>
      }
    >
      {debtors.map((debtor, at) => (
        <DebtorRow
          key={debtor.debtorId}
          debtor={debtor}
          current={at === row}
          open={debtor.debtorId === openId}
          onOpen={() => onOpen(at)}
        />
      ))}
    </ListTable>
  );
}

interface DebtorRowProps {
  readonly debtor: Debtor;
  readonly current: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function DebtorRow({ debtor, current, open, onOpen }: DebtorRowProps) {
  return (
    <ListRow current={current} open={open}>
      <td>
        <RowName onOpen={onOpen}>{shownName(debtor)}</RowName>
        <small className={`${ledger.soft} ${styles.number}`}>{debtor.number}</small>
      </td>
      <td className={ledger.soft}>
        {debtor.oldestDue === null ? (
          <Tag kind="done">{words.settled}</Tag>
        ) : (
          <DueCell due={debtor.oldestDue} days={debtor.daysLate} />
        )}
      </td>
      <td className={`${ledger.num} ${styles.late}`}>
        {debtor.overdueRp === 0 ? '' : formatAmount(debtor.overdueRp)}
      </td>
      <td className={ledger.num}>
        <b>{formatAmount(debtor.owedRp)}</b>
      </td>
    </ListRow>
  );
}

/** Late is said in days, framed as what needs attention; otherwise the date is enough. */
function DueCell({ due, days }: { readonly due: string; readonly days: number }) {
  return days === 0 ? formatDateShort(due) : <Tag>{words.late(formatAmount(days))}</Tag>;
}
