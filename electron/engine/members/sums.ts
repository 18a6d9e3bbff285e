import type { JournalRecord } from '../../../shared/journal/record.ts';
import { isSale, saleOf } from '../../../shared/domain/sale-view.ts';
import type { Addition, SumTable } from '../journal/sums.ts';

/**
 * What each member bought in each calendar year, returns taken off in the year they came back. Counted
 * are sales, by their total before cash rounding: the rounding is the shop's gift, not a purchase less.
 */
export const memberYears: SumTable = {
  upsert: `INSERT INTO member_year (year, member_id, purchases_rp, purchases) VALUES (?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET
             purchases_rp = purchases_rp + excluded.purchases_rp, purchases = purchases + excluded.purchases`,
  names: 2,
  additionsOf: (record) => {
    if (isSale(record)) {
      const { buyer, totalRp } = saleOf(record);
      return addition(record, buyer.memberId, totalRp, 1);
    }
    if (record.type === 'sale-returned/1') {
      return addition(record, record.body.sale.memberId, 0 - record.body.totalRp, 0);
    }
    return [];
  },
};

function addition(
  record: JournalRecord,
  memberId: string | null,
  amountRp: number,
  purchases: number,
): Addition[] {
  if (memberId === null) return [];
  const year = (record.businessDate ?? '').slice(0, 4);
  return [{ key: [year, memberId], amounts: [amountRp, purchases] }];
}
