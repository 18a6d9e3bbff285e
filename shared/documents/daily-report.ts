import type { DailyReport } from '../contract/reports.ts';
import { calendarDate, offsetMinutesOf, TIME_ZONES } from '../domain/business-date.ts';
import {
  formatAmountAscii,
  formatDateAscii,
  formatQuantity,
  formatRupiah,
  formatTimeAscii,
} from '../i18n/format.ts';
import { documents } from '../i18n/id/documents.ts';
import { cashOfShift, moneyBlocks, specialEvents, sumRows } from './daily-report-parts.ts';
import {
  beforeReturns,
  daySums,
  debtsMoney,
  returnsMoney,
  salesMoney,
  withinNet,
  type MoneyPart,
} from './daily-report-sums.ts';
import type { Block, PrintDocument } from './print-document.ts';
import { hashGroups, isAcknowledged, sealCode } from './seal.ts';
import { storeHead } from './store-head.ts';

const words = documents.dailyReport;

/**
 * The closing report for the roll of the receipt printer: what the day brought, where the cash is,
 * what was unusual, and the seal that lets anyone check it later. A day that still runs is marked
 * BELUM DITUTUP and has no seal.
 */
export function dailyReportDocument(report: DailyReport): PrintDocument {
  return [
    ...head(report),
    ...sales(report),
    ...titled(words.tenders, moneyBlocks(salesMoney(report), words.countOf)),
    ...moneySection(returnsMoney(report)),
    ...moneySection(debtsMoney(report)),
    ...section(beforeReturns(report, words.categories), categories(report)),
    ...section(
      words.drawer,
      report.shifts.flatMap((shift) => cashOfShift(shift, offsetOf(report))),
    ),
    ...section(words.events, specialEvents(report, offsetOf(report))),
    ...seal(report),
    { kind: 'cut' },
  ];
}

function offsetOf(report: DailyReport): number {
  return offsetMinutesOf(report.store.timeZone);
}

function titled(title: string, blocks: readonly Block[]): Block[] {
  return [{ kind: 'text', text: title.toUpperCase(), strong: true }, ...blocks];
}

function section(title: string, blocks: readonly Block[]): Block[] {
  return [{ kind: 'rule' }, ...titled(title, blocks)];
}

function row(left: string, right: string): Block {
  return { kind: 'row', left, right };
}

function head(report: DailyReport): Block[] {
  const { store, seal: z } = report;
  const moment = (at: number): string => {
    const date = formatDateAscii(calendarDate(at, offsetOf(report)), true);
    return `${date} ${formatTimeAscii(at, offsetOf(report))} ${TIME_ZONES[store.timeZone].short}`;
  };
  const title = z === null ? words.notClosed : words.zName(z.zNumber);
  return [
    ...storeHead(store),
    { kind: 'centred', text: words.title.toUpperCase(), strong: true },
    { kind: 'centred', text: title, strong: true },
    ...(z === null ? [{ kind: 'centred', text: words.notClosedText } as const] : []),
    { kind: 'centred', text: words.till(store.storeCode, store.tillNumber) },
    { kind: 'double-rule' },
    row(words.businessDate, formatDateAscii(report.businessDate)),
    row(words.opened, moment(report.openedAt)),
    ...(z === null ? [] : [row(words.closed, moment(z.closedAt)), row(words.closedBy, z.closedBy)]),
  ];
}

function sales(report: DailyReport): Block[] {
  return [
    { kind: 'rule' },
    row(words.saleCount, formatAmountAscii(report.saleCount)),
    row(words.lineCount, formatAmountAscii(report.lineCount)),
    row(words.average, formatAmountAscii(report.averageRp)),
    ...sumRows(daySums(report)),
    { kind: 'row', left: words.net.toUpperCase(), right: formatRupiah(report.netRp), strong: true },
    ...sumRows(withinNet(report)),
    { kind: 'double-rule' },
  ];
}

/** Nothing is printed of what did not happen. */
function moneySection(part: MoneyPart | undefined): Block[] {
  return part === undefined ? [] : section(part.title, moneyBlocks(part, words.timesOf));
}

function categories(report: DailyReport): Block[] {
  return report.categories.map((category) => ({
    kind: 'tally',
    name: category.category,
    count: formatQuantity(category.quantityThousandths),
    amount: formatAmountAscii(category.amountRp),
  }));
}

function seal(report: DailyReport): Block[] {
  const z = report.seal;
  if (z === null) return [];
  const { perpetualRows } = words;
  return [
    ...section(words.perpetual, [
      row(perpetualRows.gross, formatAmountAscii(z.perpetualGrossRp)),
      row(perpetualRows.voided, formatAmountAscii(z.perpetualVoidRp)),
      row(perpetualRows.refund, formatAmountAscii(z.perpetualRefundRp)),
      row(perpetualRows.net, formatAmountAscii(z.perpetualNetRp)),
    ]),
    ...section(words.records, [
      row(words.firstRecord, formatAmountAscii(z.firstSeq)),
      row(words.lastRecord, formatAmountAscii(z.lastSeq)),
      { kind: 'text', text: isAcknowledged(report, z) ? words.acknowledged : words.notAcknowledged },
    ]),
    ...section(words.fingerprint, [{ kind: 'code', groups: hashGroups(z.recordHash) }]),
    ...section(words.head, [{ kind: 'code', groups: hashGroups(z.headHash) }]),
    ...previous(z),
    { kind: 'qr', data: sealCode(report, z) },
    // Only a closed day is signed for: nobody answers for figures that can still grow.
    ...words.signers.flatMap((label): Block[] => [{ kind: 'blank' }, { kind: 'signature', label }]),
  ];
}

function previous(z: NonNullable<DailyReport['seal']>): Block[] {
  if (z.previousZHash === null) return [{ kind: 'rule' }, { kind: 'text', text: words.firstZ }];
  return section(words.previous(words.zName(z.zNumber - 1)), [
    { kind: 'code', groups: hashGroups(z.previousZHash) },
  ]);
}
