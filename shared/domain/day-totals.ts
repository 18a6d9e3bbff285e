import type { DayTotals } from '../journal/bodies.ts';
import type { JournalRecord } from '../journal/record.ts';
import { NO_RUPIAH, rupiah, sumRupiah } from './money.ts';

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
};

/**
 * Adds one record to the totals of its business day. The till's Z, the district's projection and
 * every verifier use this function, so "both sides agree" means agreement with the records.
 */
export function addToDayTotals(totals: DayTotals, record: JournalRecord): DayTotals {
  switch (record.type) {
    case 'sale-completed/1':
      return {
        ...totals,
        saleCount: totals.saleCount + 1,
        lineCount: totals.lineCount + record.body.lines.length,
        grossRp: rupiah(totals.grossRp + record.body.totalRp),
        roundingRp: rupiah(totals.roundingRp + record.body.roundingRp),
        cashRp: rupiah(totals.cashRp + sumRupiah(record.body.tenders.map((tender) => tender.amountRp))),
      };
    case 'line-voided/1':
      return {
        ...totals,
        voidedLines: totals.voidedLines + 1,
        voidedRp: rupiah(totals.voidedRp + record.body.amountRp),
      };
    case 'ticket-abandoned/1':
      return { ...totals, abandonedTickets: totals.abandonedTickets + 1 };
    case 'receipt-reprinted/1':
      return { ...totals, reprints: totals.reprints + 1 };
    default:
      return totals;
  }
}
