import type { QrisPayment, Ticket } from '../../../shared/contract/till.ts';
import { sumRupiah } from '../../../shared/domain/money.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Money } from '../../ui/money.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { shortReceipt } from './receipt-number.ts';
import { dueOf } from './tender-plan.ts';
import styles from './total-panel.module.css';
import { itemCount } from './use-basket.ts';

/** What the buyer owes, to be read from two metres, and how it came about. */
export function TotalPanel({ ticket }: { readonly ticket: Ticket }) {
  const { lines, totalRp } = ticket;
  const rows = rowsOf(ticket);
  return (
    <Sheet label={id.till.total} className={styles.total}>
      <div className={styles.head}>
        <b>{id.till.total}</b>
        <span>{id.till.counts(lines.length, itemCount(lines))}</span>
      </div>
      <Money rp={totalRp} size={68} final className={styles.figure} />
      {rows.length > 0 && (
        <dl className={styles.rows}>
          {rows.map(({ name, rp, strong = false }) => (
            <div key={name} data-strong={strong ? '' : undefined}>
              <dt>{name}</dt>
              <dd>{formatAmount(rp)}</dd>
            </div>
          ))}
        </dl>
      )}
    </Sheet>
  );
}

function qrisRp({ qris }: Ticket, state: QrisPayment['state']): number {
  return sumRupiah(qris.filter((payment) => payment.state === state).map(({ amountRp }) => amountRp));
}

interface Row {
  readonly name: string;
  readonly rp: number;
  readonly strong?: boolean;
}

/** Only what is not zero: a row that says nothing would hide one that does. */
function rowsOf(ticket: Ticket): Row[] {
  const { savedRp, taxRp, exchange, cashRoundingRp, cashDueRp } = ticket;
  const dueRp = dueOf(ticket);
  const rows: Row[] = [
    { name: id.till.saved, rp: savedRp },
    { name: id.till.tax, rp: taxRp ?? 0 },
  ];
  if (exchange !== null) {
    rows.push({ name: id.till.exchange(shortReceipt(exchange.receipt)), rp: 0 - exchange.totalRp });
    rows.push({
      name: dueRp < 0 ? id.till.refundDue : id.till.afterExchange,
      rp: Math.abs(dueRp),
      strong: true,
    });
  }
  if (cashRoundingRp !== 0) {
    rows.push({ name: id.till.rounding, rp: cashRoundingRp });
    rows.push({ name: id.till.cashDue, rp: Math.abs(cashDueRp), strong: exchange === null });
  }
  // A buyer may have paid by a code that was shown: whoever gives the basket up must see that first.
  rows.push({ name: id.till.qrisWaiting, rp: qrisRp(ticket, 'waiting') });
  rows.push({ name: id.till.qrisArrived, rp: qrisRp(ticket, 'confirmed') });
  return rows.filter((row) => row.rp !== 0 || row.strong);
}
