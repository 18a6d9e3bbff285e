/**
 * The district server.
 *
 *     npm run district -- --port 4477 --data DIR [--name NAME] [--time-zone Asia/Makassar]
 *     npm run district -- --data DIR --new-code "Gerai Dadapan"
 *
 * The first starts it and prints one JSON line, `{"url":"…"}`; all else goes to standard error. The
 * second asks the server that runs with the same `--data` for an enrolment code and prints it. With
 * DATABASE_URL the records live in that PostgreSQL server, otherwise in an embedded one under DIR.
 */
import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { timeZoneSchema, type TimeZone } from '../shared/domain/business-date.ts';
import { keptToken, readAdminFile, writeAdminFile } from './admin-file.ts';
import { startDistrict } from './server.ts';

interface Options {
  readonly port: number;
  readonly dataDir: string;
  readonly name: string | undefined;
  readonly timeZone: TimeZone | undefined;
  /** For whom a code is wanted, where that is all that is wanted. */
  readonly newCode: string | undefined;
}

const DEFAULT_PORT = '4477';

function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: DEFAULT_PORT },
      data: { type: 'string', default: path.join(homedir(), '.gerai-district') },
      name: { type: 'string' },
      'time-zone': { type: 'string' },
      'new-code': { type: 'string' },
    },
  });
  return {
    port: z.coerce.number().int().min(0).max(65_535).parse(values.port),
    dataDir: path.resolve(values.data),
    name: values.name,
    timeZone: timeZoneSchema.optional().parse(values['time-zone']),
    newCode: values['new-code'],
  };
}

async function serve({ port, dataDir, name, timeZone }: Options): Promise<void> {
  const token = keptToken(dataDir);
  const databaseUrl = process.env['DATABASE_URL'];
  const district = await startDistrict({ port, dataDir, databaseUrl, name, timeZone, adminToken: token });
  writeAdminFile(dataDir, { url: district.url, token });
  process.stdout.write(`${JSON.stringify({ url: district.url })}\n`);
  process.stderr.write(
    `Halaman dinas: ${district.url} (nama apa saja; kata sandinya "token" di ${path.join(dataDir, 'admin.json')})\n`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void district.close());
  }
}

async function printNewCode(dataDir: string, madeFor: string): Promise<void> {
  const admin = readAdminFile(dataDir);
  if (admin === undefined) throw new Error(`no district has been started with --data ${dataDir}`);
  const reply = await fetch(new URL('/v1/enrolment-codes', admin.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${admin.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ madeFor }),
  });
  if (!reply.ok) throw new Error(`the district refused: ${await reply.text()}`);
  process.stdout.write(`${await reply.text()}\n`);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.newCode === undefined) await serve(options);
  else await printNewCode(options.dataDir, options.newCode);
} catch (error) {
  process.stderr.write(`district: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
