import type { ProductRow } from '../../../shared/journal/bodies.ts';
import type { RecordOf } from '../../../shared/journal/record.ts';
import type { Db } from '../db/sql.ts';
import { deleteBarcodes, insertBarcode, insertProduct, keyOf, updateProduct } from './catalog-store.ts';

/** A product added or changed in the editor. */
export function applyProductSaved(db: Db, record: Pick<RecordOf<'product-saved/1'>, 'seq' | 'body'>): void {
  applyRows(db, [record.body], record.seq);
}

/** Products taken over from a file, up to 500 in one record. */
export function applyProductsImported(db: Db, record: RecordOf<'products-imported/1'>): void {
  applyRows(db, record.body.products, record.seq);
}

function applyRows(db: Db, products: readonly ProductRow[], seq: number): void {
  const rows = products.map((product) => ({ product, known: keyOf(db, product.productId) }));
  // All old barcodes go first, so that one record may move a code from one product to another.
  for (const { known } of rows) if (known !== undefined) deleteBarcodes(db, known);
  for (const { product, known } of rows) {
    if (known !== undefined) updateProduct(db, known, product, seq);
    const key = known ?? insertProduct(db, product, seq);
    for (const [position, gtin14] of product.gtins.entries()) insertBarcode(db, gtin14, key, 0, position);
  }
}
