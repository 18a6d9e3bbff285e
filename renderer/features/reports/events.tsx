import type { DailyReport } from '../../../shared/contract/reports.ts';
import { formatAmount, formatTime } from '../../../shared/i18n/format.ts';
import { documents } from '../../../shared/i18n/id/documents.ts';
import { id } from '../../../shared/i18n/id.ts';
import styles from './report.module.css';
import { Section } from './section.tsx';

const words = id.reports.events;

interface EventsProps {
  readonly report: DailyReport;
  readonly offset: number;
}

/** What does not happen on every sale, and who was there. */
export function Events({ report, offset }: EventsProps) {
  const { events, voidedLines, abandonedTickets, reprints, clockJumps } = report;
  return (
    <Section title={words.title} unit={words.unit}>
      <table className={styles.table}>
        <tbody>
          {events.map((event) => (
            <tr key={`${event.at} ${event.kind} ${event.subject}`}>
              <td className={styles.time}>{formatTime(event.at, offset)}</td>
              <td className={styles.wraps}>
                {words.what(
                  words.kinds[event.kind],
                  documents.dailyReport.aboutEvent(event.kind, event.subject),
                )}
              </td>
              <td className={styles.soft}>{event.who}</td>
              <td className={styles.num}>{event.amountRp === null ? '' : formatAmount(event.amountRp)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {events.length === 0 && <p className={styles.legend}>{words.none}</p>}
      <p className={styles.legend}>{words.counts(voidedLines, abandonedTickets, reprints, clockJumps)}</p>
    </Section>
  );
}
