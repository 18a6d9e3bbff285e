import type { DailyReport } from '../../../shared/contract/reports.ts';
import { sumRupiah } from '../../../shared/domain/money.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import styles from './report.module.css';
import { Section } from './section.tsx';

const words = id.reports.tenders;

/** How buyers paid. */
export function Tenders({ report }: { readonly report: DailyReport }) {
  const received = sumRupiah(report.tenders.map((row) => row.amountRp));
  return (
    <Section title={words.title} unit={words.unit}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{words.name}</th>
            <th className={styles.num}>{words.count}</th>
            <th className={styles.num}>{words.amount}</th>
          </tr>
        </thead>
        <tbody>
          {report.tenders.map((row) => (
            <tr key={row.kind}>
              <td>{words.kinds[row.kind] ?? row.kind}</td>
              <td className={styles.soft}>{formatAmount(row.count)}</td>
              <td className={styles.num}>{formatAmount(row.amountRp)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className={styles.sum}>
            <td>{words.sum}</td>
            <td className={styles.num}>{formatAmount(report.saleCount)}</td>
            <td className={styles.num}>{formatAmount(received)}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}
