import type { DailyReport } from '../../../shared/contract/reports.ts';
import { offsetMinutesOf } from '../../../shared/domain/business-date.ts';
import { sumRupiah } from '../../../shared/domain/money.ts';
import { formatAmount, formatDateLong, formatRupiah, formatTime } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { Categories } from './categories.tsx';
import { Drawer } from './drawer.tsx';
import { Events } from './events.tsx';
import { HoursChart } from './hours-chart.tsx';
import { Money } from './money.tsx';
import styles from './report.module.css';
import { Seal } from './seal.tsx';

const words = id.reports;

/** One business day on one page, as the owner reads it: only parts for which there is something to say. */
export function ReportPaper({ report }: { readonly report: DailyReport }) {
  const offset = offsetMinutesOf(report.store.timeZone);
  // Where the right column says much of how money moved, the hours stand in the left one.
  const long = report.returnCount > 0 || report.debtPayments.length > 0;
  return (
    <article className={styles.paper} aria-label={`${words.title} ${formatDateLong(report.businessDate)}`}>
      <header className={styles.top}>
        <div>
          <h1>{words.title}</h1>
          <p>
            {words.who(
              report.store.koperasi,
              report.store.gerai,
              report.store.storeCode,
              report.store.tillNumber,
            )}
          </p>
        </div>
        <div className={styles.day}>
          <b>{formatDateLong(report.businessDate)}</b>
          <p>{dayLine(report, offset)}</p>
        </div>
      </header>
      <Headline report={report} />
      <div className={styles.columns}>
        <div>
          {(report.categories.length > 0 || report.returnCount > 0) && <Categories report={report} />}
          {report.shifts.length > 0 && <Drawer report={report} offset={offset} />}
          {long && <HoursChart report={report} />}
        </div>
        <div>
          <Money report={report} />
          {!long && <HoursChart report={report} />}
          <Events report={report} offset={offset} />
        </div>
      </div>
      <Seal report={report} offset={offset} />
    </article>
  );
}

function dayLine({ seal, shifts, openedAt }: DailyReport, offset: number): string {
  const opened = formatTime(openedAt, offset);
  const count = words.shiftCount(shifts.length);
  return seal === null
    ? words.openLine(count, opened)
    : words.closedLine(words.zName(seal.zNumber), count, opened, formatTime(seal.closedAt, offset));
}

/** The figures that are read first. */
function Headline({ report }: { readonly report: DailyReport }) {
  const counted = report.shifts.flatMap((shift) => (shift.varianceRp === null ? [] : [shift.varianceRp]));
  return (
    <dl className={styles.headline}>
      <div>
        <dt>{words.net}</dt>
        <dd>{formatRupiah(report.netRp)}</dd>
      </div>
      <div>
        <dt>{words.saleCount}</dt>
        <dd>
          {formatAmount(report.saleCount)}{' '}
          <small>{words.saleCountText(formatAmount(report.lineCount))}</small>
        </dd>
      </div>
      <div>
        <dt>{words.average}</dt>
        <dd>{formatAmount(report.averageRp)}</dd>
      </div>
      <div>
        <dt>{words.variance}</dt>
        <dd>
          {counted.length === 0 ? <small>{words.varianceUnknown}</small> : formatAmount(sumRupiah(counted))}
        </dd>
      </div>
    </dl>
  );
}
