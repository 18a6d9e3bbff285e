import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { StartupError } from '../domain-error.ts';

/** Holds a data directory until it is released or the process ends. */
export interface DataDirLock {
  release(): void;
}

/**
 * Takes a data directory for this process alone. The lock is an open exclusive transaction on a
 * small SQLite file of its own: the operating system drops it when the process dies, however it
 * dies, so there is no stale lock file to clear away after a power cut.
 * @throws StartupError `data-dir-in-use` where another till has it
 */
export function lockDataDir(dataDir: string): DataDirLock {
  let db: Database.Database | undefined;
  try {
    mkdirSync(dataDir, { recursive: true });
    db = new Database(join(dataDir, 'in-use.lock'));
    db.pragma('busy_timeout = 0');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new StartupError('data-dir-in-use', { dataDir });
    }
    throw new StartupError('data-dir-unwritable', { dataDir });
  }
  const held = db;
  return { release: () => held.close() };
}
