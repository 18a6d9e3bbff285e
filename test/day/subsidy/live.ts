import path from 'node:path';
import type { RunningDistrict } from '../../../district/server.ts';
import type { Engine } from '../../../electron/engine/engine.ts';
import type { TillState } from '../../../shared/upload/protocol.ts';
import type { KeptLog } from '../../support/kept-log.ts';
import { findNumbers, placesIn, type Found, type Place } from '../../support/number-search.ts';
import { planted } from '../../support/planted-number.ts';
import { valueOf, type TestClock } from '../../support/till.ts';
import type { WireTap } from '../../support/wire-tap.ts';
import { enrol } from '../both-sides.ts';
import { signIn } from '../sign-in.ts';
import {
  figuresOfBook,
  figuresOfDistrict,
  figuresOfTill,
  subsidyDifferences,
  type SubsidyFigures,
} from './figures.ts';
import { HAPPENINGS, REFUSALS_MET } from './happenings.ts';
import { papersOf } from './papers.ts';
import { subsidyDay, type LivedSubsidyDay } from './subsidy-day.ts';

/** What a day of delivery adds to a day's figures. */
export interface SubsidyResult {
  readonly subsidised: number;
  readonly refusedByRule: Readonly<Record<string, number>>;
  readonly warned: number;
  /** Lines that were charged more for than the price on the wall allows. */
  readonly ceilingViolations: number;
  readonly lpgIsi: number;
  readonly lpgKosong: number;
  /** Lines that MAP does not know of yet. */
  readonly mapQueue: number;
  readonly districtSubsidised: number;
  readonly districtMapQueue: number;
  /** Identity numbers that were found whole, anywhere. */
  readonly nikFound: number;
  /** How many were looked for, and in how many places. */
  readonly nikLookedFor: number;
  readonly placesLookedAt: number;
  readonly happened: Readonly<Record<string, number>>;
}

/** A lived day with the till's own evening figures and its papers. */
export interface SubsidyEvening extends LivedSubsidyDay {
  readonly ofTill: SubsidyFigures;
  readonly papers: readonly Place[];
}

/** Lives the day with a till that is enrolled from the morning, so that buyers are asked about elsewhere. */
export async function liveSubsidyDay(
  engine: Engine,
  clock: TestClock,
  { district, dataDir }: { readonly district: RunningDistrict; readonly dataDir: string },
  options: { readonly sales: number; readonly seed: number },
): Promise<SubsidyEvening> {
  const owner = await signIn(engine, 'pengurus');
  await enrol(owner, district);
  // Receipts go into a file, so that they can be looked through in the evening.
  const transport = { kind: 'file' as const, path: path.join(dataDir, 'printer.bin') };
  valueOf(await owner.printing.saveSettings({ transport, drawer: false }));
  const lived = await subsidyDay(engine, clock, options);
  const evening = await signIn(engine, 'pengurus');
  return { ...lived, ofTill: await figuresOfTill(evening), papers: await papersOf(evening) };
}

/** Where numbers could have been left behind: both sides' data, what went between them, papers, the log. */
export interface LeftBehind {
  readonly tillDir: string;
  readonly districtDir: string;
  readonly tap: WireTap;
  readonly log: KeptLog;
}

/** What the day comes to on both sides, and what is wrong with it. */
export async function judgeSubsidyDay(
  { tally, book, numbers, ofTill, papers }: SubsidyEvening,
  held: TillState,
  left: LeftBehind,
): Promise<{ readonly result: SubsidyResult; readonly faults: readonly string[] }> {
  const ofBook = figuresOfBook(book);
  const ofDistrict = figuresOfDistrict(held.subsidy);
  const places = [...placesLeft(left), ...papers];
  const wanted = new Set(numbers);
  const found = findNumbers(wanted, places);
  const never = [
    ...HAPPENINGS.filter((each) => tally.happened[each] === 0),
    ...REFUSALS_MET.filter((code) => !book.refused.has(code)),
  ];
  const missed = await missedOf(wanted);
  const faults = [
    ...subsidyDifferences('Whoever stood by', ofBook, ofDistrict),
    ...subsidyDifferences('The till', ofTill, ofDistrict),
    ...(book.violations === 0 ? [] : [`${book.violations} lines cost more than the price on the wall.`]),
    ...(never.length === 0
      ? []
      : [`This never happened: ${never.join(', ')}. A day of delivery takes some 150 sales.`]),
    ...found.map(({ place, form, lastFour }) => `A whole number (…${lastFour}) lies in ${place} as ${form}.`),
    ...missed.map((name) => `The search does not find a number that was planted (${name}).`),
  ];
  const result = {
    subsidised: book.lines,
    refusedByRule: Object.fromEntries([...book.refused].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    warned: book.warned,
    ceilingViolations: book.violations,
    lpgIsi: book.full,
    lpgKosong: book.empty,
    mapQueue: book.standing('map').belum,
    districtSubsidised: ofDistrict['subsidised'] ?? 0,
    districtMapQueue: ofDistrict['map belum'] ?? 0,
    nikFound: found.length,
    nikLookedFor: wanted.size,
    placesLookedAt: places.length,
    happened: tally.happened,
  };
  return { result, faults };
}

function placesLeft({ tillDir, districtDir, tap, log }: LeftBehind): Place[] {
  return [
    ...placesIn(tillDir),
    ...placesIn(districtDir),
    ...tap.requests.flatMap(({ path: where, head, text, replyHead, reply }) => [
      { name: `sent to ${where}`, bytes: Buffer.from(`${head}\n\n${text}`) },
      { name: `answered by ${where}`, bytes: Buffer.from(`${replyHead}\n\n${reply}`) },
    ]),
    { name: 'the log', bytes: Buffer.from(log.text) },
  ];
}

/** In which forms one of the numbers is not found where it was written on purpose. */
async function missedOf(wanted: ReadonlySet<string>): Promise<string[]> {
  const [number] = wanted;
  if (number === undefined) return ['there is no number to plant'];
  const control = await planted(number);
  const found = findNumbers(wanted, control);
  const isFound = (name: string, form: Found['form']) =>
    found.some((each) => each.place === name && each.form === form);
  return control.filter(({ name, form }) => !isFound(name, form)).map(({ name }) => name);
}
