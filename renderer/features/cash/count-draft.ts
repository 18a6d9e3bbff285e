import { COINS_RP, NOTES_RP } from '../../../shared/domain/denominations.ts';
import { createStore } from '../../data/store.ts';

/** One denomination: a 1.000 note and a 1.000 coin are two. */
export interface Denomination {
  readonly kind: 'note' | 'coin';
  readonly valueRp: number;
}

export const NOTES: readonly Denomination[] = NOTES_RP.map((valueRp) => ({ kind: 'note', valueRp }));
export const COINS: readonly Denomination[] = COINS_RP.map((valueRp) => ({ kind: 'coin', valueRp }));

/** How many of each were counted; what is not there is not counted yet. */
export type Counts = Readonly<Record<string, number | null>>;

/** The most pieces of one kind that a drawer may be said to hold; the contract says the same. */
export const MOST_PIECES = 100_000;

function keyOf({ kind, valueRp }: Denomination): string {
  return `${kind}-${valueRp}`;
}

export function countOf(counts: Counts, of: Denomination): number | null {
  return counts[keyOf(of)] ?? null;
}

export function withCount(counts: Counts, of: Denomination, count: number | null): Counts {
  return { ...counts, [keyOf(of)]: count };
}

/** Worth of some denominations as counted. */
export function worthOf(counts: Counts, of: readonly Denomination[]): number {
  return of.reduce((sum, each) => sum + each.valueRp * (countOf(counts, each) ?? 0), 0);
}

/** The rows of the command: only what there is. */
export function countRows(counts: Counts) {
  return [...NOTES, ...COINS]
    .map((each) => ({ ...each, count: countOf(counts, each) ?? 0 }))
    .filter((row) => row.count > 0);
}

/** Whether anyone has counted at all: an empty drawer is counted too, as a typed 0. */
export function isCounted(counts: Counts): boolean {
  return Object.values(counts).some((count) => count !== null);
}

/** Whether a count is beyond what any drawer holds. */
export function tooMany(counts: Counts): boolean {
  return countRows(counts).some((row) => row.count > MOST_PIECES);
}

interface CountDraft {
  readonly shiftId: string;
  readonly counts: Counts;
}

/**
 * What is being counted. It outlives the screen, so that looking at the till for a moment, or locking
 * the count, does not wipe the figures.
 */
export const countDraft = createStore<CountDraft>({ shiftId: '', counts: {} });
