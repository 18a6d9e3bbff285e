import { Pool, types, type CustomTypesConfig, type PoolClient } from 'pg';
import { PARSED_TYPES, queriesOver, type Db, type Driver, type SqlValue } from './db.ts';
import type { Log } from '../log.ts';

/** Connections kept open: more than processors, few enough for a small server's default of 100. */
const CONNECTIONS = 8;
/** No statement of the district runs this long unless something hangs. */
const STATEMENT_TIMEOUT_MS = 60_000;

const typeParsers: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): unknown =>
    PARSED_TYPES[oid] ?? types.getTypeParser(oid, format),
};

/**
 * Opens a pool of connections to a PostgreSQL server and makes sure that it answers.
 * @param url `postgres://user:password@host/database`
 */
export async function openPostgres(url: string, log: Log): Promise<Db> {
  const pool = new Pool({
    connectionString: url,
    max: CONNECTIONS,
    types: typeParsers,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'gerai-district',
  });
  // A connection lost while idle is replaced at its next use; unheard, the event would end the process.
  pool.on('error', (error) => log.error('idle database connection lost', { err: error }));
  await pool.query('SELECT 1');
  const transaction: Db['transaction'] = (work) =>
    inTransaction(pool, (client) => work(queriesOver(driverOf(client))));
  return {
    ...queriesOver(driverOf(pool)),
    transaction,
    script: async (text) => {
      await inTransaction(pool, (client) => client.query(text));
    },
    close: () => pool.end(),
  };
}

function driverOf(connection: Pool | PoolClient): Driver {
  return {
    query: async (text, values: readonly SqlValue[]) => {
      const result = await connection.query<Record<string, unknown>>(text, [...values]);
      return { rows: result.rows, changed: result.rowCount ?? 0 };
    },
  };
}

async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    broken = await rolledBack(client);
    throw error;
  } finally {
    // A connection that could not even roll back is thrown away rather than handed to the next one.
    client.release(broken);
  }
}

async function rolledBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('ROLLBACK');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
