import { calendarDate } from '../../../shared/domain/business-date.ts';
import type { JournalRecord } from '../../../shared/journal/record.ts';
import { all, type Db } from '../db/sql.ts';
import type { Addition, SumTable } from '../journal/sums.ts';

/** Goods that came with their lots. */
export const goodsReceived: SumTable = {
  upsert: `INSERT INTO goods_received (date, product_id, quantity_thousandths) VALUES (?, ?, ?)
           ON CONFLICT DO UPDATE SET quantity_thousandths = quantity_thousandths + excluded.quantity_thousandths`,
  names: 2,
  additionsOf: (record) => (record.type === 'opening-stock/1' ? received(record, record.body.lots) : []),
};

function received(
  record: JournalRecord,
  lots: readonly { readonly productId: string; readonly quantityThousandths: number }[],
): Addition[] {
  const date = record.businessDate ?? calendarDate(record.at, record.offset);
  return lots.map(({ productId, quantityThousandths }) => ({
    key: [date, productId],
    amounts: [quantityThousandths],
  }));
}

/** What came of one product on one date, in base units. */
export interface Received {
  readonly productId: string;
  readonly date: string;
  readonly quantityThousandths: number;
}

/** What came of some products from a date on, included. */
export function receivedSince(db: Db, productIds: readonly string[], from: string): Received[] {
  return all<{ product_id: string; date: string; quantity_thousandths: number }>(
    db,
    `SELECT product_id, date, quantity_thousandths FROM goods_received
     WHERE product_id IN (SELECT value FROM json_each(?)) AND date >= ? ORDER BY date, product_id`,
    JSON.stringify(productIds),
    from,
  ).map((row) => ({
    productId: row.product_id,
    date: row.date,
    quantityThousandths: row.quantity_thousandths,
  }));
}
