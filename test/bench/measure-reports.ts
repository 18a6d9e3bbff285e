import { z } from 'zod';
import { valueOf } from '../support/till.ts';
import { envelope, timedCall, type BenchTill } from './bench-till.ts';
import type { Measured } from './figures.ts';

const REPORT_MOST_MS = 100;
/** How much slower a report may be for the years behind it. */
const GROWTH_MOST = 1.5;
/** The most days the contract lists. */
const LISTED_DAYS = 400;
const daysSchema = z.array(z.object({ businessDate: z.string() }));

/** A till and how many sales lie behind it. */
export interface AgedTill {
  readonly till: BenchTill;
  readonly sales: number;
}

/**
 * Daily reports of a young and of an old till, by turns, of days spread over all that each lists, the
 * running one among them. The days are alike; only what lies behind them differs.
 */
export async function measureReports(young: AgedTill, old: AgedTill, rounds: number): Promise<Measured[]> {
  const youngDays = await daysOf(young.till);
  const oldDays = await daysOf(old.till);
  const times: { young: number[]; old: number[] } = { young: [], old: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.young.push(await report(young.till, spread(youngDays, round, rounds)));
    times.old.push(await report(old.till, spread(oldDays, round, rounds)));
  }
  return [
    { name: `daily report, ${young.sales} sales`, unit: 'ms', samples: times.young },
    {
      name: `daily report, ${old.sales} sales, compared with ${young.sales}`,
      unit: 'ms',
      samples: times.old,
      floor: times.young,
      limits: [
        { of: 'p95', atMost: REPORT_MOST_MS },
        { of: 'ratio', atMost: GROWTH_MOST },
      ],
    },
  ];
}

async function daysOf({ engine, owner }: BenchTill): Promise<string[]> {
  const reply = await engine.call(envelope('reports.days', { limit: LISTED_DAYS }, owner));
  return daysSchema.parse(valueOf(reply)).map((day) => day.businessDate);
}

function spread(days: readonly string[], round: number, rounds: number): string {
  const day = days[Math.floor((round * days.length) / rounds)];
  if (day === undefined) throw new Error('the till has no days');
  return day;
}

function report({ engine, owner }: BenchTill, businessDate: string): Promise<number> {
  return timedCall(engine, envelope('reports.daily', { businessDate }, owner));
}
