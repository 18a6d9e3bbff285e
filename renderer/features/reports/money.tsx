import type { DailyReport } from '../../../shared/contract/reports.ts';
import {
  debtsMoney,
  returnsMoney,
  salesMoney,
  type MoneyPart,
} from '../../../shared/documents/daily-report-sums.ts';
import { formatAmount } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import styles from './report.module.css';
import { Section } from './section.tsx';

const words = id.reports.tenders;

/** How buyers paid, what was given back for returns, which debts were paid; what did not happen is left out. */
export function Money({ report }: { readonly report: DailyReport }) {
  const sales = salesMoney(report);
  const returns = returnsMoney(report);
  const debts = debtsMoney(report);
  const times = sales.rows.reduce((sum, row) => sum + row.count, 0);
  return (
    <>
      {(sales.rows.length > 0 || sales.sums.length > 1) && (
        <MoneySection part={sales} counted={words.count}>
          {times === report.saleCount ? '' : words.split}
        </MoneySection>
      )}
      {returns !== undefined && <MoneySection part={returns} counted={words.times} />}
      {debts !== undefined && <MoneySection part={debts} counted={words.times} />}
    </>
  );
}

interface MoneySectionProps {
  readonly part: MoneyPart;
  /** What is counted beside each amount. */
  readonly counted: string;
  /** A remark below the table. */
  readonly children?: string;
}

function MoneySection({ part, counted, children = '' }: MoneySectionProps) {
  const last = part.sums.length - 1;
  return (
    <Section title={part.title} unit={words.unit}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{words.name}</th>
            <th className={styles.num}>{counted}</th>
            <th className={styles.num}>{words.amount}</th>
          </tr>
        </thead>
        <tbody>
          {part.rows.map(({ name, count, amountRp }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className={styles.soft}>{formatAmount(count)}</td>
              <td className={styles.num}>{formatAmount(amountRp)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {part.sums.map(({ label, amountRp }, index) => (
            <tr key={label} className={index === 0 || index === last ? styles.sum : styles.extra}>
              <td colSpan={2}>{label}</td>
              <td className={styles.num}>{formatAmount(amountRp)}</td>
            </tr>
          ))}
        </tfoot>
      </table>
      {children !== '' && <p className={styles.legend}>{children}</p>}
    </Section>
  );
}
