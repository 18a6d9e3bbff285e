import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { DailyReport } from '../../../shared/contract/reports.ts';
import { formatAmount, formatQuantity, formatTime } from '../../../shared/i18n/format.ts';
import { documents } from '../../../shared/i18n/id/documents.ts';
import { reports as words } from '../../../shared/i18n/id/reports.ts';
import {
  BAR,
  cell,
  head,
  ledger,
  LEFT,
  MM,
  RIGHT,
  sectionTitle,
  SOFT,
  type LedgerRow,
} from '../documents-pdf/index.ts';

const FINAL_SIZE = 10;
const BAR_WIDTH = 19 * MM;
const BAR_HEIGHT = 2.2 * MM;

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
    sectionTitle(say.title, say.unit, LEFT),
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
        { kind: 'sum', cells: amountOnly(say.sum, report.grossRp, { bold: true }) },
        { kind: 'row', cells: amountOnly(say.rounding, report.roundingRp, {}) },
        { kind: 'final', cells: amountOnly(say.net, report.netRp, { bold: true, size: FINAL_SIZE }) },
      ],
      ['*', 'auto', 'auto', 'auto', BAR_WIDTH],
      LEFT,
    ),
  ];
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

/** How the day was paid. */
export function tendersTable(report: DailyReport): Content[] {
  const { tenders: say } = words;
  const count = report.tenders.reduce((sum, tender) => sum + tender.count, 0);
  const amount = report.tenders.reduce((sum, tender) => sum + tender.amountRp, 0);
  return [
    sectionTitle(say.title, say.unit, RIGHT),
    ledger(
      [
        { kind: 'head', cells: [head(say.name), head(say.count, true), head(say.amount, true)] },
        ...report.tenders.map((tender): LedgerRow => ({
          kind: 'row',
          cells: [
            cell(say.kinds[tender.kind] ?? tender.kind),
            cell(formatAmount(tender.count), { right: true, soft: true }),
            cell(formatAmount(tender.amountRp), { right: true }),
          ],
        })),
        {
          kind: 'sum',
          cells: [
            cell(say.sum, { bold: true }),
            cell(formatAmount(count), { right: true, bold: true }),
            cell(formatAmount(amount), { right: true, bold: true }),
          ],
        },
      ],
      ['*', 'auto', 'auto'],
      RIGHT,
    ),
  ];
}

/** The drawer of each shift: what should be in it, what was counted without looking, and the difference. */
export function drawerTables(report: DailyReport, offsetMinutes: number, width: number): Content[] {
  const { drawer: say } = words;
  return [
    sectionTitle(say.title, say.unit, width),
    ...report.shifts.map((shift): Content => {
      const opened = formatTime(shift.openedAt, offsetMinutes);
      const times =
        shift.closedAt === null
          ? say.running(opened)
          : say.times(opened, formatTime(shift.closedAt, offsetMinutes));
      const reason = shift.reason === null ? '' : (say.reasons[shift.reason] ?? shift.reason);
      const why = [reason, shift.note].filter((part) => part !== '').join(': ');
      return {
        margin: [0, 2, 0, 3],
        unbreakable: true,
        stack: [
          ledger(
            [
              {
                kind: 'row',
                cells: [
                  cell(say.shift(shift.number, shift.cashier), { bold: true, wrap: true }),
                  cell(times, { right: true, soft: true }),
                ],
              },
              { kind: 'row', cells: figure(say.float, shift.floatRp) },
              { kind: 'row', cells: figure(say.cashSales, shift.cashSalesRp) },
              ...countRows(shift),
            ],
            ['*', 'auto'],
            width,
          ),
          { text: why, color: SOFT, fontSize: 7.6, margin: [0, 2, 0, 0] },
        ],
      };
    }),
  ];
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
  return [
    sectionTitle(say.title, say.unit, width),
    ...(rows.length === 0 ? [] : [ledger(rows, ['auto', '*', 'auto'], width)]),
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
