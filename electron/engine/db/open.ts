import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StartupError } from '../domain-error.ts';
import type { Db } from './sql.ts';

/** Marks a file as a till's database: "GeRa" in ASCII. */
const APPLICATION_ID = 0x47655261;

/** First SQLite without the WAL-reset race that could lose commits (sqlite.org/wal.html#walresetbug). */
const LEAST_SQLITE = [3, 51, 3] as const;

/** How much is read at a time where a whole file is read. */
const READING_BYTES = 1_048_576;

/** As much of a file as SQLite maps at most, its compiled limit; pages behind it are read one by one. */
const MOST_MAPPED_BYTES = 0x7fff0000;

/** The till's database file in a data directory. */
export function databasePath(dataDir: string): string {
  return join(dataDir, 'gerai.db');
}

/**
 * Opens the till's database for writing with the settings that durability rests on, and asserts them.
 * A file that is not ours, or not sound, is left exactly as it was found.
 * @throws StartupError where the file is damaged, foreign or can't be written
 */
export function openDatabase(dataDir: string): Db {
  let db: Db | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    const cutOff = wasCutOff(dataDir);
    // Before SQLite opens it: closing a file drops every lock this process holds on it (POSIX).
    if (cutOff) readThrough(databasePath(dataDir));
    db = new Database(databasePath(dataDir));
    const fresh = isFresh(db);
    if (cutOff) checkMapped(db);
    else checkPages(db, 'all but the journal');
    if (fresh) db.pragma(`application_id = ${APPLICATION_ID}`);
    configure(db);
    return db;
  } catch (error) {
    db?.close();
    throw asStartupError(error, dataDir);
  }
}

/** Opens it for reading only: reports, verification, and the second opinion of a command line. */
export function openReadOnly(dataDir: string): Db {
  if (!existsSync(databasePath(dataDir))) {
    throw new StartupError('data-dir-unwritable', { dataDir });
  }
  const db = new Database(databasePath(dataDir), { readonly: true });
  db.pragma('trusted_schema = OFF');
  db.pragma('query_only = ON');
  return db;
}

/** A database in memory with the same rules, for rebuilding beside the live tables. */
export function openMemory(): Db {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  db.pragma('recursive_triggers = ON');
  return db;
}

function configure(db: Db): void {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  if (!isFit(version)) throw new StartupError('sqlite-unfit', { version });
  db.pragma('busy_timeout = 5000');
  expectPragma(db, 'journal_mode = WAL', 'journal_mode', 'wal');
  // better-sqlite3 compiles WAL with NORMAL, which loses acknowledged sales at a power cut.
  expectPragma(db, 'synchronous = FULL', 'synchronous', 2);
  expectPragma(db, 'foreign_keys = ON', 'foreign_keys', 1);
  // Without it, INSERT OR REPLACE walks around the append-only triggers.
  expectPragma(db, 'recursive_triggers = ON', 'recursive_triggers', 1);
  expectPragma(db, 'trusted_schema = OFF', 'trusted_schema', 0);
  expectPragma(db, 'cell_size_check = ON', 'cell_size_check', 1);
  if (process.platform === 'darwin') db.pragma('fullfsync = ON');
  db.pragma('cache_size = -32768');
  db.pragma('temp_store = MEMORY');
}

function isFit(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, least] of LEAST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

function expectPragma(db: Db, set: string, name: string, expected: number | string): void {
  db.pragma(set);
  const value: unknown = db.pragma(name, { simple: true });
  if (value !== expected) {
    throw new StartupError('internal', { detail: `PRAGMA ${name} is ${String(value)}, wanted ${expected}` });
  }
}

/** Whether the till that wrote last did not close its database: it crashed, or the power went. */
function wasCutOff(dataDir: string): boolean {
  const wal = statSync(`${databasePath(dataDir)}-wal`, { throwIfNoEntry: false });
  return wal !== undefined && wal.size > 0;
}

/** Whether there is nothing in the database yet; refuses one that some other program made. */
function isFresh(db: Db): boolean {
  const id: unknown = db.pragma('application_id', { simple: true });
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  const fresh = id === 0 && tables === 0;
  if (!fresh && id !== APPLICATION_ID) {
    throw new StartupError('database-damaged', { detail: 'bukan data Gerai' });
  }
  return fresh;
}

/**
 * Reads a whole file from front to back. A disk reads fastest that way, what it can't read any more
 * is told here as an error with words, and the checks after it find every page in memory.
 */
function readThrough(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return;
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(READING_BYTES);
    while (readSync(file, buffer) > 0);
  } finally {
    closeSync(file);
  }
}

/**
 * Looks for damaged pages everywhere, in a file that has just been read through. It is mapped into
 * memory meanwhile, for asking the system for each page takes three times as long as checking it.
 * Only meanwhile: where a disk fails under a mapped file, the process dies without a word.
 */
function checkMapped(db: Db): void {
  db.pragma(`mmap_size = ${MOST_MAPPED_BYTES}`);
  checkPages(db, 'all');
  db.pragma('mmap_size = 0');
}

/**
 * Looks for damaged pages, table by table with its indexes. The journal is most of the file after
 * some years, and reading all of it would keep the shop waiting every morning: a till that was closed
 * in order leaves it out, for it proves itself by its hashes whenever it is verified or uploaded.
 * Where the till that wrote last crashed or lost its power, the journal is read too.
 */
function checkPages(db: Db, which: 'all' | 'all but the journal'): void {
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
    .pluck()
    .all()
    .filter((table) => which === 'all' || table !== 'journal');
  for (const table of tables) {
    const found: unknown = db.pragma(`quick_check('${String(table)}')`, { simple: true });
    if (found !== 'ok') throw new StartupError('database-damaged', { detail: String(found) });
  }
}

/** What a disk or a file does to a till that starts, as a reason with words; anything else as it is. */
export function asStartupError(error: unknown, dataDir: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof StartupError) return error;
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) {
    return new StartupError('database-damaged', { detail: error instanceof Error ? error.message : code });
  }
  if (/^(SQLITE_(READONLY|CANTOPEN|IOERR|FULL|PERM)\w*|EACCES|EPERM|EROFS|ENOSPC|EIO)$/.test(code)) {
    return new StartupError('data-dir-unwritable', { dataDir });
  }
  return error;
}
