import type { RecordBodies } from '../../../shared/journal/bodies.ts';
import type { Ctx } from '../context.ts';
import { productRecords, type ProductBatch } from './product-records.ts';
import { indexChangedProducts } from './search/search-index.ts';

/**
 * Appends many products with their stock and makes them searchable, in the open transaction.
 * @returns how many records were written
 */
export function appendProducts(ctx: Ctx, batch: ProductBatch): number {
  const records = productRecords(batch);
  for (const record of records) {
    if (record.type === 'opening-stock/1') ctx.append(record.type, record.body);
    else ctx.append(record.type, record.body);
  }
  indexChangedProducts(ctx.db);
  ctx.changed('catalog');
  return records.length;
}

/** Appends how several products are sold, in the open transaction. */
export function appendTerms(ctx: Ctx, terms: readonly RecordBodies['product-terms-set/1'][]): void {
  for (const each of terms) ctx.append('product-terms-set/1', each);
  // Terms change the product they are of, and the index follows every change.
  indexChangedProducts(ctx.db);
  ctx.changed('catalog');
}
