import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { DailyReport } from '../../../shared/contract/reports.ts';
import {
  beforeReturns,
  daySums,
  debtsMoney,
  drawerSums,
  returnsMoney,
  salesMoney,
  withinNet,
  type MoneyPart,
} from '../../../shared/documents/daily-report-sums.ts';
import { formatAmount, formatQuantity, formatTime } from '../../../shared/i18n/format.ts';
import { documents } from '../../../shared/i18n/id/documents.ts';
import { reports as words } from '../../../shared/i18n/id/reports.ts';
import {
  BAR,
  cell,
  HAIR,
  HAIRLINE,
  head,
  ledger,
  LEFT,
  line,
  MM,
  RIGHT,
  sectionTitle,
  SOFT,
  type LedgerRow,
} from '../documents-pdf/index.ts';

const FINAL_SIZE = 10;
const BAR_WIDTH = 19 * MM;
const BAR_HEIGHT = 2.2 * MM;
/** A title alone at the foot of a sheet would be read as an empty section. */
const EVENTS_WITH_TITLE = 3;

/** Sales by category with each one's share, down to the net of the day. */
export function categoriesTable(report: DailyReport): Content[] {
  const { categories: say } = words;
  const largest = Math.max(1, ...report.categories.map((row) => row.amountRp));
  const rows = report.categories.map((row): LedgerRow => {
    const share = report.grossRp === 0 ? '' : `${percent(row.amountRp / report.grossRp)}%`;
    return {
      kind: 'row',
      cells: [
        cell(row.category, { wrap: true }),
        cell(formatQuantity(row.quantityThousandths), { right: true, soft: true }),
        cell(formatAmount(row.amountRp), { right: true }),
        cell(share, { right: true, soft: true }),
        bar(row.amountRp / largest),
      ],
    };
  });
  return [
    sectionTitle(say.title, beforeReturns(report, say.unit), LEFT),
    ledger(
      [
        {
          kind: 'head',
          cells: [
            head(say.name),
            head(say.quantity, true),
            head(say.amount, true),
            head(say.share, true),
            head(''),
          ],
        },
        ...rows,
        ...daySums(report).map(({ label, amountRp }, index): LedgerRow => {
          const first = index === 0;
          return { kind: first ? 'sum' : 'row', cells: amountOnly(label, amountRp, { bold: first }) };
        }),
        { kind: 'final', cells: amountOnly(say.net, report.netRp, { bold: true, size: FINAL_SIZE }) },
      ],
      ['*', 'auto', 'auto', 'auto', BAR_WIDTH],
      LEFT,
    ),
    ...remark(withinNet(report).map(({ label, amountRp }) => `${label} ${formatAmount(amountRp)}.`)),
  ];
}

/** A few small words below a table, nothing where there are none. */
function remark(texts: readonly string[]): Content[] {
  if (texts.length === 0) return [];
  return [{ text: texts.join(' '), color: SOFT, fontSize: 7.6, margin: [0, 3, 0, 0] }];
}

function amountOnly(label: string, amountRp: number, style: { bold?: boolean; size?: number }): TableCell[] {
  const soft = style.bold !== true;
  return [
    cell(label, { ...style, soft }),
    cell(''),
    cell(formatAmount(amountRp), { ...style, right: true }),
    cell(''),
    cell(''),
  ];
}

function bar(part: number): TableCell {
  const w = Math.max(0, part) * BAR_WIDTH;
  return { canvas: [{ type: 'rect', x: 0, y: 1.4, w, h: BAR_HEIGHT, color: BAR }] };
}

/** A share with one decimal and a decimal comma: `15,4`. */
function percent(part: number): string {
  return (Math.round(part * 1000) / 10).toFixed(1).replace('.', ',');
}

/** How the day was paid, what was given back for returns, and which debts were paid. */
export function moneyTables(report: DailyReport): Content[] {
  const { tenders: say } = words;
  const sales = salesMoney(report);
  const times = sales.rows.reduce((sum, row) => sum + row.count, 0);
  const parts = [returnsMoney(report), debtsMoney(report)].filter((part) => part !== undefined);
  return [
    moneyTable(sales, say.count),
    ...remark(times === report.saleCount ? [] : [say.split]),
    ...parts.map((part) => moneyTable(part, say.times)),
  ];
}

