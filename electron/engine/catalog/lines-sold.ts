import { isSale, saleOf } from '../../../shared/domain/sale-view.ts';
import type { SumTable } from '../journal/sums.ts';

/** Every line of a sale counts towards what its product sells: the rank in the search. */
export const linesSold: SumTable = {
  upsert: `INSERT INTO product_sold (product_key, lines_sold)
           SELECT key, lines FROM (SELECT ? AS sold, ? AS lines) JOIN product ON product_id = sold WHERE true
           ON CONFLICT (product_key) DO UPDATE SET lines_sold = lines_sold + excluded.lines_sold`,
  names: 1,
  additionsOf: (record) =>
    isSale(record) ? saleOf(record).lines.map((line) => ({ key: [line.productId], amounts: [1] })) : [],
};
