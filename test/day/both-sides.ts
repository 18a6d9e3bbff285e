import type { Engine } from '../../electron/engine/engine.ts';
import { openReadOnly } from '../../electron/engine/db/open.ts';
import { journalHead } from '../../electron/engine/journal/index.ts';
import { foldDifferences } from '../../electron/engine/journal/rebuild.ts';
import { nodeCrypto } from '../../electron/engine/node-ports.ts';
import { readStore } from '../../electron/engine/setup/index.ts';
import { verifyTill } from '../../electron/engine/verify-till.ts';
import type { RunningDistrict } from '../../district/server.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import type { DailyReport } from '../../shared/contract/reports.ts';
import { tillStateSchema, type TillState } from '../../shared/upload/protocol.ts';
import { valueOf } from '../support/till.ts';
import { signIn } from './sign-in.ts';

/** How long the day waits for the district's acknowledgement before it gives up. */
const UPLOAD_PATIENCE_MS = 60_000;

/** Introduces the till to its district. */
export async function enrol(owner: TillClient, district: RunningDistrict): Promise<void> {
  const code = await district.newEnrolmentCode('Hari percobaan');
  valueOf(await owner.upload.enrol({ districtUrl: district.url, code }));
}

/** The owner's evening: the Z, the report, enrolment where that is still to be done, and sending. */
export async function closeAndSend(engine: Engine, district: RunningDistrict): Promise<DailyReport> {
  const owner = await signIn(engine, 'pengurus');
  const { businessDate } = valueOf(await owner.cash.closeDay({}));
  const report = valueOf(await owner.reports.daily({ businessDate }));
  const { enrolled } = valueOf(await owner.upload.status({}));
  if (!enrolled) await enrol(owner, district);
  await send(owner);
  return report;
}

/** Sends, and waits for the acknowledgement. */
async function send(owner: TillClient): Promise<void> {
  valueOf(await owner.upload.sendNow({}));
  const deadline = Date.now() + UPLOAD_PATIENCE_MS;
  for (;;) {
    const status = valueOf(await owner.upload.status({}));
    if (status.ackedSeq === status.headSeq) return;
    if (status.lastFault !== null)
      throw new Error(`not sent: ${status.lastFault.code} ${status.lastFault.detail}`);
    if (Date.now() > deadline) throw new Error('the district did not acknowledge in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What the district says it holds of this till. */
export async function askDistrict({ url, adminToken }: RunningDistrict, tillId: string): Promise<TillState> {
  const reply = await fetch(`${url}/v1/tills/${tillId}`, {
    headers: { authorization: `Bearer ${adminToken}` },
  });
  if (!reply.ok) throw new Error(`the district answers ${reply.status}: ${await reply.text()}`);
  return tillStateSchema.parse(await reply.json());
}

/** What an auditor finds in the data of a till that is closed. */
export interface Audit {
  readonly tillId: string;
  readonly seq: number;
  readonly hash: string;
  readonly rebuildEqual: boolean;
  readonly verified: boolean;
}

/** Looks at the till's data once it is closed, with the tools an auditor would use. */
export async function audit(dataDir: string): Promise<Audit> {
  const db = openReadOnly(dataDir);
  try {
    const { seq, hash } = journalHead(db);
    const differences = foldDifferences(db);
    for (const difference of differences) process.stderr.write(`${JSON.stringify(difference)}\n`);
    const verdict = await verifyTill(db, nodeCrypto, dataDir);
    if (verdict.firstBad !== null) process.stderr.write(`${JSON.stringify(verdict.firstBad)}\n`);
    const tillId = readStore(db)?.tillId ?? '';
    return { tillId, seq, hash, rebuildEqual: differences.length === 0, verified: verdict.ok };
  } finally {
    db.close();
  }
}
