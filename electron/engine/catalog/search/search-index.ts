import type { Db } from '../../db/sql.ts';
import { catalogueSeq } from '../catalog-store.ts';
import { compareRanks, MAX_PRODUCT_KEY, rankParts, type RankParts } from './rank.ts';
import {
  clearIndex,
  deleteEntry,
  indexState,
  insertEntry,
  productsChangedAfter,
  productsRankedTooLow,
  saveIndexState,
  type IndexedProduct,
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
  /** Whether the index has something of this product that must go first. */
  readonly replaces: boolean;
}

function putAll(db: Db, products: readonly IndexedProduct[]): void {
  // In the order of ranks the index grows at its end, which is three times as fast.
  const entries = products.flatMap(changedEntry).toSorted((a, b) => compareRanks(a, b) || a.key - b.key);
  for (const entry of entries) {
    if (entry.replaces) deleteEntry(db, entry.key);
    insertEntry(db, entry.key, entry, entry.words);
  }
}

/** What the index should have of a product; nothing where that is what it has, as after a new price. */
function changedEntry(product: IndexedProduct): Entry[] {
  const { key } = product;
  if (key > MAX_PRODUCT_KEY) throw new Error(`product key ${key} does not fit into a rank`);
  const words = wordsOfProduct(product.folded_name, product.brand);
  const rank = rankParts(product.folded_name, product.lines_sold, product.active === 1);
  const same = product.words === words && product.level === rank.level && product.letters === rank.letters;
  return same ? [] : [{ key, words, ...rank, replaces: product.words !== null }];
}
