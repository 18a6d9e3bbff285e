import type { RecordOf } from '../../../../shared/journal/record.ts';
import type { Db } from '../../db/sql.ts';
import { insertBarcode, keyOf, touchProduct } from '../catalog-store.ts';
import { deleteTerms, insertPack, insertPrice, insertTerms } from './terms-store.ts';

/** How a product is sold, from now on and as a whole. */
export function applyTermsSet(db: Db, record: RecordOf<'product-terms-set/1'>): void {
  const terms = record.body;
  const key = keyOf(db, terms.productId);
  if (key === undefined) throw new Error(`terms of a product that is not there: ${terms.productId}`);
  deleteTerms(db, key);
  insertTerms(db, key, terms);
  for (const [index, pack] of terms.packs.entries()) {
    insertPack(db, key, index + 1, pack);
    for (const [position, gtin14] of pack.gtins.entries())
      insertBarcode(db, gtin14, key, index + 1, position);
  }
  for (const [position, price] of terms.prices.entries()) {
    insertPrice(db, key, position, packNumber(terms.packs, price.unit), price);
  }
  touchProduct(db, key, record.seq);
}

/** 0 for the base unit. */
function packNumber(packs: readonly { readonly unit: string }[], unit: string | null): number {
  if (unit === null) return 0;
  const index = packs.findIndex((pack) => pack.unit === unit);
  if (index === -1) throw new Error(`a price of a unit that is not there: ${unit}`);
  return index + 1;
}
