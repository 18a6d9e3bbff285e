import path from 'node:path';
import { PGlite, type Results } from '@electric-sql/pglite';
import { lockDirectory } from './directory-lock.ts';
import { PARSED_TYPES, queriesOver, type Db, type Driver, type SqlValue } from './db.ts';

/**
 * Opens PostgreSQL embedded in this process (PGlite), for trial and tests: it never calls fsync, so a
 * power cut may take the last acknowledged batches with it.
 * @param dataDir where it keeps its files, held by this process alone; in memory where left out
 * @throws DirectoryInUse where another process holds the directory: two openers would corrupt it
 */
export async function openEmbedded(dataDir?: string): Promise<Db> {
  const lock = dataDir === undefined ? undefined : lockDirectory(dataDir);
  const parsers = { ...PARSED_TYPES };
  let db: PGlite;
  try {
    db = await (dataDir === undefined
      ? PGlite.create({ parsers })
      : PGlite.create(path.join(dataDir, 'pglite'), { parsers }));
  } catch (error) {
    lock?.release();
    throw error;
  }
  return {
    ...queriesOver(driverOf(db)),
    transaction: (work) => db.transaction((tx) => work(queriesOver(driverOf(tx)))),
    script: (text) =>
      db.transaction(async (tx) => {
        await tx.exec(text);
      }),
    close: async () => {
      await db.close();
      lock?.release();
    },
  };
}

/** PGlite and its transactions, as far as the district uses them. */
interface Connection {
  query<T>(text: string, values?: unknown[]): Promise<Results<T>>;
}

function driverOf(connection: Connection): Driver {
  return {
    query: async (text, values: readonly SqlValue[]) => {
      const result = await connection.query<Record<string, unknown>>(text, [...values]);
      return { rows: result.rows, changed: result.affectedRows ?? 0 };
    },
  };
}
