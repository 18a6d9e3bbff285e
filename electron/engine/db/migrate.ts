import { copyFileSync, existsSync, renameSync } from 'node:fs';
import { StartupError } from '../domain-error.ts';
import { databasePath } from './open.ts';
import type { Db } from './sql.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** One step of the journal's and the workbench's schema. Once released it is never edited. */
export interface Migration {
  /** Numbered in tens, so that the order can be read in the file name. */
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** The newest schema this program knows. */
export function newestSchema(): number {
  return MIGRATIONS.at(-1)?.number ?? 0;
}

/**
 * Brings a database to the newest schema in one transaction, after a copy of the file was made.
 * Fold tables are not migrated here: they are thrown away and built again from the journal.
 * @throws StartupError `database-newer` where a newer program has already been here
 */
export function migrate(db: Db, dataDir: string | undefined): void {
  const found = Number(db.pragma('user_version', { simple: true }));
  const newest = newestSchema();
  if (found > newest) throw new StartupError('database-newer', { found, known: newest });
  if (found === newest) return;
  if (dataDir !== undefined && found > 0) backUp(db, dataDir, found);
  const steps = MIGRATIONS.filter((step) => step.number > found);
  db.transaction(() => {
    for (const step of steps) db.exec(step.sql);
    db.pragma(`user_version = ${newest}`);
  }).immediate();
}

function backUp(db: Db, dataDir: string, version: number): void {
  const path = databasePath(dataDir);
  // All of the journal must be in the one file that is copied.
  db.pragma('wal_checkpoint(TRUNCATE)');
  const copy = `${path}.before-${version}`;
  if (existsSync(copy)) return;
  // Under its own name only once it is whole: a copy cut off half-way must not pass for a backup.
  copyFileSync(path, `${copy}.part`);
  renameSync(`${copy}.part`, copy);
}
