import type { JournalRecord } from '../../../shared/journal/record.ts';
import type { Addition, SumTable } from '../journal/sums.ts';

/** What each category sold on each business day. */
export const categoryDays: SumTable = {
  upsert: `INSERT INTO category_day (business_date, category, lines, quantity_thousandths, amount_rp)
           VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET
             lines = lines + excluded.lines, amount_rp = amount_rp + excluded.amount_rp,
             quantity_thousandths = quantity_thousandths + excluded.quantity_thousandths`,
  additionsOf: (record) => {
    const date = record.businessDate ?? '';
    if (record.type !== 'sale-completed/1') return [];
    return record.body.lines.map((line) => ({
      row: `${date} ${line.category}`,
      key: [date, line.category],
      amounts: [1, line.quantityThousandths, line.totalRp],
    }));
  },
};

/** What each shift took, by tender. */
export const shiftTenders: SumTable = {
  upsert: `INSERT INTO shift_tender (business_date, shift_id, kind, tenders, amount_rp) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET
             tenders = tenders + excluded.tenders, amount_rp = amount_rp + excluded.amount_rp`,
  additionsOf: (record) => {
    const date = record.businessDate ?? '';
    if (record.type !== 'sale-completed/1') return [];
    const { shiftId, tenders } = record.body;
    return tenders.map(({ kind, amountRp }) => ({
      row: `${date} ${shiftId} ${kind}`,
      key: [date, shiftId, kind],
      amounts: [1, amountRp],
    }));
  },
};

/** The totals that run through every Z: sales, and lines that were taken off a ticket as voids. */
export const perpetualTotal: SumTable = {
  upsert: `INSERT INTO perpetual (id, gross_rp, void_rp, refund_rp, net_rp) VALUES (1, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET
             gross_rp = gross_rp + excluded.gross_rp, void_rp = void_rp + excluded.void_rp,
             refund_rp = refund_rp + excluded.refund_rp, net_rp = net_rp + excluded.net_rp`,
  additionsOf: addedToPerpetual,
};

function addedToPerpetual(record: JournalRecord): Addition[] {
  switch (record.type) {
    case 'sale-completed/1':
      return [{ row: '', key: [], amounts: [record.body.totalRp, 0, 0, record.body.dueRp] }];
    case 'line-voided/1':
      return [{ row: '', key: [], amounts: [0, record.body.amountRp, 0, 0] }];
    default:
      return [];
  }
}
