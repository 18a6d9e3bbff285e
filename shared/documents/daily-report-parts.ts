import type { DailyReport } from '../contract/reports.ts';
import { formatAmountAscii, formatTimeAscii } from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import { drawerSums, type MoneyPart, type SumLine } from './daily-report-sums.ts';
import type { Block } from './print-document.ts';

type ShiftRow = DailyReport['shifts'][number];

const words = documents.dailyReport;

/** A sum as rows, one below the other. */
export function sumRows(lines: readonly SumLine[]): Block[] {
  return lines.map(({ label, amountRp }) => ({
    kind: 'row',
    left: label,
    right: formatAmountAscii(amountRp),
  }));
}

/** Money by tender and what it comes to; a single tender is its own sum. */
export function moneyBlocks({ rows, sums }: MoneyPart, countOf: (count: string) => string): Block[] {
  const tallies = rows.map(({ name, count, amountRp }): Block => ({
    kind: 'tally',
    name,
    count: countOf(formatAmountAscii(count)),
    amount: formatAmountAscii(amountRp),
  }));
  return rows.length <= 1 && sums.length === 1 ? tallies : [...tallies, ...sumRows(sums)];
}

/**
 * One shift's drawer: what should be in it, what was counted, and the difference. Before the count is
 * locked the report knows neither, so paper cannot give the blind count away.
 */
export function cashOfShift(shift: ShiftRow, offsetMinutes: number): Block[] {
  const opened = formatTimeAscii(shift.openedAt, offsetMinutes);
  const closed = shift.closedAt === null ? words.running : formatTimeAscii(shift.closedAt, offsetMinutes);
  return [
    { kind: 'text', text: words.shift(shift.number, shift.cashier), strong: true },
    { kind: 'text', text: `${opened} - ${closed}` },
    ...sumRows(drawerSums(shift)),
    ...countOfShift(shift),
  ];
}

function countOfShift(shift: ShiftRow): Block[] {
  if (shift.expectedRp === null || shift.countedRp === null || shift.varianceRp === null) {
    return [{ kind: 'text', text: words.notCounted }];
  }
  const blocks: Block[] = [
    { kind: 'row', left: words.expected, right: formatAmountAscii(shift.expectedRp) },
    { kind: 'row', left: words.counted, right: formatAmountAscii(shift.countedRp) },
    {
      kind: 'row',
      left: words.varianceOf(shift.varianceRp),
      right: formatAmountAscii(shift.varianceRp),
      strong: true,
    },
  ];
  if (shift.reason !== null) blocks.push({ kind: 'text', text: words.reason(shift.reason), indent: 2 });
  if (shift.note !== '') blocks.push({ kind: 'text', text: words.note(shift.note), indent: 2 });
  return blocks;
}

/** What an owner should see of the day: how often, and each one with its time, its amount and who. */
export function specialEvents(report: DailyReport, offsetMinutes: number): Block[] {
  const { counts } = words;
  const summary: Block[] = [
    { kind: 'row', left: counts.voided, right: formatAmountAscii(report.voidedLines) },
    { kind: 'row', left: counts.voidedRp, right: formatAmountAscii(report.voidedRp) },
    { kind: 'row', left: counts.abandoned, right: formatAmountAscii(report.abandonedTickets) },
    { kind: 'row', left: counts.reprints, right: formatAmountAscii(report.reprints) },
    { kind: 'row', left: counts.clockJumps, right: formatAmountAscii(report.clockJumps) },
  ];
  return [...summary, ...report.events.flatMap((event) => eventBlocks(event, offsetMinutes))];
}

function eventBlocks(event: DailyReport['events'][number], offsetMinutes: number): Block[] {
  const what = `${formatTimeAscii(event.at, offsetMinutes)} ${words.eventOf(event.kind)}`;
  const about = [words.aboutEvent(event.kind, event.subject), event.who]
    .filter((part) => part !== '')
    .join(', ');
  return [
    { kind: 'row', left: what, right: event.amountRp === null ? '' : formatAmountAscii(event.amountRp) },
    ...(about === '' ? [] : [{ kind: 'text', text: about, indent: 6 } as const]),
  ];
}
