import type { Db } from '../../db/sql.ts';
import { catalogueSeq } from '../catalog-store.ts';
import { folded } from '../folded.ts';
import { compareRanks, MAX_PRODUCT_KEY, rankParts, type RankParts } from './rank.ts';
import {
  clearIndex,
  hasEntry,
  indexState,
  productsChangedAfter,
  productsRankedTooLow,
  putEntry,
  saveIndexState,
  type ChangedProduct,
} from './search-store.ts';
import { wordsOfProduct } from './search-words.ts';

/** Raise this when words or ranks are made in another way: the index is then built anew. */
const INDEX_VERSION = 1;

/**
 * Brings the search index up to the catalogue: products that records have changed since the last
 * time. Call it in the transaction that appended those records, so that both are seen or neither.
 * An index that is missing, of an older make, or ahead of the journal is built anew.
 */
export function indexChangedProducts(db: Db): void {
  const newest = catalogueSeq(db);
  const state = indexState(db);
  const usable = state !== undefined && state.version === INDEX_VERSION && state.seq <= newest;
  if (usable && state.seq === newest) return;
  if (!usable) clearIndex(db);
  putAll(db, productsChangedAfter(db, usable ? state.seq : 0));
  saveIndexState(db, INDEX_VERSION, newest);
}

/**
 * Moves products up that have sold more since they were ranked, after bringing the index up to the
 * catalogue. A sale does not wait for this: it belongs to the start and to the close of a day.
 * @returns how many products moved
 */
export function refreshSearchRank(db: Db): number {
  return db.transaction(() => {
    indexChangedProducts(db);
    const moving = productsRankedTooLow(db);
    putAll(db, moving);
    return moving.length;
  })();
}

interface Entry extends RankParts {
  readonly key: number;
  readonly words: string;
}

function putAll(db: Db, products: readonly ChangedProduct[]): void {
  // In the order of ranks the index grows at its end, which is three times as fast.
  const entries = products.map(entryOf).toSorted((a, b) => compareRanks(a, b) || a.key - b.key);
  for (const entry of entries) {
    // A new price for the whole catalogue changes no word of it.
    if (!hasEntry(db, entry.key, entry, entry.words)) putEntry(db, entry.key, entry, entry.words);
  }
}

function entryOf(product: ChangedProduct): Entry {
  if (product.key > MAX_PRODUCT_KEY) throw new Error(`product key ${product.key} does not fit into a rank`);
  return {
    key: product.key,
    words: wordsOfProduct(product.name, product.brand),
    ...rankParts(folded(product.name), product.lines_sold, product.active === 1),
  };
}
