import type { KeyingRow, KeyingStatus } from '../../../../shared/contract/keying.ts';
import { formatAmount, formatDateShort, formatQuantity, formatTime } from '../../../../shared/i18n/format.ts';
import { id } from '../../../../shared/i18n/id.ts';
import { useShopOffset } from '../../../data/use-shop.ts';
import ledger from '../../../ui/ledger.module.css';
import { ListRow, ListTable, RowName } from '../../../ui/list-table.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { masked } from '../who.ts';
import styles from './keying.module.css';

const words = id.subsidyOffice.keying;

interface KeyingTableProps {
  readonly rows: readonly KeyingRow[];
  readonly row: number;
  /** How many more there are than were asked for. */
  readonly more: number;
  readonly onRow: (at: number) => void;
}

/** One row per line to key, the oldest first. */
export function KeyingTable({ rows, row, more, onRow }: KeyingTableProps) {
  return (
    <ListTable
      label={words.title}
      more={more > 0 ? words.more(formatAmount(more)) : undefined}
      head={
        <>
          <th className={styles.when}>{words.columns.when}</th>
          <th>{words.columns.who}</th>
          <th className={`${ledger.num} ${styles.quantity}`}>{words.columns.quantity}</th>
          <th className={styles.status}>{words.columns.status}</th>
        </>
      }
    >
      {rows.map((each, at) => (
        <QueueRow key={each.lineId} row={each} current={at === row} onOpen={() => onRow(at)} />
      ))}
    </ListTable>
  );
}

interface QueueRowProps {
  readonly row: KeyingRow;
  readonly current: boolean;
  readonly onOpen: () => void;
}

function QueueRow({ row, current, onOpen }: QueueRowProps) {
  const offset = useShopOffset();
  return (
    <ListRow current={current}>
      <td className={ledger.soft}>
        {dayAndMonth(row.date)} {formatTime(row.at, offset)}
      </td>
      <td>
        <RowName onOpen={onOpen} second={words.receiptShort(shortReceipt(row.receipt))}>
          {whoWords(row)}
        </RowName>
      </td>
      <td className={ledger.num}>
        <b>{formatQuantity(row.quantityThousandths)}</b> <span className={ledger.soft}>{row.unit}</span>
      </td>
      <td>
        <StatusTag status={row.status} />
      </td>
    </ListRow>
  );
}

/** The part of a receipt number that people say: `0057` of `G2207-1-0057`. */
function shortReceipt(receipt: string): string {
  return receipt.slice(receipt.lastIndexOf('-') + 1);
}

/** `20 Apr`, without its weekday: what stands beside it must be there whole. */
export function dayAndMonth(date: string): string {
  return formatDateShort(date).replace(/^\S+ /, '');
}

/** A name where it may be shown, and four digits where there are any. */
export function whoWords({ buyer }: KeyingRow): string {
  const known = buyer.nameState === 'known' ? [buyer.name] : [];
  const digits = buyer.lastFour === '' ? [] : [masked(buyer.lastFour)];
  const parts = [...known, ...digits];
  return parts.length === 0 ? words.nobody : parts.join(', ');
}

/** Whether a line stands elsewhere, by form before colour. */
export function StatusTag({ status }: { readonly status: KeyingStatus }) {
  const kinds = { belum: 'wait', sudah: 'done', beda: 'stop' } as const;
  return <Tag kind={kinds[status]}>{words.tags[status]}</Tag>;
}
