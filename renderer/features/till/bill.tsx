import type { ReactNode } from 'react';
import { formatAmount, formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Icon } from '../../ui/icon.tsx';
import { Money } from '../../ui/money.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Tag } from '../../ui/tag.tsx';
import styles from './bill.module.css';
import { shortReceipt } from './receipt-number.ts';

interface BillProps {
  readonly receipt: string;
  readonly counts: string;
  readonly totalRp: number;
  readonly roundingRp: number;
  readonly dueRp: number;
}

/** What is owed and how it came about. */
export function Bill({ receipt, counts, totalRp, roundingRp, dueRp }: BillProps) {
  return (
    <Sheet label={id.pay.bill} className={styles.bill}>
      <h1>
        {id.pay.due} <span>{id.pay.receipt(shortReceipt(receipt))}</span>
      </h1>
      <Money rp={dueRp} size={44} final className={styles.due} />
      <dl className={styles.lines}>
        <dt>{counts}</dt>
        <dd>{formatAmount(totalRp)}</dd>
        {roundingRp !== 0 && (
          <>
            <dt>{id.till.rounding}</dt>
            <dd>{formatAmount(roundingRp)}</dd>
          </>
        )}
      </dl>
    </Sheet>
  );
}

interface TendersProps {
  readonly dueRp: number;
  readonly receivedRp: number;
  readonly paid: boolean;
  /** The rest of the column, under the ledger. */
  readonly children?: ReactNode;
}

/** How it is paid: one line for each way, and what is still missing. */
export function Tenders({ dueRp, receivedRp, paid, children }: TendersProps) {
  const shortRp = Math.max(0, dueRp - receivedRp);
  const changeRp = Math.max(0, receivedRp - dueRp);
  return (
    <>
      <Sheet label={id.pay.ways} className={styles.tenders}>
        <h2>{id.pay.ways}</h2>
        <div className={styles.tender} data-open={paid ? undefined : ''}>
          <Icon name="cash" size={22} />
          <span className={styles.name}>{id.pay.cash}</span>
          <span className={styles.value}>{formatAmount(dueRp - shortRp)}</span>
          <div className={styles.detail}>
            <span>{id.pay.received(formatAmount(receivedRp))}</span>
            <span>{id.pay.changeOf(formatAmount(changeRp))}</span>
          </div>
          {paid && (
            <div className={styles.detail}>
              <Tag kind="done">{id.pay.paid}</Tag>
            </div>
          )}
        </div>
        <div className={styles.rest}>
          <span>{id.pay.shortBy}</span>
          <b>{formatRupiah(shortRp)}</b>
        </div>
      </Sheet>
      {children}
    </>
  );
}
