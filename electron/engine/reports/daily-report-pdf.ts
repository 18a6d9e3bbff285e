import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { DailyReport } from '../../../shared/contract/reports.ts';
import { offsetMinutesOf } from '../../../shared/domain/business-date.ts';
import { formatAmount, formatDateLong, formatRupiah, formatTime } from '../../../shared/i18n/format.ts';
import { reports as words } from '../../../shared/i18n/id/reports.ts';
import { documents } from '../../../shared/i18n/id/documents.ts';
import { hoursChart } from './daily-report-pdf-chart.ts';
import { sheetFoot } from './daily-report-pdf-seal.ts';
import {
  a4Pdf,
  COLUMN_GAP,
  FULL,
  INK,
  LEFT,
  MM,
  pageHead,
  PAGE_MARGINS,
  RIGHT,
  SOFT,
} from '../documents-pdf/index.ts';
import { categoriesTable, drawerTables, eventsTable, moneyTables } from './daily-report-pdf-tables.ts';

/** More than these would run down the narrow column and over to a second sheet. */
const EVENTS_IN_A_COLUMN = 12;

/**
 * The daily report as an A4 PDF: one page, more where a day had many categories or events. The same
 * report gives the same page, so a copy made later can be laid beside the first.
 * @returns the PDF's bytes
 */
export async function dailyReportPdf(report: DailyReport): Promise<Uint8Array> {
  return a4Pdf(definition(report));
}

function definition(report: DailyReport): TDocumentDefinitions {
  const offset = offsetMinutesOf(report.store.timeZone);
  return {
    pageMargins: PAGE_MARGINS,
    info: {
      title: `${words.title} ${report.businessDate}`,
      author: report.store.koperasi,
      creationDate: new Date(report.seal?.closedAt ?? report.openedAt),
    },
    header: (sheet) => (sheet === 1 ? undefined : laterSheetHead(report)),
    footer: (sheet, sheets) => sheetFoot(report, offset, sheet, sheets),
    content: [reportHead(report, offset), headline(report), ...tables(report, offset)],
  };
}

/**
 * The tables. Many events, or a long list of how money moved, give the events the whole width, a line
 * each; drawers and hours then stand in the shorter column.
 */
function tables(report: DailyReport, offset: number): Content[] {
  const categories = categoriesTable(report);
  const money = moneyTables(report);
  const hours = hoursChart(report, RIGHT);
  if (report.returnCount > 0 || report.debtPayments.length > 0) {
    const left = [...categories, ...drawerTables(report, offset, LEFT), ...hoursChart(report, LEFT)];
    return [twoColumns(left, money), ...eventsTable(report, offset, FULL)];
  }
  if (report.events.length <= EVENTS_IN_A_COLUMN) {
    const drawers = drawerTables(report, offset, LEFT);
    return [
      twoColumns(categories, [...money, ...hours]),
      twoColumns(drawers, eventsTable(report, offset, RIGHT)),
    ];
  }
  const drawers = drawerTables(report, offset, RIGHT);
  return [twoColumns(categories, [...money, ...hours, ...drawers]), ...eventsTable(report, offset, FULL)];
}

/** Loose sheets of one report must not be mixed up with another day's. */
function laterSheetHead({ businessDate, seal }: DailyReport): Content {
  const name = seal === null ? documents.dailyReport.notClosed : words.zName(seal.zNumber);
  return {
    text: `${words.title}, ${formatDateLong(businessDate)}, ${name}`,
    color: SOFT,
    fontSize: 7.6,
    margin: [PAGE_MARGINS[0], 5 * MM, 0, 0],
  };
}

function twoColumns(left: Content[], right: Content[]): Content {
  return {
    columns: [
      { stack: left, width: LEFT },
      { stack: right, width: RIGHT },
    ],
    columnGap: COLUMN_GAP,
  };
}

function reportHead(report: DailyReport, offset: number): Content {
  const { store } = report;
  return pageHead({
    title: words.title,
    under: words.who(store.koperasi, store.gerai, store.storeCode, store.tillNumber),
    right: formatDateLong(report.businessDate),
    rightUnder: { text: dayLine(report, offset) },
  });
}

function dayLine(report: DailyReport, offset: number): Content[] {
  const shifts = words.shiftCount(report.shifts.length);
  const opened = formatTime(report.openedAt, offset);
  if (report.seal === null) {
    return [
      { text: `${documents.dailyReport.notClosed}, `, bold: true, color: INK },
      `${shifts}, buka ${opened}`,
    ];
  }
  const closed = formatTime(report.seal.closedAt, offset);
  return [{ text: words.closedLine(words.zName(report.seal.zNumber), shifts, opened, closed) }];
}

function headline(report: DailyReport): Content {
  const counted = report.shifts.flatMap((shift) => (shift.varianceRp === null ? [] : [shift.varianceRp]));
  return {
    margin: [0, 3.4 * MM, 0, 0],
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (index) => (index === 0 || index === 5 ? 0 : 0.57),
      vLineColor: () => '#8b877c',
      paddingLeft: (index) => (index === 0 ? 0 : 3.5 * MM),
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
    table: {
      widths: ['34%', '*', '*', '*', '*'],
      body: [
        [
          figure(words.net, formatRupiah(report.netRp), 21),
          figure(
            words.saleCount,
            formatAmount(report.saleCount),
            12.5,
            words.saleCountText(formatAmount(report.lineCount)),
          ),
          figure(words.average, formatAmount(report.averageRp), 12.5),
          figure(documents.dailyReport.counts.voided, formatAmount(report.voidedLines), 12.5),
          counted.length === 0
            ? figure(words.variance, words.varianceUnknown, 8.6)
            : figure(words.variance, formatAmount(counted.reduce((sum, each) => sum + each, 0)), 12.5),
        ],
      ],
    },
  };
}

function figure(label: string, value: string, size: number, note = ''): Content {
  return {
    stack: [
      { text: label, fontSize: 7.8, color: SOFT },
      {
        text: [
          { text: value, bold: true, fontSize: size },
          { text: note === '' ? '' : `  ${note}`, fontSize: 7.8, color: SOFT },
        ],
        noWrap: true,
      },
    ],
  };
}
