import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { databasePath, openReadOnly } from '../electron/engine/db/open.ts';
import { nodeCrypto } from '../electron/engine/node-ports.ts';
import { verifyTill } from '../electron/engine/verify-till.ts';

const USAGE = 'npm run --silent verify -- --data DIR [--json]';

/**
 * Walks a till's whole journal and says whether it can be trusted. Exits 0 where it can, 1 where a
 * record is bad or missing, 2 where there is nothing to verify. Opens the database for reading only,
 * so it may be run beside a till that is open.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (values.data === undefined || !existsSync(databasePath(values.data))) {
    process.stderr.write(`No till's data in ${values.data ?? '(no --data given)'}. Use: ${USAGE}\n`);
    return 2;
  }
  const verdict = await verdictOn(values.data);
  process.stdout.write(values.json ? `${JSON.stringify(verdict)}\n` : sentence(verdict));
  return verdict.ok ? 0 : 1;
}

type Verdict = Awaited<ReturnType<typeof verifyTill>>;

async function verdictOn(dataDir: string): Promise<Verdict> {
  const db = openReadOnly(dataDir);
  try {
    return await verifyTill(db, nodeCrypto, dataDir);
  } catch (error) {
    // A file that is no database any more, or has lost its tables, holds nothing that could be trusted.
    const reason = `can't be read: ${error instanceof Error ? error.message : String(error)}`;
    return { ok: false, records: 0, firstBad: { seq: 1, reason } };
  } finally {
    db.close();
  }
}

function sentence(verdict: Verdict): string {
  if (verdict.firstBad === null) return `${verdict.records} records, all in order.\n`;
  return `Record ${verdict.firstBad.seq} ${verdict.firstBad.reason}. The ${verdict.firstBad.seq - 1} before it are in order.\n`;
}

process.exitCode = await main();
