import type { Thousandths } from '../../../shared/domain/quantity.ts';
import type { ProductRow, RecordBodies } from '../../../shared/journal/bodies.ts';
import { MAX_ROWS_PER_RECORD, OWN_GOODS } from '../../../shared/journal/parts.ts';

/** One lot of an `opening-stock/1` record. */
export type OpeningLot = RecordBodies['opening-stock/1']['lots'][number];

/** Many products at once, with what the shop has of them. */
export interface ProductBatch {
  readonly importId: string;
  readonly fileName: string;
  readonly products: readonly ProductRow[];
  readonly lots: readonly OpeningLot[];
}

/** A record yet to be appended. */
export type ProductRecord = {
  [T in 'products-imported/1' | 'opening-stock/1']: { readonly type: T; readonly body: RecordBodies[T] };
}['products-imported/1' | 'opening-stock/1'];

/** The records that bring a batch into the journal, at most 500 rows in each, products before their stock. */
export function productRecords(batch: ProductBatch): ProductRecord[] {
  const { importId, fileName } = batch;
  const products = inParts(batch.products, (rows, part, parts): ProductRecord => ({
    type: 'products-imported/1',
    body: { importId, fileName, part, parts, products: rows },
  }));
  const lots = inParts(batch.lots, (rows, part, parts): ProductRecord => ({
    type: 'opening-stock/1',
    body: { part, parts, lots: rows },
  }));
  return [...products, ...lots];
}

function inParts<T, R>(rows: readonly T[], make: (rows: T[], part: number, parts: number) => R): R[] {
  const parts = Math.ceil(rows.length / MAX_ROWS_PER_RECORD);
  return Array.from({ length: parts }, (_, index) => {
    const start = index * MAX_ROWS_PER_RECORD;
    return make(rows.slice(start, start + MAX_ROWS_PER_RECORD), index + 1, parts);
  });
}

/**
 * The lot of what a product had on the shelf before the till: the default lot, whose id is the
 * product's own.
 */
export function openingLot(product: ProductRow, quantity: Thousandths): OpeningLot {
  return {
    lotId: product.productId,
    productId: product.productId,
    owner: OWN_GOODS,
    quantityThousandths: quantity,
    unitCostRp: product.costRp,
  };
}
