import { inspect, parseArgs } from 'node:util';
import { startDistrict, type RunningDistrict } from '../../district/server.ts';
import { openEngine } from '../../electron/engine/engine.ts';
import { KeptLog } from '../support/kept-log.ts';
import { scratchDir, TestClock, type ScratchDir } from '../support/till.ts';
import { WireTap } from '../support/wire-tap.ts';
import { basicDay } from './basic-day.ts';
import { askDistrict, audit, closeAndSend } from './both-sides.ts';
import { differences, sumsOfDistrict, sumsOfReport, sumsOfTally } from './differences.ts';
import { fullDay } from './full/full-day.ts';
import { secondVerdict } from './second-verifier.ts';
import { judgeSubsidyDay, liveSubsidyDay, type LeftBehind, type SubsidyResult } from './subsidy/live.ts';
import { COUNTS, type Count, type FullTally, type SubsidyTally, type Tally } from './tally.ts';

const USAGE = 'npm run --silent day -- --sales 300 --seed 7 [--mix basic|full|subsidy] [--json]';

interface DayOptions {
  readonly sales: number;
  readonly seed: number;
  readonly mix: (typeof MIXES)[number];
}

const MIXES = ['basic', 'full', 'subsidy'] as const;
/** How long a day is where nobody says. */
const USUAL_SALES = { basic: 300, full: 300, subsidy: 150 } as const;

/**
 * What a lived day comes to, on both sides; of a full day also how often everything happened, of a day
 * of delivery what became of subsidised goods.
 */
interface DayResult extends Partial<Record<Count, number>>, Partial<SubsidyResult> {
  readonly sales: number;
  readonly linesSold: number;
  readonly grossRp: number;
  readonly cashRp: number;
  readonly removedLines: number;
  readonly abandoned: number;
  readonly reprints: number;
  readonly returnRp: number;
  readonly taxRp: number;
  readonly drawerRp: number;
  readonly records: number;
  readonly tillHead: string;
  readonly districtRecords: number;
  readonly districtHead: string;
  readonly districtGrossRp: number;
  readonly districtReturnRp: number;
  readonly districtTaxRp: number;
  readonly rebuildEqual: boolean;
  readonly verified: boolean;
  /** The verdict of build/verify.py, null where there is no Python to run it. */
  readonly verifiedAgain: boolean | null;
  readonly seconds: number;
}

interface LivedDay {
  readonly result: DayResult;
  /** What is wrong with it, in words; empty where nothing is. */
  readonly faults: readonly string[];
}

/** Lives one trading day from the example store to the district and compares both sides. */
async function liveDay(options: DayOptions): Promise<LivedDay> {
  const started = performance.now();
  const world = await openWorld(options.mix);
  const { tillDir, district } = world;
  try {
    const { tally, report, evening } = await liveTill(world, options);
    const till = await audit(tillDir.path);
    const again = await secondVerdict(tillDir.path);
    const held = await askDistrict(district, till.tillId);
    // What a district keeps in its memory is on the disk only once it has closed.
    await district.close();
    const subsidy =
      evening === undefined ? undefined : await judgeSubsidyDay(evening, held, leftBehind(world));
    const sums = sumsOfDistrict(held.days);
    const result: DayResult = {
      ...figuresOf(tally),
      ...subsidy?.result,
      returnRp: report.returnRp,
      taxRp: report.taxRp,
      drawerRp: tally.drawerRp,
      records: till.seq,
      tillHead: till.hash,
      districtRecords: held.ackedSeq,
      districtHead: held.headHash,
      districtGrossRp: sums.grossRp ?? 0,
      districtReturnRp: sums.returnRp ?? 0,
      districtTaxRp: sums.taxRp ?? 0,
      rebuildEqual: till.rebuildEqual,
      verified: till.verified,
      verifiedAgain: again?.ok ?? null,
      seconds: Math.round((performance.now() - started) / 100) / 10,
    };
    const badAgain = again?.firstBad ?? null;
    const faults = [
      ...differences('Whoever stood by', sumsOfTally(tally), sums),
      ...differences('The till', sumsOfReport(report), sums),
      ...(badAgain === null ? [] : [`build/verify.py: record ${badAgain.seq} ${badAgain.reason}.`]),
      ...(subsidy?.faults ?? []),
      ...faultsOf(result),
    ];
    return { result, faults };
  } finally {
    await district.close();
    tillDir.remove();
    world.districtDir.remove();
  }
}