/** One part in one piece: its sum is to be checked against its rows. */
function moneyTable({ title, rows, sums }: MoneyPart, counted: string): Content {
  const { tenders: say } = words;
  const last = sums.length - 1;
  const sumRows = sums.map(({ label, amountRp }, index): LedgerRow => {
    const bold = index === 0 || index === last;
    return {
      kind: bold ? 'sum' : 'row',
      cells: [
        cell(label, { bold, soft: !bold }),
        cell(''),
        cell(formatAmount(amountRp), { right: true, bold }),
      ],
    };
  });
  const table = ledger(
    [
      { kind: 'head', cells: [head(say.name), head(counted, true), head(say.amount, true)] },
      ...rows.map(({ name, count, amountRp }): LedgerRow => ({
        kind: 'row',
        cells: [
          cell(name),
          cell(formatAmount(count), { right: true, soft: true }),
          cell(formatAmount(amountRp), { right: true }),
        ],
      })),
      ...sumRows,
    ],
    ['*', 'auto', 'auto'],
    RIGHT,
  );
  return { unbreakable: true, stack: [sectionTitle(title, say.unit, RIGHT), table] };
}

/**
 * The drawer of each shift: what should be in it, what was counted without looking, and the
 * difference. The title never stands on one sheet and the first drawer on the next.
 */
export function drawerTables(report: DailyReport, offsetMinutes: number, width: number): Content[] {
  const { drawer: say } = words;
  const [first = [], ...others] = report.shifts.map((shift) => drawerTable(shift, offsetMinutes, width));
  return [
    { unbreakable: true, stack: [sectionTitle(say.title, say.unit, width), first] },
    ...others.map((table): Content => ({ unbreakable: true, stack: [table] })),
  ];
}

function drawerTable(shift: DailyReport['shifts'][number], offsetMinutes: number, width: number): Content {
  const { drawer: say } = words;
  const opened = formatTime(shift.openedAt, offsetMinutes);
  const times =
    shift.closedAt === null
      ? say.running(opened)
      : say.times(opened, formatTime(shift.closedAt, offsetMinutes));
  const reason = shift.reason === null ? '' : (say.reasons[shift.reason] ?? shift.reason);
  const why = [reason, shift.note].filter((part) => part !== '').join(': ');
  const rows: LedgerRow[] = [
    {
      kind: 'row',
      cells: [
        cell(say.shift(shift.number, shift.cashier), { bold: true, wrap: true }),
        cell(times, { right: true, soft: true }),
      ],
    },
    ...drawerSums(shift).map(({ label, amountRp }): LedgerRow => ({
      kind: 'row',
      cells: figure(label, amountRp),
    })),
    ...countRows(shift),
  ];
  return {
    margin: [0, 2, 0, 3],
    stack: [
      ledger(rows, ['*', 'auto'], width),
      { text: why, color: SOFT, fontSize: 7.6, margin: [0, 2, 0, 0] },
    ],
  };
}

function countRows(shift: DailyReport['shifts'][number]): LedgerRow[] {
  const { drawer: say } = words;
  if (shift.expectedRp === null || shift.countedRp === null || shift.varianceRp === null) {
    return [{ kind: 'row', cells: [cell(say.notCounted, { soft: true, wrap: true }), cell('')] }];
  }
  const style = { bold: true, size: FINAL_SIZE };
  return [
    { kind: 'sum', cells: figure(say.expected, shift.expectedRp, { bold: true }) },
    { kind: 'row', cells: figure(say.counted, shift.countedRp) },
    {
      kind: 'final',
      cells: figure(documents.dailyReport.varianceOf(shift.varianceRp), shift.varianceRp, style),
    },
  ];
}

function figure(label: string, amountRp: number, style: { bold?: boolean; size?: number } = {}): TableCell[] {
  return [cell(label, style), cell(formatAmount(amountRp), { ...style, right: true })];
}

/** Each event worth a question: when, what and who, how much. */
export function eventsTable(report: DailyReport, offsetMinutes: number, width: number): Content[] {
  const { events: say } = words;
  const rows = report.events.map((event): LedgerRow => {
    const about = documents.dailyReport.aboutEvent(event.kind, event.subject);
    return {
      kind: 'row',
      cells: [
        cell(formatTime(event.at, offsetMinutes), { soft: true }),
        cell([say.what(say.kinds[event.kind], about), event.who].filter((part) => part !== '').join(', '), {
          wrap: true,
        }),
        cell(event.amountRp === null ? '' : formatAmount(event.amountRp), { right: true }),
      ],
    };
  });
  const table = (some: readonly LedgerRow[]): Content => ledger(some, ['auto', '*', 'auto'], width);
  const first = rows.slice(0, EVENTS_WITH_TITLE);
  const others = rows.slice(EVENTS_WITH_TITLE);
  return [
    {
      unbreakable: true,
      stack: [sectionTitle(say.title, say.unit, width), ...(first.length === 0 ? [] : [table(first)])],
    },
    ...(others.length === 0 ? [] : [line(width, HAIRLINE, HAIR), table(others)]),
    {
      text:
        rows.length === 0
          ? say.none
          : say.counts(report.voidedLines, report.abandonedTickets, report.reprints, report.clockJumps),
      color: SOFT,
      fontSize: 7.6,
      margin: [0, 3, 0, 0],
    },
  ];
}
