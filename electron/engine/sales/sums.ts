import { isSale, saleOf } from '../../../shared/domain/sale-view.ts';
import type { JournalRecord } from '../../../shared/journal/record.ts';
import type { Addition, SumTable } from '../journal/sums.ts';

/** What each category sold on each business day, in base units. */
export const categoryDays: SumTable = {
  upsert: `INSERT INTO category_day (business_date, category, lines, quantity_thousandths, amount_rp)
           VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET
             lines = lines + excluded.lines, amount_rp = amount_rp + excluded.amount_rp,
             quantity_thousandths = quantity_thousandths + excluded.quantity_thousandths`,
  names: 2,
  additionsOf: (record) => {
    const date = record.businessDate ?? '';
    if (!isSale(record)) return [];
    return saleOf(record).lines.map((line) => ({
      key: [date, line.category],
      amounts: [1, line.baseQuantityThousandths, line.totalRp],
    }));
  },
};

/** What money moved for. */
export type MoneyFlow = 'sale' | 'refund' | 'debt';

/** What each shift took and gave back, by tender. */
export const shiftMoney: SumTable = {
  upsert: `INSERT INTO shift_money (business_date, shift_id, flow, kind, times, amount_rp) VALUES (?, ?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET times = times + excluded.times, amount_rp = amount_rp + excluded.amount_rp`,
  names: 4,
  additionsOf: (record) => {
    const date = record.businessDate ?? '';
    return movedMoney(record).map(({ shiftId, flow, kind, amountRp }) => ({
      key: [date, shiftId, flow, kind],
      amounts: [1, amountRp],
    }));
  },
};

interface MovedMoney {
  readonly shiftId: string;
  readonly flow: MoneyFlow;
  readonly kind: string;
  readonly amountRp: number;
}

function movedMoney(record: JournalRecord): MovedMoney[] {
  if (isSale(record)) {
    const { shiftId, tenders } = saleOf(record);
    return tenders.map((tender) => ({
      shiftId,
      flow: 'sale',
      kind: tender.kind,
      // A donation lies in the drawer too, until it is handed on.
      amountRp: tender.amountRp + (tender.kind === 'cash' ? tender.donationRp : 0),
    }));
  }
  switch (record.type) {
    case 'sale-returned/1': {
      const { shiftId, refunds } = record.body;
      return refunds.map(({ kind, amountRp }) => ({ shiftId, flow: 'refund', kind, amountRp }));
    }
    case 'debt-paid/1': {
      const { shiftId, tender } = record.body;
      return [{ shiftId, flow: 'debt', kind: tender.kind, amountRp: tender.amountRp }];
    }
    default:
      return [];
  }
}

/**
 * The totals that run through every Z: sales, lines that were taken off a ticket as voids, returns
 * as refunds, and what remains.
 */
export const perpetualTotal: SumTable = {
  upsert: `INSERT INTO perpetual (id, gross_rp, void_rp, refund_rp, net_rp) VALUES (1, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET
             gross_rp = gross_rp + excluded.gross_rp, void_rp = void_rp + excluded.void_rp,
             refund_rp = refund_rp + excluded.refund_rp, net_rp = net_rp + excluded.net_rp`,
  names: 0,
  additionsOf: addedToPerpetual,
};

function addedToPerpetual(record: JournalRecord): Addition[] {
  const added = (...amounts: number[]): Addition[] => [{ key: [], amounts }];
  switch (record.type) {
    case 'sale-completed/1':
    case 'sale-completed/2':
      return added(record.body.totalRp, 0, 0, record.body.dueRp);
    case 'line-voided/1':
    case 'line-voided/2':
      return added(0, record.body.amountRp, 0, 0);
    case 'sale-returned/1':
      return added(0, 0, record.body.totalRp, 0 - record.body.refundRp);
    default:
      return [];
  }
}