/** Where a day takes place: two folders, one clock, and the line between till and district. */
interface World {
  readonly tillDir: ScratchDir;
  readonly districtDir: ScratchDir;
  readonly clock: TestClock;
  readonly tap: WireTap;
  readonly log: KeptLog;
  readonly district: RunningDistrict;
}

/** Prices may depend on the hour, so till and district share one clock, which begins at eight. */
async function openWorld(mix: DayOptions['mix']): Promise<World> {
  const tillDir = scratchDir('day');
  const districtDir = scratchDir('day-district');
  const clock = new TestClock();
  const log = new KeptLog();
  // Only where its files are looked through does a district need any.
  const dataDir = mix === 'subsidy' ? districtDir.path : undefined;
  const running = await startDistrict({ port: 0, clock, dataDir, log: aloud(log) });
  let closed: Promise<void> | undefined;
  const district = { ...running, close: () => (closed ??= running.close()) };
  return { tillDir, districtDir, clock, tap: new WireTap(), log, district };
}

/** A log that is kept, and whose errors are said at once. */
function aloud({ info, warn, error }: KeptLog) {
  const loud = (what: string, details: object = {}) => {
    error(what, details);
    process.stderr.write(`${what} ${inspect(details)}\n`);
  };
  return { info, warn, error: loud };
}

/** The day at the till, until everything is acknowledged and the till is closed. */
async function liveTill({ tillDir, district, clock, tap, log }: World, options: DayOptions) {
  const ports = { clock, fetch: tap.fetch, log: aloud(log) };
  const engine = await openEngine({ dataDir: tillDir.path, demo: true, ports });
  try {
    const evening =
      options.mix === 'subsidy'
        ? await liveSubsidyDay(engine, clock, { district, dataDir: tillDir.path }, options)
        : undefined;
    const tally: Tally | FullTally | SubsidyTally =
      evening?.tally ??
      (options.mix === 'full'
        ? await fullDay(engine, clock, tillDir.path, options)
        : await basicDay(engine, clock, options));
    return { tally, evening, report: await closeAndSend(engine, district) };
  } finally {
    await engine.close();
  }
}

function leftBehind({ tillDir, districtDir, tap, log }: World): LeftBehind {
  return { tillDir: tillDir.path, districtDir: districtDir.path, tap, log };
}

function figuresOf(tally: Tally | FullTally | SubsidyTally) {
  const { sales, lines: linesSold, grossRp, cashRp, removedLines, abandoned, reprints } = tally;
  const counts = 'counts' in tally ? tally.counts : {};
  return { sales, linesSold, grossRp, cashRp, removedLines, abandoned, reprints, ...counts };
}

function faultsOf(day: DayResult): string[] {
  const never = COUNTS.filter((count) => day[count] === 0);
  const wrong = {
    'The two sides do not hold the same journal.':
      day.tillHead !== day.districtHead || day.records !== day.districtRecords,
    'The tables are not what the journal says.': !day.rebuildEqual,
    'The till’s journal can’t be verified.': !day.verified || day.verifiedAgain === false,
    [`This never happened: ${never.join(', ')}. A full day takes some 300 sales.`]: never.length > 0,
  };
  return Object.entries(wrong).flatMap(([words, so]) => (so ? [words] : []));
}

function readOptions(): (DayOptions & { readonly json: boolean }) | undefined {
  const { values } = parseArgs({
    options: {
      sales: { type: 'string' },
      seed: { type: 'string', default: '7' },
      mix: { type: 'string', default: 'basic' },
      json: { type: 'boolean', default: false },
    },
  });
  const mix = MIXES.find((each) => each === values.mix);
  if (mix === undefined) return undefined;
  const sales = Number(values.sales ?? USUAL_SALES[mix]);
  const seed = Number(values.seed);
  if (!Number.isInteger(sales) || sales < 1 || sales > 100_000 || !Number.isInteger(seed)) return undefined;
  return { sales, seed, mix, json: values.json };
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === undefined) {
    process.stderr.write(
      `--sales takes a whole number from 1 to 100000, --seed a whole number, --mix ${MIXES.join(', ')}. Use: ${USAGE}\n`,
    );
    process.exitCode = 2;
    return;
  }
  const { result, faults } = await liveDay(options);
  process.stdout.write(`${options.json ? JSON.stringify(result) : JSON.stringify(result, null, 2)}\n`);
  if (result.verifiedAgain === null) process.stderr.write('No python3: not verified a second time.\n');
  if (faults.length === 0) return;
  process.stderr.write(`The day does not come out right.\n${faults.join('\n')}\n`);
  process.exitCode = 1;
}

await main();
