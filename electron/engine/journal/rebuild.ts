import { openMemory } from '../db/open.ts';
import { get, number, run, statement, type Db } from '../db/sql.ts';
import { applyGathering } from './apply.ts';
import { FOLDS, FOLD_NAMES, FOLD_VERSION } from './folds.ts';
import { decodeText, recordTextsAfter } from './journal-store.ts';
import { PendingSums } from './sums.ts';

/** How many records are read at a time: SQLite can't write on a connection that is still reading. */
const PAGE = 1000;

/** Sums held back before they are written: enough for 100,000 products, in some 60 MB. */
const MOST_PENDING = 250_000;

/** Makes the fold tables, empty and without the indexes that only queries need. */
export function createFolds(db: Db): void {
  for (const fold of FOLDS) db.exec(fold.sql);
}

function createIndexes(db: Db): void {
  for (const fold of FOLDS) if (fold.indexes !== undefined) db.exec(fold.indexes);
}

/**
 * Throws the fold tables away and builds them again from the journal, in one transaction.
 * @returns how many records were applied
 */
export function rebuildFolds(db: Db): number {
  return db.transaction(() => {
    db.pragma('defer_foreign_keys = ON');
    for (const name of FOLD_NAMES.toReversed()) db.exec(`DROP TABLE IF EXISTS ${name}`);
    createFolds(db);
    const applied = replay(db, db);
    createIndexes(db);
    run(
      db,
      `INSERT INTO work_fold_version (id, version) VALUES (1, ?)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version`,
      FOLD_VERSION,
    );
    return applied;
  })();
}

/** Builds the fold tables where one is missing or they are of an older shape. */
export function ensureFolds(db: Db): void {
  const row = get<{ version: number }>(db, 'SELECT version FROM work_fold_version WHERE id = 1');
  const present = number(
    db,
    `SELECT count(*) FROM sqlite_schema
     WHERE type = 'table' AND name IN (SELECT value FROM json_each(?))`,
    JSON.stringify(FOLD_NAMES),
  );
  if (row?.version !== FOLD_VERSION || present !== FOLD_NAMES.length) rebuildFolds(db);
}

/** Applies every record of `from`'s journal to `to`'s folds. */
function replay(from: Db, to: Db): number {
  const sums = new PendingSums();
  let seq = 0;
  for (
    let page = recordTextsAfter(from, seq, PAGE);
    page.length > 0;
    page = recordTextsAfter(from, seq, PAGE)
  ) {
    for (const stored of page) {
      applyGathering(to, decodeText(stored.text), stored.hash, sums);
      seq = stored.seq;
    }
    if (sums.rows > MOST_PENDING) sums.write(to);
  }
  sums.write(to);
  return seq;
}

/** A fold table whose live rows are not what the journal says. */
export interface FoldDifference {
  readonly table: string;
  readonly live: string | null;
  readonly rebuilt: string | null;
}

/**
 * The strong test: builds the folds a second time beside the live ones and compares row for row.
 * @returns the first differing row of each table; empty where all are equal
 */
export function foldDifferences(db: Db): FoldDifference[] {
  const twin = openMemory();
  try {
    createFolds(twin);
    twin.transaction(() => replay(db, twin))();
    return FOLD_NAMES.flatMap((table) => firstDifference(table, db, twin));
  } finally {
    twin.close();
  }
}

function firstDifference(table: string, live: Db, rebuilt: Db): FoldDifference[] {
  const mine = rowsOf(live, table);
  const theirs = rowsOf(rebuilt, table);
  for (let index = 0; index < Math.max(mine.length, theirs.length); index += 1) {
    const a = mine[index] ?? null;
    const b = theirs[index] ?? null;
    if (a !== b) return [{ table, live: a, rebuilt: b }];
  }
  return [];
}

/** Every row as text, in one order that does not depend on how the rows were inserted. */
function rowsOf(db: Db, table: string): string[] {
  const rows = statement(db, `SELECT * FROM ${table}`).raw().all();
  return rows.map((row) => JSON.stringify(row)).toSorted();
}
