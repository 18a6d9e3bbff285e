import { parseArgs } from 'node:util';
import { startDistrict } from '../../district/server.ts';
import { openReadOnly } from '../../electron/engine/db/open.ts';
import { openEngine, type Engine } from '../../electron/engine/engine.ts';
import { journalHead } from '../../electron/engine/journal/index.ts';
import { foldDifferences } from '../../electron/engine/journal/rebuild.ts';
import { nodeCrypto } from '../../electron/engine/node-ports.ts';
import { readStore } from '../../electron/engine/setup/index.ts';
import { verifyTill } from '../../electron/engine/verify-till.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import type { Role } from '../../shared/contract/permissions.ts';
import { tillStateSchema, type TillState } from '../../shared/upload/protocol.ts';
import { seededRandom } from '../support/random.ts';
import { clientOf, scratchDir, valueOf } from '../support/till.ts';
import { countOut, emptyTally, sellableProducts, serveBuyer, type Tally } from './shop.ts';

const USAGE = 'npm run --silent day -- --sales 300 --seed 7 [--json]';
const FLOAT_RP = 300_000;
/** How long the day waits for the district's acknowledgement before it gives up. */
const UPLOAD_PATIENCE_MS = 60_000;

/** What a lived day comes to, on both sides. */
interface DayResult {
  readonly sales: number;
  readonly linesSold: number;
  readonly grossRp: number;
  readonly cashRp: number;
  readonly removedLines: number;
  readonly abandoned: number;
  readonly reprints: number;
  readonly records: number;
  readonly tillHead: string;
  readonly districtRecords: number;
  readonly districtHead: string;
  readonly districtGrossRp: number;
  readonly rebuildEqual: boolean;
  readonly verified: boolean;
  readonly seconds: number;
}

/** Signs in the example store's person of a role, the way anyone at the counter would. */
async function signIn(engine: Engine, role: Role): Promise<TillClient> {
  const nobody = clientOf(engine);
  const { demoPins } = valueOf(await nobody.setup.state({}));
  const person = demoPins.find((each) => each.role === role);
  if (person === undefined) throw new Error(`the example store has no ${role}`);
  const result = valueOf(await nobody.staff.signIn({ staffId: person.staffId, pin: person.pin }));
  if (result.status !== 'signed-in') throw new Error(`${person.name} was not let in: ${result.status}`);
  return clientOf(engine, result.session);
}

/** The cashier's day: float, buyers, a reprint, the count. */
async function tradeAllDay(engine: Engine, sales: number, seed: number): Promise<Tally> {
  const random = seededRandom(seed);
  const cashier = await signIn(engine, 'kasir');
  valueOf(await cashier.cash.openShift({ floatRp: FLOAT_RP }));
  const goods = await sellableProducts(cashier);
  const tally = emptyTally();
  for (let sale = 1; sale <= sales; sale += 1) {
    const paid = await serveBuyer(cashier, goods, random, tally);
    if (sale === Math.ceil(sales / 2)) {
      valueOf(await cashier.sales.reprint({ saleId: paid.saleId }));
      tally.reprints += 1;
    }
    if (sale % 100 === 0) process.stderr.write(`${sale} of ${sales} sales\n`);
  }
  const shift = valueOf(await cashier.cash.lockCount({ counts: countOut(FLOAT_RP + tally.cashRp) }));
  if (shift.count?.varianceRp !== 0) throw new Error(`the drawer is off by ${shift.count?.varianceRp}`);
  valueOf(await cashier.cash.closeShift({ reason: null }));
  return tally;
}

/** The owner's evening: the Z, enrolment at the district, sending, waiting for the acknowledgement. */
async function closeAndSend(engine: Engine, districtUrl: string, code: string): Promise<void> {
  const owner = await signIn(engine, 'pengurus');
  valueOf(await owner.cash.closeDay({}));
  valueOf(await owner.upload.enrol({ districtUrl, code }));
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
async function askDistrict(url: string, adminToken: string, tillId: string): Promise<TillState> {
  const reply = await fetch(`${url}/v1/tills/${tillId}`, {
    headers: { authorization: `Bearer ${adminToken}` },
  });
  if (!reply.ok) throw new Error(`the district answers ${reply.status}: ${await reply.text()}`);
  return tillStateSchema.parse(await reply.json());
}

interface Audit {
  readonly tillId: string;
  readonly seq: number;
  readonly hash: string;
  readonly rebuildEqual: boolean;
  readonly verified: boolean;
}

/** Looks at the till's data once it is closed, with the tools an auditor would use. */
async function audit(dataDir: string): Promise<Audit> {
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

/** Lives one trading day from the example store to the district and compares both sides. */
async function liveDay(sales: number, seed: number): Promise<DayResult> {
  const started = performance.now();
  const tillDir = scratchDir('day');
  const district = await startDistrict({ port: 0 });
  try {
    const engine = await openEngine({ dataDir: tillDir.path, demo: true });
    let tally: Tally;
    try {
      tally = await tradeAllDay(engine, sales, seed);
      await closeAndSend(engine, district.url, await district.newEnrolmentCode('Hari percobaan'));
    } finally {
      await engine.close();
    }
    const till = await audit(tillDir.path);
    const held = await askDistrict(district.url, district.adminToken, till.tillId);
    return {
      sales: tally.sales,
      linesSold: tally.lines,
      grossRp: tally.grossRp,
      cashRp: tally.cashRp,
      removedLines: tally.removedLines,
      abandoned: tally.abandoned,
      reprints: tally.reprints,
      records: till.seq,
      tillHead: till.hash,
      districtRecords: held.ackedSeq,
      districtHead: held.headHash,
      districtGrossRp: held.days.reduce((sum, day) => sum + day.totals.grossRp, 0),
      rebuildEqual: till.rebuildEqual,
      verified: till.verified,
      seconds: Math.round((performance.now() - started) / 100) / 10,
    };
  } finally {
    await district.close();
    tillDir.remove();
  }
}

function agrees(day: DayResult): boolean {
  return (
    day.tillHead === day.districtHead &&
    day.records === day.districtRecords &&
    day.grossRp === day.districtGrossRp &&
    day.rebuildEqual &&
    day.verified
  );
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      sales: { type: 'string', default: '300' },
      seed: { type: 'string', default: '7' },
      json: { type: 'boolean', default: false },
    },
  });
  const sales = Number(values.sales);
  const seed = Number(values.seed);
  if (!Number.isInteger(sales) || sales < 1 || sales > 100_000 || !Number.isInteger(seed)) {
    process.stderr.write(
      `--sales takes a whole number from 1 to 100000, --seed a whole number. Use: ${USAGE}\n`,
    );
    process.exitCode = 2;
    return;
  }
  const day = await liveDay(sales, seed);
  process.stdout.write(values.json ? `${JSON.stringify(day)}\n` : `${JSON.stringify(day, null, 2)}\n`);
  if (!agrees(day)) {
    process.stderr.write('The two sides do not agree.\n');
    process.exitCode = 1;
  }
}

await main();
