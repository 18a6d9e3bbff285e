import type { RecordBodies } from '../journal/bodies.ts';
import type { JournalRecord, RecordOf } from '../journal/record.ts';
import type { SaleBody, SaleLine, ZBody } from '../journal/sale-bodies.ts';
import { CASH_STEP } from './cash-rounding.ts';
import { NO_RUPIAH } from './money.ts';

/** A completed sale, in whichever version it was written. */
export type SaleRecord = RecordOf<'sale-completed/1' | 'sale-completed/2'>;
/** A Z, in whichever version it was written. */
export type ZRecord = RecordOf<'day-closed/1' | 'day-closed/2'>;

/** Whether a record is a completed sale. */
export function isSale(record: JournalRecord): record is SaleRecord {
  return record.type === 'sale-completed/1' || record.type === 'sale-completed/2';
}

/** Whether a record is a Z. */
export function isZ(record: JournalRecord): record is ZRecord {
  return record.type === 'day-closed/1' || record.type === 'day-closed/2';
}

/**
 * A sale as everybody reads it. The first till sold single units at the list price for cash, so each
 * of its sales is one of today's that used none of what came later.
 */
export function saleOf(record: SaleRecord): SaleBody {
  return record.type === 'sale-completed/2' ? record.body : fromFirst(record.body);
}

function fromFirst(body: RecordBodies['sale-completed/1']): SaleBody {
  return {
    ...body,
    buyer: { tier: 'umum', memberId: null, buyerId: null },
    lines: body.lines.map(lineFromFirst),
    tax: null,
    cashStepRp: CASH_STEP,
    tenders: body.tenders.map((tender) => ({ ...tender, donationRp: NO_RUPIAH })),
    approvalIds: [],
  };
}

function lineFromFirst(first: RecordBodies['sale-completed/1']['lines'][number]): SaleLine {
  const { priceRule: _, ...line } = first;
  return {
    ...line,
    baseUnit: line.unit,
    contentThousandths: 1000,
    baseQuantityThousandths: line.quantityThousandths,
    listPriceRp: line.unitPriceRp,
    priceReason: { kind: 'list' },
    grossRp: line.totalRp,
    discounts: [],
    taxClass: 'bebas',
    taxRp: NO_RUPIAH,
    approvalId: null,
    batch: null,
    expiry: null,
  };
}

/** A Z as everybody reads it; what the first till could not count was nothing. */
export function zOf(record: ZRecord): ZBody {
  if (record.type === 'day-closed/2') return record.body;
  const { totals, ...body } = record.body;
  return { ...body, totals: { ...NOTHING_LATER, ...totals }, refunds: [], debtPayments: [] };
}

/** The part of a day's totals that came with the second version of the Z. */
export const NOTHING_LATER = {
  discountRp: NO_RUPIAH,
  taxRp: NO_RUPIAH,
  returnCount: 0,
  returnRp: NO_RUPIAH,
  cashRefundRp: NO_RUPIAH,
  debtPaidCount: 0,
  debtPaidRp: NO_RUPIAH,
  cashDebtPaidRp: NO_RUPIAH,
  donationRp: NO_RUPIAH,
} as const;
