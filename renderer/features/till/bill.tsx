import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Money } from '../../ui/money.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './bill.module.css';
import { shortReceipt } from './receipt-number.ts';

interface BillProps {
  readonly receipt: string;
  readonly counts: string;
  readonly totalRp: number;
  /** PPN within the total, `null` where there is none to name. */
  readonly taxRp?: number | null;
  /** Goods set against it, and of which receipt. */
  readonly exchange?: { readonly receipt: string; readonly totalRp: number } | null;
  readonly roundingRp: number;
  /** Below zero where the buyer gets money back. */
  readonly dueRp: number;
}

/** What is owed and how it came about. */
export function Bill({ receipt, counts, totalRp, taxRp = null, exchange, roundingRp, dueRp }: BillProps) {
  const rows = [
    { name: counts, rp: totalRp },
    ...(taxRp === null || taxRp === 0 ? [] : [{ name: id.till.tax, rp: taxRp }]),
    ...(exchange
      ? [{ name: id.pay.exchangeBack(shortReceipt(exchange.receipt)), rp: -exchange.totalRp }]
      : []),
    ...(roundingRp === 0 ? [] : [{ name: id.till.rounding, rp: roundingRp }]),
  ];
  return (
    <Sheet label={id.pay.bill} className={styles.bill}>
      <h1>
        {dueRp < 0 ? id.pay.refundGiven : id.pay.due} <span>{id.pay.receipt(shortReceipt(receipt))}</span>
      </h1>
      <Money rp={Math.abs(dueRp)} size={44} final className={styles.due} />
      <dl className={styles.lines}>
        {rows.map(({ name, rp }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatAmount(rp)}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
