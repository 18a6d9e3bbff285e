import { parseArgs } from 'node:util';
import { startDistrict } from '../../district/server.ts';
import { openEngine } from '../../electron/engine/engine.ts';
import { scratchDir, TestClock } from '../support/till.ts';
import { basicDay } from './basic-day.ts';
import { askDistrict, audit, closeAndSend } from './both-sides.ts';
import { differences, sumsOfDistrict, sumsOfReport, sumsOfTally } from './differences.ts';
import { fullDay } from './full/full-day.ts';
import { secondVerdict } from './second-verifier.ts';
import { COUNTS, type Count, type FullTally, type Tally } from './tally.ts';

const USAGE = 'npm run --silent day -- --sales 300 --seed 7 [--mix basic|full] [--json]';

interface DayOptions {
  readonly sales: number;
  readonly seed: number;
  readonly mix: 'basic' | 'full';
}

/** What a lived day comes to, on both sides; of a full day also how often everything happened. */
interface DayResult extends Partial<Record<Count, number>> {
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
  const tillDir = scratchDir('day');
  // Prices may depend on the hour, so till and district share one clock, which begins at eight.
  const clock = new TestClock();
  const district = await startDistrict({ port: 0, clock });
  try {
    const engine = await openEngine({ dataDir: tillDir.path, demo: true, ports: { clock } });
    let tally: Tally | FullTally;
    let report;
    try {
      tally =
        options.mix === 'full'
          ? await fullDay(engine, clock, tillDir.path, options)
          : await basicDay(engine, clock, options);
      report = await closeAndSend(engine, district);
    } finally {
      await engine.close();
    }
    const till = await audit(tillDir.path);
    const again = await secondVerdict(tillDir.path);
    const held = await askDistrict(district, till.tillId);
    const sums = sumsOfDistrict(held.days);
    const result: DayResult = {
      ...figuresOf(tally),
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
      ...faultsOf(result),
    ];
    return { result, faults };
  } finally {
    await district.close();
    tillDir.remove();
  }
}

function figuresOf(tally: Tally | FullTally) {
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
      sales: { type: 'string', default: '300' },
      seed: { type: 'string', default: '7' },
      mix: { type: 'string', default: 'basic' },
      json: { type: 'boolean', default: false },
    },
  });
  const { mix, json } = values;
  const sales = Number(values.sales);
  const seed = Number(values.seed);
  if (!Number.isInteger(sales) || sales < 1 || sales > 100_000 || !Number.isInteger(seed)) return undefined;
  return mix === 'basic' || mix === 'full' ? { sales, seed, mix, json } : undefined;
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options === undefined) {
    process.stderr.write(
      `--sales takes a whole number from 1 to 100000, --seed a whole number, --mix basic or full. Use: ${USAGE}\n`,
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
