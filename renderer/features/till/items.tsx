import type { TicketLine } from '../../../shared/contract/till.ts';
import { shortUnit } from '../../../shared/documents/unit-short-forms.ts';
import { formatAmount, formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import ledger from '../../ui/ledger.module.css';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './items.module.css';

/** What is being paid, or called back, so that the cashier need not go back to answer a question. */
export function Items({ lines }: { readonly lines: readonly TicketLine[] }) {
  return (
    <Sheet label={id.pay.items} className={styles.items}>
      <table className={ledger.ledger}>
        <thead>
          <tr>
            <th>{id.pay.items}</th>
            <th className={ledger.num}>{id.till.column.quantity}</th>
            <th className={ledger.num}>{id.till.column.amount}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.lineId}>
              <td>{line.name}</td>
              <td className={ledger.num}>
                {formatQuantity(line.quantityThousandths)}{' '}
                <span className={styles.unit}>{shortUnit(line.unit)}</span>
              </td>
              <td className={ledger.num}>{formatAmount(line.totalRp)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
