import { z } from 'zod';
import { shownGtin } from '../../shared/domain/barcode.ts';
import { seededRandom } from '../support/random.ts';
import { valueOf } from '../support/till.ts';
import { envelope } from './bench-till.ts';
import { memoryOf, startEngine, type EngineProcess } from './engine-process.ts';
import type { Measured } from './figures.ts';
import type { Goods } from './goods.ts';
import { CASHIER, OWNER } from './shop-life.ts';

const START_MOST_MS = 2000;
const MEMORY_MOST_MB = 250;
const staffSchema = z.array(z.object({ staffId: z.string(), name: z.string() }));
const signedInSchema = z.object({ status: z.literal('signed-in'), session: z.string() });
const daysSchema = z.array(z.object({ businessDate: z.string() }));

/** Asks an engine process as a window would. */
async function ask(engine: EngineProcess, procedure: string, input: unknown, session = ''): Promise<unknown> {
  return valueOf(await engine.link.call(envelope(procedure, input, session)));
}

async function signIn(engine: EngineProcess, who: { name: string; pin: string }): Promise<string> {
  const people = staffSchema.parse(await ask(engine, 'staff.list', {}));
  const staffId = people.find((person) => person.name === who.name)?.staffId;
  return signedInSchema.parse(await ask(engine, 'staff.signIn', { staffId, pin: who.pin })).session;
}

/** One start, from the spawn: milliseconds until it was ready, and until it had answered a scan. */
interface Start {
  readonly engine: EngineProcess;
  readonly session: string;
  readonly ready: number;
  readonly scanned: number;
}

async function startAndScan(entry: string, dataDir: string, code: string): Promise<Start> {
  const started = performance.now();
  const engine = await startEngine(entry, dataDir);
  const ready = performance.now() - started;
  const session = await signIn(engine, CASHIER);
  await ask(engine, 'till.scan', { code }, session);
  return { engine, session, ready, scanned: performance.now() - started };
}

/**
 * Starts the shipped engine as a process of its own, again and again, on years of data: from the
 * spawn to ready, and on to the answer of the first scan. In between lies a sign-in, whose PIN check
 * is slow on purpose; the cashier's own typing is left out. The file cache is warm. Every second
 * start follows a power cut. After the last one the till is used for a while and its memory read.
 */
export async function measureStart(
  entry: string,
  dataDir: string,
  goods: readonly Goods[],
  rounds: number,
): Promise<Measured[]> {
  const codes = goods.flatMap((product) => product.gtins.slice(0, 1).map(shownGtin));
  const random = seededRandom(rounds);
  const closed: Start[] = [];
  const cutOff: Start[] = [];
  let memory = { now: 0, most: 0 };
  for (let round = 1; round <= rounds; round += 1) {
    const before = await startAndScan(entry, dataDir, random.pick(codes));
    closed.push(before);
    await before.engine.cutOff();
    const after = await startAndScan(entry, dataDir, random.pick(codes));
    cutOff.push(after);
    if (round === rounds) {
      await workTill(after.engine, after.session, codes);
      memory = memoryOf(after.engine.pid);
    }
    await after.engine.link.close();
  }
  return [
    ...startFigures('engine start', closed),
    ...startFigures('engine start after a power cut', cutOff),
    {
      name: 'engine memory in use',
      unit: 'MB',
      samples: [memory.now],
      limits: [{ of: 'p95', atMost: MEMORY_MOST_MB }],
    },
    { name: 'engine memory at its most', unit: 'MB', samples: [memory.most] },
  ];
}

function startFigures(name: string, starts: readonly Start[]): Measured[] {
  return [
    { name: `${name}, to ready`, unit: 'ms', samples: starts.map(({ ready }) => ready) },
    {
      name: `${name}, to first answered scan`,
      unit: 'ms',
      samples: starts.map(({ scanned }) => scanned),
      limits: [{ of: 'p95', atMost: START_MOST_MS }],
    },
  ];
}

/** Two hundred scans, a hundred searches, a few reports: what an engine has seen by noon. */
async function workTill(engine: EngineProcess, session: string, codes: readonly string[]): Promise<void> {
  const random = seededRandom(codes.length);
  for (let scan = 0; scan < 200; scan += 1)
    await ask(engine, 'till.scan', { code: random.pick(codes) }, session);
  for (let search = 0; search < 100; search += 1) {
    const text = random.pick(['i', 'ko', 'min', 'goreng indom', 'sabun mandi', '8998', 'susu kental']);
    await ask(engine, 'catalog.search', { text, limit: 20 }, session);
  }
  const owner = await signIn(engine, OWNER);
  const days = daysSchema.parse(await ask(engine, 'reports.days', { limit: 5 }, owner));
  for (const { businessDate } of days) await ask(engine, 'reports.daily', { businessDate }, owner);
}
