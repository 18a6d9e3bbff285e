import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { z } from 'zod';
import type { TimeZone } from '../shared/domain/business-date.ts';
import { createApp } from './app.ts';
import { openDistrict, type Clock, type District } from './district.ts';
import { newEnrolmentCode } from './enrolment/codes.ts';
import { createLog, type Log } from './log.ts';
import type { Db } from './store/db.ts';
import { openEmbedded } from './store/embedded.ts';
import { migrate } from './store/migrate.ts';
import { openPostgres } from './store/postgres.ts';

export interface DistrictOptions {
  /** 0 for any free port. */
  readonly port: number;
  /** A PostgreSQL server; without it the embedded database is used, for trial. */
  readonly databaseUrl?: string | undefined;
  /** For the embedded database and the subject key; without it, both live in memory. */
  readonly dataDir?: string | undefined;
  /** Password of the district office; a random one where left out. */
  readonly adminToken?: string | undefined;
  /** What tills know the district by; only used at its very first start. */
  readonly name?: string | undefined;
  readonly timeZone?: TimeZone | undefined;
  readonly clock?: Clock;
  readonly log?: Log;
}

export interface RunningDistrict {
  /** Origin it listens on, such as `http://127.0.0.1:4477`. */
  readonly url: string;
  readonly adminToken: string;
  /** Makes a one-time enrolment code for a store. */
  newEnrolmentCode(madeFor: string): Promise<string>;
  /** Lets running requests end, then closes the database. */
  close(): Promise<void>;
}

/** A request may take this long to arrive: bad lines are slow, but a connection held open for nothing is not. */
const REQUEST_TIMEOUT_MS = 120_000;

/**
 * Starts a district server on 127.0.0.1; whoever wants it on the internet puts a TLS proxy before it.
 * @throws DirectoryInUse where another server works on the same embedded database
 */
export async function startDistrict(options: DistrictOptions): Promise<RunningDistrict> {
  const log = options.log ?? createLog();
  const clock = options.clock ?? { now: () => Date.now() };
  const adminToken = options.adminToken ?? randomBytes(24).toString('base64url');
  const db = await openDb(options, log);
  try {
    await migrate(db);
    await warnWithoutFsync(db, log);
    const name = options.name ?? 'Dinas Koperasi (percobaan)';
    const district = await openDistrict(db, { name, clock, log, dataDir: options.dataDir });
    const app = createApp(district, { adminToken, timeZone: options.timeZone ?? 'Asia/Jakarta' });
    const answer = getRequestListener((request) => app.fetch(request));
    const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, reply) => {
      void answer(request, reply);
    });
    const url = await listen(server, options.port);
    log.info('district listens', { url, district: district.name });
    return running(district, server, url, adminToken);
  } catch (error) {
    await db.close();
    throw error;
  }
}

function openDb({ databaseUrl, dataDir }: DistrictOptions, log: Log): Promise<Db> {
  return databaseUrl === undefined ? openEmbedded(dataDir) : openPostgres(databaseUrl, log);
}

/** True of the embedded database by its making, and of a server that somebody has tuned for speed. */
async function warnWithoutFsync(db: Db, log: Log): Promise<void> {
  const [setting] = await db.rows(z.object({ fsync: z.string() }), 'SHOW fsync');
  if (setting?.fsync === 'on') return;
  log.warn('this database does not fsync: a power cut may take acknowledged batches. For trial only.');
}

async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return `http://127.0.0.1:${address.port}`;
}

function running(district: District, server: Server, url: string, adminToken: string): RunningDistrict {
  return {
    url,
    adminToken,
    newEnrolmentCode: async (madeFor) => (await newEnrolmentCode(district, madeFor)).code,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
      await district.db.close();
    },
  };
}
