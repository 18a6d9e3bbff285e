import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process works in this directory. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse';
}

/** SQLite's result code for "somebody else holds the lock". */
const SQLITE_BUSY = 5;

/**
 * Holds a directory for this process alone until released. PGlite has no lock of its own; this one
 * is an open exclusive transaction on a small SQLite file, which the operating system lets go of
 * however the process ends, so that none is left behind by a power cut.
 * @throws DirectoryInUse where another process holds it
 */
export function lockDirectory(directory: string): { release(): void } {
  mkdirSync(directory, { recursive: true });
  const file = new DatabaseSync(path.join(directory, 'in-use.lock'));
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) {
      throw new DirectoryInUse(`another district server works in ${directory}`);
    }
    throw error;
  }
  return { release: () => file.close() };
}
