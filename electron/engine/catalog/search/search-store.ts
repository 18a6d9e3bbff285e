import { all, get, run, type Db } from '../../db/sql.ts';
import type { RankParts } from './rank.ts';
import type { GtinRange } from './search-words.ts';

/** A product whose entry in the index may be out of date, and what the index has of it. */
export interface IndexedProduct extends Record<string, unknown> {
  key: number;
  folded_name: string;
  brand: string;
  active: number;
  lines_sold: number;
  /** Null, as the two after it, where the index does not know the product. */
  words: string | null;
  level: number | null;
  letters: number | null;
}

const INDEXED_PRODUCT = `key, folded_name, brand, active, coalesce(lines_sold, 0) AS lines_sold,
  words, rank >> 56 AS level, (rank >> 24) & 4294967295 AS letters`;

/** What the index has followed. */
export interface IndexState extends Record<string, unknown> {
  version: number;
  seq: number;
}

/** Up to where the index is right, or undefined where it has never been built. */
export function indexState(db: Db): IndexState | undefined {
  return get<IndexState>(db, 'SELECT version, seq FROM work_search_state WHERE id = 1');
}

/** Notes up to which record the index is right. */
export function saveIndexState(db: Db, version: number, seq: number): void {
  run(
    db,
    `INSERT INTO work_search_state (id, version, seq) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET version = excluded.version, seq = excluded.seq`,
    version,
    seq,
  );
}

/** Empties the index. */
export function clearIndex(db: Db): void {
  run(db, "INSERT INTO work_search (work_search) VALUES ('delete-all')");
  run(db, 'DELETE FROM work_search_entry');
}

/** Products changed by records after `seq`. */
export function productsChangedAfter(db: Db, seq: number): IndexedProduct[] {
  return all<IndexedProduct>(
    db,
    `SELECT ${INDEXED_PRODUCT} FROM product
     LEFT JOIN product_sold ON product_sold.product_key = key
     LEFT JOIN work_search_entry ON work_search_entry.product_key = key
     WHERE changed_seq > ?`,
    seq,
  );
}

/**
 * Active products that sell twice as much as when they were ranked: those that move up a level. The
 * joins keep their order, or the planner begins with every product there is to find a handful.
 */
export function productsRankedTooLow(db: Db): IndexedProduct[] {
  return all<IndexedProduct>(
    db,
    `SELECT ${INDEXED_PRODUCT} FROM product_sold
     CROSS JOIN work_search_entry ON work_search_entry.product_key = product_sold.product_key
     CROSS JOIN product ON key = product_sold.product_key
     WHERE active = 1 AND rank >= (1 << 56) AND lines_sold + 1 >= (1 << (31 - (rank >> 56)))`,
  );
}

/** Takes a product out of the index. */
export function deleteEntry(db: Db, key: number): void {
  run(
    db,
    'DELETE FROM work_search WHERE rowid = (SELECT rank FROM work_search_entry WHERE product_key = ?)',
    key,
  );
  run(db, 'DELETE FROM work_search_entry WHERE product_key = ?', key);
}

/** Puts a product into the index that is not in it. */
export function insertEntry(db: Db, key: number, rank: RankParts, words: string): void {
  const { level, letters } = rank;
  run(
    db,
    'INSERT INTO work_search_entry (product_key, rank, words) VALUES (?, (? << 56) | (? << 24) | ?, ?)',
    key,
    level,
    letters,
    key,
    words,
  );
  run(
    db,
    'INSERT INTO work_search (rowid, words) VALUES ((? << 56) | (? << 24) | ?, ?)',
    level,
    letters,
    key,
    words,
  );
}

interface KeyRow extends Record<string, unknown> {
  key: number;
}

/**
 * The best products for an FTS5 expression: the first `candidates` by rank, put in order by what
 * they sell at this moment, then by name.
 */
export function bestMatches(db: Db, match: string, candidates: number, limit: number): number[] {
  return all<KeyRow>(
    db,
    `SELECT key FROM (SELECT rowid & 16777215 AS found FROM work_search WHERE work_search MATCH ?
                      ORDER BY rowid LIMIT ?)
     JOIN product ON key = found LEFT JOIN product_sold ON product_key = key
     WHERE active = 1 ORDER BY coalesce(lines_sold, 0) DESC, folded_name, key LIMIT ?`,
    match,
    candidates,
    limit,
  ).map((row) => row.key);
}

/**
 * Products with a barcode in a range of GTIN-14s: the first `candidates` codes, those that sell most
 * first. Few digits fit most of a catalogue, and who types them will type more.
 */
export function barcodeMatches(db: Db, range: GtinRange, candidates: number, activeOnly: boolean): number[] {
  return all<KeyRow>(
    db,
    `SELECT key FROM product LEFT JOIN product_sold ON product_key = key
     WHERE active >= ? AND key IN (SELECT product_key FROM product_barcode
                                  WHERE gtin14 BETWEEN ? AND ? ORDER BY gtin14 LIMIT ?)
     ORDER BY coalesce(lines_sold, 0) DESC, folded_name, key`,
    activeOnly ? 1 : 0,
    range.from,
    range.to,
    candidates,
  ).map((row) => row.key);
}
