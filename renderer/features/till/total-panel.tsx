import type { Ticket } from '../../../shared/contract/till.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Money } from '../../ui/money.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import styles from './total-panel.module.css';
import { itemCount } from './use-basket.ts';

/** What the buyer owes, to be read from two metres. */
export function TotalPanel({ ticket }: { readonly ticket: Ticket }) {
  const { lines, totalRp, cashRoundingRp, cashDueRp } = ticket;
  return (
    <Sheet label={id.till.total} className={styles.total}>
      <div className={styles.head}>
        <b>{id.till.total}</b>
        <span>{id.till.counts(lines.length, itemCount(lines))}</span>
      </div>
      <Money rp={totalRp} size={68} final className={styles.figure} />
      {cashRoundingRp !== 0 && (
        <dl className={styles.rounding}>
          <dt>{id.till.rounding}</dt>
          <dd>{formatAmount(cashRoundingRp)}</dd>
          <dt>{id.till.cashDue}</dt>
          <dd>{formatAmount(cashDueRp)}</dd>
        </dl>
      )}
    </Sheet>
  );
}
