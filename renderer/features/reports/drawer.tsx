import type { DailyReport } from '../../../shared/contract/reports.ts';
import { drawerSums } from '../../../shared/documents/daily-report-sums.ts';
import { formatAmount, formatTime } from '../../../shared/i18n/format.ts';
import { documents } from '../../../shared/i18n/id/documents.ts';
import { id } from '../../../shared/i18n/id.ts';
import styles from './report.module.css';
import { Section } from './section.tsx';

const words = id.reports.drawer;

type ShiftRow = DailyReport['shifts'][number];

interface DrawerProps {
  readonly report: DailyReport;
  readonly offset: number;
}

/** Cash in the drawer, shift by shift: what the books say, what was counted, and the difference. */
export function Drawer({ report, offset }: DrawerProps) {
  return (
    <Section title={words.title} unit={words.unit}>
      {report.shifts.map((shift) => (
        <table key={shift.number} className={styles.table}>
          <caption>
            {words.shift(shift.number, shift.cashier)}
            <span>{times(shift, offset)}</span>
          </caption>
          <tbody>
            {drawerSums(shift).map(({ label, amountRp }) => (
              <Row key={label} name={label} amountRp={amountRp} />
            ))}
            {shift.expectedRp !== null && (
              <Row name={words.expected} amountRp={shift.expectedRp} className={styles.sum} />
            )}
            {shift.countedRp !== null && <Row name={words.counted} amountRp={shift.countedRp} />}
          </tbody>
          {shift.varianceRp !== null && (
            <tfoot>
              <Row
                name={documents.dailyReport.varianceOf(shift.varianceRp)}
                amountRp={shift.varianceRp}
                className={styles.final}
              />
            </tfoot>
          )}
        </table>
      ))}
      {report.shifts.map((shift) => (
        <ShiftRemark key={shift.number} shift={shift} />
      ))}
    </Section>
  );
}

interface RowProps {
  readonly name: string;
  readonly amountRp: number;
  readonly className?: string | undefined;
}

function Row({ name, amountRp, className }: RowProps) {
  return (
    <tr className={className}>
      <td>{name}</td>
      <td className={styles.num}>{formatAmount(amountRp)}</td>
    </tr>
  );
}

/** Why a drawer differed, or that it is not counted yet. */
function ShiftRemark({ shift }: { readonly shift: ShiftRow }) {
  if (shift.countedRp === null) return <p className={styles.legend}>{words.notCounted}</p>;
  if (shift.reason === null && shift.note === '') return null;
  const reason = shift.reason === null ? '' : (words.reasons[shift.reason] ?? shift.reason);
  return <p className={styles.legend}>{words.remark(shift.number, reason, shift.note)}</p>;
}

function times(shift: ShiftRow, offset: number): string {
  const opened = formatTime(shift.openedAt, offset);
  return shift.closedAt === null
    ? words.running(opened)
    : words.times(opened, formatTime(shift.closedAt, offset));
}
