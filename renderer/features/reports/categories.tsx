import type { DailyReport } from '../../../shared/contract/reports.ts';
import { beforeReturns, daySums, withinNet } from '../../../shared/documents/daily-report-sums.ts';
import { formatAmount, formatQuantity } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import styles from './report.module.css';
import { Section } from './section.tsx';
import { formatShare } from './share.ts';

const words = id.reports.categories;

/** What was sold, by category, the largest bar as long as the column. */
export function Categories({ report }: { readonly report: DailyReport }) {
  const largest = Math.max(1, ...report.categories.map((row) => row.amountRp));
  const within = withinNet(report);
  return (
    <Section title={words.title} unit={beforeReturns(report, words.unit)}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{words.name}</th>
            <th className={styles.num}>{words.quantity}</th>
            <th className={styles.num}>{words.amount}</th>
            <th className={styles.num}>{words.share}</th>
            <th aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {report.categories.map((row) => (
            <tr key={row.category}>
              <td className={styles.name}>{row.category}</td>
              <td className={styles.soft}>{formatQuantity(row.quantityThousandths)}</td>
              <td className={styles.num}>{formatAmount(row.amountRp)}</td>
              <td className={styles.soft}>{formatShare(row.amountRp, report.grossRp)}</td>
              <td className={styles.barCell} aria-hidden="true">
                <Bar share={Math.max(0, row.amountRp) / largest} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {daySums(report).map(({ label, amountRp }, index) => (
            <SumRow
              key={label}
              name={label}
              amountRp={amountRp}
              className={index === 0 ? styles.sum : styles.extra}
            />
          ))}
          <SumRow name={words.net} amountRp={report.netRp} className={styles.final} />
        </tfoot>
      </table>
      {within.length > 0 && (
        <p className={styles.legend}>
          {within.map(({ label, amountRp }) => `${label} ${formatAmount(amountRp)}.`).join(' ')}
        </p>
      )}
    </Section>
  );
}

interface SumRowProps {
  readonly name: string;
  readonly amountRp: number;
  readonly className: string | undefined;
}

function SumRow({ name, amountRp, className }: SumRowProps) {
  return (
    <tr className={className}>
      <td colSpan={2}>{name}</td>
      <td className={styles.num}>{formatAmount(amountRp)}</td>
      <td colSpan={2} aria-hidden="true" />
    </tr>
  );
}

function Bar({ share }: { readonly share: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none">
      <rect width={share * 100} height={8} />
    </svg>
  );
}
