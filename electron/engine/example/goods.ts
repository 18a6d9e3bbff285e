import { z } from 'zod';

/**
 * One product of the example store: GTIN-14 (empty where it has none), PLU (empty where it has
 * none), name, brand, category, unit, price and cost in rupiah, stock in thousandths, whether it is
 * sold by weight or measure.
 */
const productSchema = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.string(),
  z.int(),
  z.int(),
  z.int(),
  z.boolean(),
]);

export const exampleGoodsSchema = z.array(productSchema);
export type ExampleGoods = z.output<typeof exampleGoodsSchema>;
