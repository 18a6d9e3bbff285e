import type { JournalRecord, RecordOf } from '../journal/record.ts';
import type { DayTotals, SaleBody } from '../journal/sale-bodies.ts';
import { NO_RUPIAH, rupiah, sumRupiah, type Rupiah } from './money.ts';
import { NOTHING_LATER, saleOf } from './sale-view.ts';

/** A day on which nothing has happened yet. */
export const EMPTY_DAY_TOTALS: DayTotals = {
  saleCount: 0,
  lineCount: 0,
  grossRp: NO_RUPIAH,
  roundingRp: NO_RUPIAH,
  cashRp: NO_RUPIAH,
  voidedLines: 0,
  voidedRp: NO_RUPIAH,
  abandonedTickets: 0,
  reprints: 0,
  ...NOTHING_LATER,
};

/**
 * Adds one record to the totals of its business day. The till's Z, the district's projection and
 * every verifier use this function, so "both sides agree" means agreement with the records.
 */
export function addToDayTotals(totals: DayTotals, record: JournalRecord): DayTotals {
  switch (record.type) {
    case 'sale-completed/1':
    case 'sale-completed/2':
      return withSale(totals, saleOf(record));
    case 'sale-returned/1':
      return withReturn(totals, record);
    case 'debt-paid/1':
      return withDebtPaid(totals, record);
    case 'line-voided/1':
    case 'line-voided/2':
      return {
        ...totals,
        voidedLines: totals.voidedLines + 1,
        voidedRp: plus(totals.voidedRp, record.body.amountRp),
      };
    case 'ticket-abandoned/1':
    case 'ticket-abandoned/2':
      return { ...totals, abandonedTickets: totals.abandonedTickets + 1 };
    case 'receipt-reprinted/1':
      return { ...totals, reprints: totals.reprints + 1 };
    default:
      return totals;
  }
}

/** What a day's buyers owed, in rupiah: sales and their rounding, less what came back. */
export function dayNet(totals: DayTotals): Rupiah {
  return rupiah(totals.grossRp + totals.roundingRp - totals.returnRp);
}

function withSale(totals: DayTotals, sale: SaleBody): DayTotals {
  const cash = sale.tenders.filter((tender) => tender.kind === 'cash');
  const discounts = sale.lines.flatMap((line) => line.discounts.map((discount) => discount.amountRp));
  return {
    ...totals,
    saleCount: totals.saleCount + 1,
    lineCount: totals.lineCount + sale.lines.length,
    grossRp: plus(totals.grossRp, sale.totalRp),
    roundingRp: plus(totals.roundingRp, sale.roundingRp),
    cashRp: plus(totals.cashRp, sumRupiah(cash.map((tender) => tender.amountRp))),
    discountRp: plus(totals.discountRp, sumRupiah(discounts)),
    taxRp: plus(totals.taxRp, sale.tax?.taxRp ?? NO_RUPIAH),
    donationRp: plus(totals.donationRp, sumRupiah(cash.map((tender) => tender.donationRp))),
  };
}

function withReturn(totals: DayTotals, { body }: RecordOf<'sale-returned/1'>): DayTotals {
  const cash = body.refunds.filter((refund) => refund.kind === 'cash').map((refund) => refund.amountRp);
  return {
    ...totals,
    roundingRp: rupiah(totals.roundingRp - body.roundingRp),
    taxRp: rupiah(totals.taxRp - body.taxRp),
    returnCount: totals.returnCount + 1,
    returnRp: plus(totals.returnRp, body.totalRp),
    cashRefundRp: plus(totals.cashRefundRp, sumRupiah(cash)),
  };
}

function withDebtPaid(totals: DayTotals, { body }: RecordOf<'debt-paid/1'>): DayTotals {
  const cash = body.tender.kind === 'cash' ? body.tender.amountRp : NO_RUPIAH;
  return {
    ...totals,
    debtPaidCount: totals.debtPaidCount + 1,
    debtPaidRp: plus(totals.debtPaidRp, body.amountRp),
    cashDebtPaidRp: plus(totals.cashDebtPaidRp, cash),
  };
}

function plus(sum: Rupiah, amount: Rupiah): Rupiah {
  return rupiah(sum + amount);
}
