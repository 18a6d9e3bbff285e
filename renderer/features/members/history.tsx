import type { SaleSummary } from '../../../shared/contract/sales.ts';
import { formatAmount, formatDateShort } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import ledger from '../../ui/ledger.module.css';
import panel from '../../ui/rail-panel.module.css';
import styles from './list.module.css';

const words = id.members.detail;

/** How many of the newest receipts a page shows. */
export const HISTORY = 20;

/** The newest receipts of somebody; `undefined` until they are there. */
export function History({ sales }: { readonly sales: readonly SaleSummary[] | undefined }) {
  return (
    <>
      <h3>{words.history}</h3>
      {sales?.length === 0 && <p className={panel.quiet}>{words.noHistory}</p>}
      {sales !== undefined && sales.length > 0 && (
        <table className={`${ledger.ledger} ${styles.history}`} aria-label={words.history}>
          <tbody>
            {sales.map((sale) => (
              <tr key={sale.saleId}>
                <td className={ledger.soft}>{formatDateShort(sale.businessDate)}</td>
                <td>{sale.receipt}</td>
                <td className={ledger.num}>
                  <b>{formatAmount(sale.totalRp)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
