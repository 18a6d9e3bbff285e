import type { DailyReport } from '../../shared/contract/reports.ts';
import type { DayTotals } from '../../shared/journal/sale-bodies.ts';
import type { FullTally, SubsidyTally, Tally } from './tally.ts';

type Sums = Partial<Record<keyof DayTotals, number>>;

/** The day's sums as the till's own report has them. */
export function sumsOfReport(report: DailyReport): Sums {
  const cashOf = (rows: DailyReport['tenders']) => rows.find(({ kind }) => kind === 'cash')?.amountRp ?? 0;
  return {
    saleCount: report.saleCount,
    lineCount: report.lineCount,
    grossRp: report.grossRp,
    roundingRp: report.roundingRp,
    // The report counts what lies in the drawer: donated change does too, and is nobody's payment.
    cashRp: cashOf(report.tenders) - report.donationRp,
    voidedLines: report.voidedLines,
    voidedRp: report.voidedRp,
    abandonedTickets: report.abandonedTickets,
    reprints: report.reprints,
    discountRp: report.discountRp,
    taxRp: report.taxRp,
    returnCount: report.returnCount,
    returnRp: report.returnRp,
    cashRefundRp: cashOf(report.refunds),
    debtPaidRp: report.debtPaidRp,
    cashDebtPaidRp: cashOf(report.debtPayments),
    donationRp: report.donationRp,
  };
}

/** The day's sums as somebody who stood by has counted them. */
export function sumsOfTally(tally: Tally | FullTally | SubsidyTally): Sums {
  const plain: Sums = {
    saleCount: tally.sales,
    lineCount: tally.lines,
    grossRp: tally.grossRp,
    cashRp: tally.cashRp,
    voidedLines: tally.removedLines,
    abandonedTickets: tally.abandoned,
    reprints: tally.reprints,
  };
  if ('happened' in tally) {
    const { roundingRp, discountRp, returns: returnCount, returnRp, cashRefundRp } = tally;
    return { ...plain, roundingRp, discountRp, returnCount, returnRp, cashRefundRp };
  }
  if (!('counts' in tally)) return plain;
  return {
    ...plain,
    roundingRp: tally.roundingRp,
    discountRp: tally.discountRp,
    returnCount: tally.counts.returns,
    returnRp: tally.returnRp,
    cashRefundRp: tally.cashRefundRp,
    debtPaidCount: tally.counts.debtsPaid,
    debtPaidRp: tally.debtPaidRp,
    cashDebtPaidRp: tally.cashDebtPaidRp,
    donationRp: tally.donationRp,
  };
}

/** The district's sums over all days it holds of a till. */
export function sumsOfDistrict(days: readonly { readonly totals: DayTotals }[]): Sums {
  const sums: Sums = {};
  for (const { totals } of days) {
    for (const name of namesOf(totals)) sums[name] = (sums[name] ?? 0) + totals[name];
  }
  return sums;
}

/** In words, every sum that one side has otherwise than the district. */
export function differences(who: string, mine: Sums, district: Sums): string[] {
  return namesOf(mine)
    .filter((name) => mine[name] !== district[name])
    .map((name) => `${who} counts ${name} ${mine[name]}, the district ${district[name] ?? 'nothing'}.`);
}

function namesOf(sums: Sums): (keyof DayTotals)[] {
  // Object.keys forgets what it was given.
  return Object.keys(sums) as (keyof DayTotals)[];
}
