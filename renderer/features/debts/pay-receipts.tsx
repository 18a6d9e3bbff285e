import type { OpenSaleReply } from '../../../shared/contract/debts.ts';
import type { Allocation } from '../../../shared/domain/debts.ts';
import { formatAmount, formatDate } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import ledger from '../../ui/ledger.module.css';
import { Sheet } from '../../ui/sheet.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './pay.module.css';

const words = id.debts.pay;

interface PayReceiptsProps {
  readonly open: readonly OpenSaleReply[];
  readonly parts: readonly Allocation[];
  readonly chosen: readonly string[];
  readonly onChoose: (chosen: readonly string[]) => void;
}

/** Which receipts the money goes to: those that were due first, unless some are chosen. */
export function PayReceipts({ open, parts, chosen, onChoose }: PayReceiptsProps) {
  const toggle = (saleId: string, taken: boolean) =>
    onChoose(taken ? [...chosen, saleId] : chosen.filter((each) => each !== saleId));
  return (
    <Sheet className={styles.receipts} label={words.receipts}>
      <header className={styles.head}>
        <h2>{words.receipts}</h2>
        <span>{words.receiptsHint}</span>
      </header>
      <table className={ledger.ledger} aria-label={words.receipts}>
        <tbody>
          {open.map((sale) => {
            const part = parts.find(({ saleId }) => saleId === sale.saleId);
            return (
              <tr key={sale.saleId}>
                <td>
                  <label className={styles.choose}>
                    <input
                      type="checkbox"
                      aria-label={words.choose(sale.receipt)}
                      checked={chosen.includes(sale.saleId)}
                      onChange={(event) => toggle(sale.saleId, event.target.checked)}
                    />
                    <span>
                      {sale.receipt}
                      <small>{formatDate(sale.businessDate)}</small>
                    </span>
                  </label>
                </td>
                <td className={styles.due}>
                  {sale.daysLate === 0 ? (
                    id.debts.detail.due(formatDate(sale.dueDate))
                  ) : (
                    <Tag>{id.debts.late(formatAmount(sale.daysLate))}</Tag>
                  )}
                </td>
                <td className={ledger.num}>
                  {formatAmount(sale.leftRp)}
                  <small>{words.left}</small>
                </td>
                <td className={ledger.num}>
                  <b>{part === undefined ? '' : formatAmount(part.amountRp)}</b>
                  {part !== undefined && <small>{words.covered}</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sheet>
  );
}
