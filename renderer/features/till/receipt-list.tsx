import type { SaleSummary } from '../../../shared/contract/sales.ts';
import { formatAmount, formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { useShopOffset } from '../../data/use-shop.ts';
import ledger from '../../ui/ledger.module.css';
import { Empty } from '../../ui/states.tsx';
import styles from './reprint.module.css';

interface ReceiptListProps {
  readonly sales: readonly SaleSummary[];
  readonly chosen: SaleSummary | undefined;
  readonly onChoose: (saleId: string) => void;
}

/** Receipts as a ledger, newest first. The arrows of the search field move through it. */
export function ReceiptList({ sales, chosen, onChoose }: ReceiptListProps) {
  const words = id.till.reprint;
  const offset = useShopOffset();
  if (sales.length === 0) return <Empty title={words.none}>{words.noneText}</Empty>;
  return (
    <table className={ledger.ledger} aria-label={words.list}>
      <thead>
        <tr>
          <th>{words.column.receipt}</th>
          <th>{words.column.time}</th>
          <th>{words.column.cashier}</th>
          <th className={ledger.num}>{words.column.lines}</th>
          <th className={ledger.num}>{words.column.due}</th>
          <th className={ledger.num}>{words.column.copies}</th>
        </tr>
      </thead>
      <tbody>
        {sales.map((sale) => (
          <tr
            key={sale.saleId}
            ref={sale === chosen ? intoView : null}
            className={styles.row}
            aria-current={sale === chosen ? 'true' : undefined}
            onClick={() => onChoose(sale.saleId)}
          >
            <td>{sale.receipt}</td>
            <td>{formatTime(sale.at, offset)}</td>
            <td>{sale.cashier}</td>
            <td className={ledger.num}>{sale.lineCount}</td>
            <td className={ledger.num}>{formatAmount(sale.dueRp)}</td>
            <td className={ledger.num}>{sale.copies === 0 ? '' : sale.copies}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function intoView(row: HTMLTableRowElement | null): void {
  row?.scrollIntoView({ block: 'nearest' });
}
