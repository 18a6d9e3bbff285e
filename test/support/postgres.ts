import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

/** A PostgreSQL server of a test's own, in a folder that is gone afterwards. */
export interface TestPostgres {
  /** `postgres://…` of an empty database. */
  readonly url: string;
  /** An empty database more on the same server. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Folder of PostgreSQL's programs, or undefined where it is not installed (Debian: postgresql). */
export function postgresPrograms(): string | undefined {
  const found = globSync('/usr/lib/postgresql/*/bin').toSorted();
  return found.findLast((folder) => existsSync(path.join(folder, 'initdb')) && owner() !== undefined);
}

/** PostgreSQL refuses to run as root, so root lends it the user that Debian made for it. */
function owner(): { uid: number; gid: number } | object | undefined {
  if (process.getuid?.() !== 0) return {};
  try {
    const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }));
    return { uid: number('-u'), gid: number('-g') };
  } catch {
    return undefined;
  }
}

/** Starts a server on a free port of 127.0.0.1, durable as Debian configures it. */
export async function startPostgres(): Promise<TestPostgres> {
  const programs = postgresPrograms();
  const user = owner();
  if (programs === undefined || user === undefined) throw new Error('PostgreSQL is not installed');
  const folder = mkdtempSync(path.join(tmpdir(), 'gerai-postgres-'));
  if ('uid' in user) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  // Nothing of root's surroundings is passed on, least of all a folder that postgres may not enter.
  const options = { ...user, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } };
  const initdb = ['-D', data, '-U', 'gerai', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--no-instructions'];
  execFileSync(path.join(programs, 'initdb'), initdb, { ...options, stdio: 'pipe' });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories='];
  const server = spawn(
    path.join(programs, 'postgres'),
    ['-D', data, ...settings.flatMap((setting) => ['-c', setting])],
    { ...options, stdio: 'ignore' },
  );
  const urlOf = (database: string) => `postgres://gerai@127.0.0.1:${port}/${database}`;
  await untilItAnswers(urlOf('postgres'), server);
  let databases = 0;
  return {
    url: urlOf('postgres'),
    newDatabase: async () => {
      databases += 1;
      await query(urlOf('postgres'), `CREATE DATABASE gerai${databases}`);
      return urlOf(`gerai${databases}`);
    },
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100 && server.exitCode === null; tries++) {
    try {
      await query(url, 'SELECT 1');
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error('PostgreSQL did not start');
}

async function query(url: string, text: string): Promise<void> {
  const client = new Client(url);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
