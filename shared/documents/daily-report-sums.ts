import type { DailyReport } from '../contract/reports.ts';
import { rupiah, sumRupiah, type Rupiah } from '../domain/money.ts';
import { documents } from '../i18n/id/documents.ts';
import type { TenderKind } from '../journal/sale-bodies.ts';

const words = documents.dailyReport;

/** A label and an amount of a sum that a reader can check with a pencil. */
export interface SumLine {
  readonly label: string;
  readonly amountRp: Rupiah;
}

/** Money that moved for one thing, by tender, and how it comes to a figure that stands elsewhere too. */
export interface MoneyPart {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly count: number; readonly amountRp: Rupiah }[];
  /** The rows' sum first, then what is added or taken off, the last line being what remains. */
  readonly sums: readonly SumLine[];
}

type ByTender = DailyReport['tenders'];

/** Cash first, then what reaches the bank, then what is only promised or set against something. */
const ORDER: readonly string[] = [
  'cash',
  'qris',
  'transfer',
  'card',
  'kasbon',
  'savings',
  'invoice',
  'exchange',
] satisfies readonly TenderKind[];

/**
 * From sales to the day's net: gross, less returns, plus rounding. What is zero is left out, so that
 * the report of a simple day is short.
 */
export function daySums(report: DailyReport): SumLine[] {
  const { gross, returned, rounding } = words;
  return [
    { label: gross, amountRp: report.grossRp },
    ...line(returned(report.returnCount), rupiah(0 - report.returnRp)),
    ...line(rounding, report.roundingRp),
  ];
}

/** What the net already holds or lacks, to know and not to add: PPN of a PKP store, discounts given. */
export function withinNet({ taxRp, discountRp, store }: DailyReport): SumLine[] {
  const tax = { label: words.taxWithin, amountRp: taxRp };
  return [...(taxRp !== 0 || store.pkp ? [tax] : []), ...line(words.discounted, discountRp)];
}

/** Sales by category and by hour are those before returns: their title says so where a day has any. */
export function beforeReturns({ returnCount }: DailyReport, title: string): string {
  return returnCount === 0 ? title : `${title}, ${words.beforeReturns}`;
}

/**
 * How the day's sales were paid. The sum less donations, which are only held, and less what was given
 * back for returns is the day's net.
 */
export function salesMoney(report: DailyReport): MoneyPart {
  const { refunds, donationRp, netRp } = report;
  const sum = { label: words.sum, amountRp: amountOf(report.tenders) };
  const off = [
    ...line(words.donation, rupiah(0 - donationRp)),
    ...line(words.refunds, rupiah(0 - amountOf(refunds))),
  ];
  const net = off.length === 0 ? [] : [{ label: words.net, amountRp: netRp }];
  return { title: words.tenders, rows: rowsOf(report.tenders), sums: [sum, ...off, ...net] };
}

/** What was given back for returned goods and how it comes to their value; undefined without returns. */
export function returnsMoney({ refunds, returnCount, returnRp }: DailyReport): MoneyPart | undefined {
  if (returnCount === 0) return undefined;
  return part(words.refunds, refunds, { label: words.returnedGoods, amountRp: returnRp });
}

/** Kasbon and invoices paid, and how much less is owed for it; undefined where nobody paid any. */
export function debtsMoney({ debtPayments, debtPaidRp }: DailyReport): MoneyPart | undefined {
  if (debtPayments.length === 0) return undefined;
  return part(words.debtPayments, debtPayments, { label: words.debtLess, amountRp: debtPaidRp });
}

/** Cash is rounded, what it stands for is not: both sums are there where they differ. */
function part(title: string, moved: ByTender, whole: SumLine): MoneyPart {
  const amountRp = amountOf(moved);
  const rounding = line(words.rounding, rupiah(whole.amountRp - amountRp));
  const sum = { label: words.sum, amountRp };
  return { title, rows: rowsOf(moved), sums: rounding.length === 0 ? [whole] : [sum, ...rounding, whole] };
}

/** How the cash in a shift's drawer comes about, without the count's own lines. */
export function drawerSums(shift: DailyReport['shifts'][number]): SumLine[] {
  return [
    { label: words.float, amountRp: shift.floatRp },
    { label: words.cashSales, amountRp: shift.cashSalesRp },
    ...line(words.cashDebts, shift.cashDebtsRp),
    ...line(words.cashRefunds, rupiah(0 - shift.cashRefundsRp)),
  ];
}

function rowsOf(moved: ByTender): MoneyPart['rows'] {
  return moved
    .toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .map(({ kind, count, amountRp }) => ({ name: words.tenderOf(kind), count, amountRp }));
}

function amountOf(moved: ByTender): Rupiah {
  return sumRupiah(moved.map(({ amountRp }) => amountRp));
}

function line(label: string, amountRp: Rupiah): SumLine[] {
  return amountRp === 0 ? [] : [{ label, amountRp }];
}
