import type { DailyReport } from '../../../shared/contract/reports.ts';
import { formatAmount, formatDateTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { grouped, shortened } from './fingerprint.ts';
import styles from './report.module.css';

const words = id.reports.seal;

interface SealProps {
  readonly report: DailyReport;
  readonly offset: number;
}

/** What makes the day provable: its fingerprint, the records it covers, and totals that never go back. */
export function Seal({ report, offset }: SealProps) {
  const { seal } = report;
  if (seal === null) return <p className={styles.unsealed}>{words.open}</p>;
  const previous =
    seal.previousZHash === null
      ? words.first
      : `${words.after(id.reports.zName(seal.zNumber - 1))} ${shortened(seal.previousZHash)}`;
  return (
    <footer className={styles.seal} aria-label={words.title}>
      <p className={styles.hash}>
        {words.fingerprint}
        <code>{grouped(seal.recordHash)}</code>
      </p>
      <div>
        <p>
          {words.records(formatAmount(seal.firstSeq), formatAmount(seal.lastSeq))}. {words.head}{' '}
          <code>{shortened(seal.headHash)}</code>
        </p>
        <p>{previous}</p>
        <p>
          {words.signature} <code>{shortened(seal.signature)}</code>
        </p>
        <p>
          {words.closedBy(seal.closedBy, formatDateTime(seal.closedAt, offset))}. {sentLine(report, offset)}
        </p>
      </div>
      <dl className={styles.perpetual} aria-label={words.perpetual}>
        <div className={styles.perpetualHead}>{words.perpetual}</div>
        <Total name={words.gross} amountRp={seal.perpetualGrossRp} />
        <Total name={words.voids} amountRp={seal.perpetualVoidRp} />
        <Total name={words.refunds} amountRp={seal.perpetualRefundRp} />
        <Total name={words.netTotal} amountRp={seal.perpetualNetRp} />
      </dl>
    </footer>
  );
}

function Total({ name, amountRp }: { readonly name: string; readonly amountRp: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{formatAmount(amountRp)}</dd>
    </div>
  );
}

/** A day that has not arrived is not zero: it is said how far the district has come. */
function sentLine({ upload, seal }: DailyReport, offset: number): string {
  if (upload.ackedAt === null || seal === null) return words.notSent;
  // The Z itself is the record right after the last one it covers.
  if (upload.ackedSeq > seal.lastSeq) return words.sent(formatDateTime(upload.ackedAt, offset));
  return words.partly(formatAmount(upload.ackedSeq), formatAmount(upload.headSeq));
}
