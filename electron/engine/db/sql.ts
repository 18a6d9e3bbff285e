import type Database from 'better-sqlite3';

/** One SQLite connection of the engine. */
export type Db = Database.Database;

/** A value that SQLite stores. Booleans are written as 0 and 1 by hand, so that a CHECK can hold them. */
export type SqlValue = number | bigint | string | Uint8Array | null;

const prepared = new WeakMap<Db, Map<string, Database.Statement>>();

/**
 * Prepares a statement once for each connection and keeps it. Statements are written as constant
 * strings in `*-store.ts`; values are always bound, never pasted in.
 */
export function statement(db: Db, text: string): Database.Statement {
  let known = prepared.get(db);
  if (known === undefined) {
    known = new Map();
    prepared.set(db, known);
  }
  let found = known.get(text);
  if (found === undefined) {
    found = db.prepare(text);
    known.set(text, found);
  }
  return found;
}

/**
 * Runs work in one transaction that is ready to write from its first statement on. As better-sqlite3's
 * own `transaction`, but without making a new function with its variants for each call.
 */
export function immediately<T>(db: Db, work: () => T): T {
  statement(db, 'BEGIN IMMEDIATE').run();
  try {
    const value = work();
    statement(db, 'COMMIT').run();
    return value;
  } catch (error) {
    // SQLite rolls back by itself where the disk is full or a page is damaged.
    if (db.inTransaction) statement(db, 'ROLLBACK').run();
    throw error;
  }
}

/** Runs a statement that changes rows and returns how many it changed. */
export function run(db: Db, text: string, ...values: SqlValue[]): number {
  return statement(db, text).run(...values).changes;
}

/** The first row, or undefined. The caller names the row's type; its columns are the statement's. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- SQLite can't tell TypeScript its columns
export function get<T extends object>(db: Db, text: string, ...values: SqlValue[]): T | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the row's type stands beside its statement
  return statement(db, text).get(...values) as T | undefined;
}

/** Every row. */
export function all<T extends object>(db: Db, text: string, ...values: SqlValue[]): T[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as for `get`
  return statement(db, text).all(...values) as T[];
}

/** A single number, such as a count; 0 where there is no row or it is null. */
export function number(db: Db, text: string, ...values: SqlValue[]): number {
  const row = get<object>(db, text, ...values);
  const value: unknown = row === undefined ? undefined : Object.values(row)[0];
  return typeof value === 'number' ? value : 0;
}
