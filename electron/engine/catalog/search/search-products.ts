import type { Db } from '../../db/sql.ts';
import { ownerOfPlu, readByKeys, type StoredProduct } from '../catalog-store.ts';
import { barcodeMatches, bestMatches } from './search-store.ts';
import { gtinRanges, searchWords } from './search-words.ts';

/**
 * How many matches are looked at before the best are chosen. Their rank may be a day old; among this
 * many, whatever sells best today is found all the same.
 */
const CANDIDATES = 300;

/**
 * Active products for what was typed: every word a prefix, in any order. Digits alone find a PLU
 * first, then barcodes that begin with them, then names. What sells comes first.
 */
export function searchProducts(db: Db, text: string, limit: number): StoredProduct[] {
  const { match } = searchWords(text);
  const keys = new Set(codeMatches(db, text, true));
  if (match !== null && keys.size < limit) {
    for (const key of bestMatches(db, match, CANDIDATES, limit)) keys.add(key);
  }
  return readByKeys(db, [...keys].slice(0, limit));
}

/**
 * Keys of the products whose PLU or barcode was typed, wholly or its beginning.
 * @param activeOnly leaves out what is no longer sold
 */
export function codeMatches(db: Db, text: string, activeOnly: boolean): number[] {
  const { plu, barcodePrefix } = searchWords(text);
  const byPlu = plu === null ? undefined : ownerOfPlu(db, plu)?.product;
  const keys = byPlu === undefined || (activeOnly && !byPlu.active) ? [] : [byPlu.key];
  const ranges = barcodePrefix === null ? [] : gtinRanges(barcodePrefix);
  return [...keys, ...ranges.flatMap((range) => barcodeMatches(db, range, CANDIDATES, activeOnly))];
}
