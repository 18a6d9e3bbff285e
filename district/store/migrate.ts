import { z } from 'zod';
import type { Db } from './db.ts';
import { firstSchema } from './migrations/010-first-schema.ts';
import { deskTotals } from './migrations/020-desk-totals.ts';
import { subsidy } from './migrations/030-subsidy.ts';

/** One step of the schema. Once released it is never edited. */
export interface Migration {
  /** Numbered in tens, as the file is. */
  readonly number: number;
  readonly sql: string;
}

const MIGRATIONS: readonly Migration[] = [firstSchema, deskTotals, subsidy];

/** Any number will do, as long as every district server of this database takes the same one. */
const MIGRATION_LOCK = 4_737_349;

/**
 * Brings the database to the newest schema, each step in a transaction of its own.
 * @throws Error where a newer program has already been here: this one would not understand it
 */
export async function migrate(db: Db): Promise<void> {
  await db.script(`
    SELECT pg_advisory_xact_lock(${MIGRATION_LOCK});
    CREATE TABLE IF NOT EXISTS migration (number integer PRIMARY KEY);
  `);
  const [{ found } = { found: 0 }] = await db.rows(
    z.object({ found: z.int() }),
    'SELECT coalesce(max(number), 0) AS found FROM migration',
  );
  const newest = MIGRATIONS.at(-1)?.number ?? 0;
  if (found > newest) throw new Error(`the database has schema ${found}; this program knows ${newest}`);
  for (const step of MIGRATIONS.filter(({ number }) => number > found)) {
    // A second server starting at the same moment waits for the lock, then fails on the primary key.
    await db.script(`
      SELECT pg_advisory_xact_lock(${MIGRATION_LOCK});
      INSERT INTO migration (number) VALUES (${step.number});
      ${step.sql}
    `);
  }
}
