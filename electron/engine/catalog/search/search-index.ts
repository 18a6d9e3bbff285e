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
  /** Where the index has this product now, which must go first; undefined where it does not know it. */
  readonly old: RankParts | undefined;
}

/**
 * Takes out what must go, then puts in what belongs there, each in the order of ranks: FTS5 writes out
 * all it has gathered whenever a row comes before the last one, which would be at every product.
 */
function putAll(db: Db, products: readonly IndexedProduct[]): void {
  const entries = products.flatMap(changedEntry);
  const leaving = entries.flatMap(({ key, old }) => (old === undefined ? [] : [{ key, ...old }]));
  for (const { key } of leaving.toSorted(byRank)) deleteEntry(db, key);
  for (const entry of entries.toSorted(byRank)) insertEntry(db, entry.key, entry, entry.words);
}

function byRank(a: RankParts & { key: number }, b: RankParts & { key: number }): number {
  return compareRanks(a, b) || a.key - b.key;
}

/** What the index should have of a product; nothing where that is what it has, as after a new price. */
function changedEntry(product: IndexedProduct): Entry[] {
  const { key, level, letters } = product;
  if (key > MAX_PRODUCT_KEY) throw new Error(`product key ${key} does not fit into a rank`);
  const words = wordsOfProduct(product.folded_name, product.brand);
  const rank = rankParts(product.folded_name, product.lines_sold, product.active === 1);
  const same = product.words === words && level === rank.level && letters === rank.letters;
  const old = level === null || letters === null ? undefined : { level, letters };
  return same ? [] : [{ key, words, ...rank, old }];
}
