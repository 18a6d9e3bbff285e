import type { DebtorDetail, OpenSaleReply } from '../../../shared/contract/debts.ts';
import { formatAmount, formatDate, formatDateShort } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Facts } from '../../ui/facts.tsx';
import ledger from '../../ui/ledger.module.css';
import { Sheet } from '../../ui/sheet.tsx';
import { Tag } from '../../ui/tag.tsx';
import panel from '../../ui/rail-panel.module.css';
import styles from './debts.module.css';
import { shownName } from './who.ts';

const words = id.debts.detail;

/** Everything of one debt, to read: what is open, what was paid. */
export function DebtorPaper({ detail }: { readonly detail: DebtorDetail }) {
  return (
    <Sheet padded className={panel.sheet} label={shownName(detail)}>
      <h2>
        {shownName(detail)}
        <span>{detail.number}</span>
      </h2>
      <Facts
        tight
        rows={[
          { name: words.owed, value: formatAmount(detail.owedRp) },
          { name: words.overdue, value: formatAmount(detail.overdueRp) },
          { name: words.limit, value: detail.limitRp === 0 ? words.noLimit : formatAmount(detail.limitRp) },
          ...(detail.limitRp === 0 ? [] : [{ name: words.room, value: formatAmount(detail.roomRp) }]),
          { name: words.phone, value: detail.phone === '' ? words.noPhone : detail.phone },
        ]}
      />
      <h3>{words.open}</h3>
      {detail.open.length === 0 ? (
        <p className={panel.quiet}>{words.noOpen}</p>
      ) : (
        <table className={`${ledger.ledger} ${styles.receipts}`} aria-label={words.open}>
          <tbody>
            {detail.open.map((sale) => (
              <OpenRow key={sale.saleId} sale={sale} />
            ))}
          </tbody>
        </table>
      )}
      <h3>{words.payments}</h3>
      <Payments payments={detail.payments} />
    </Sheet>
  );
}

function OpenRow({ sale }: { readonly sale: OpenSaleReply }) {
  return (
    <tr>
      <td>
        {sale.receipt}
        <small className={ledger.soft}>{formatDate(sale.businessDate)}</small>
      </td>
      <td className={ledger.soft}>
        {sale.daysLate === 0 ? (
          words.due(formatDateShort(sale.dueDate))
        ) : (
          <Tag>{id.debts.late(formatAmount(sale.daysLate))}</Tag>
        )}
      </td>
      <td className={ledger.num}>
        <b>{formatAmount(sale.leftRp)}</b>
        {sale.leftRp !== sale.amountRp && (
          <small className={ledger.soft}>{words.of(formatAmount(sale.amountRp))}</small>
        )}
      </td>
    </tr>
  );
}

function Payments({ payments }: Pick<DebtorDetail, 'payments'>) {
  if (payments.length === 0) return <p className={panel.quiet}>{words.noPayments}</p>;
  return (
    <table className={`${ledger.ledger} ${styles.receipts}`} aria-label={words.payments}>
      <tbody>
        {payments.map((payment) => (
          <tr key={payment.paymentId}>
            <td>
              {payment.receipt}
              <small className={ledger.soft}>{formatDate(payment.businessDate)}</small>
            </td>
            <td className={ledger.soft}>{words.tenders[payment.tender]}</td>
            <td className={ledger.num}>
              <b>{formatAmount(payment.amountRp)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
