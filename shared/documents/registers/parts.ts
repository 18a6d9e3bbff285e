import type { StoreProfile } from '../../contract/setup.ts';
import { formatDate } from '../../i18n/format.ts';
import { registers as words } from '../../i18n/id/registers.ts';
import type { Register, RegisterRow } from './register.ts';

/** What every register says of where and when it is from. */
export interface RegisterHead {
  readonly profile: StoreProfile;
  /** Digits of the region's code, empty where it was never set. */
  readonly region: string;
  /** Rank of the store in the chain, such as `pangkalan`; empty for none. */
  readonly sellerTier: string;
  /** First and last date, both included. */
  readonly from: string;
  readonly to: string;
  readonly sumEvery: 'day' | 'month';
  /** Who signs for having made it. */
  readonly madeBy: string;
}

/** Somebody as a register names them: never with more than the last four digits. */
export interface RegisterPerson {
  readonly name: string;
  readonly address: string;
  readonly lastFour: string;
  readonly state: 'known' | 'hidden' | 'erased' | 'unreadable';
}

/** A name, or why there is none. */
export function nameOf(person: RegisterPerson | null): string {
  if (person === null) return words.nobody;
  if (person.state === 'known' && person.name !== '') return person.name;
  return person.state === 'unreadable' ? words.unreadable : words.erased;
}

/** The last four digits with dots for what is left out; empty for nobody. */
export function digitsOf(person: RegisterPerson | null): string {
  return person === null || person.lastFour === '' ? '' : `...${person.lastFour}`;
}

/** The store's head on a register. */
export function storeOf({ profile }: Pick<RegisterHead, 'profile'>): Register['store'] {
  return {
    name: profile.koperasi,
    lines: [words.store(profile.gerai, profile.storeCode), `${profile.address}, ${profile.kabupaten}`],
  };
}

/** Period, region and rank. */
export function factsOf({ profile, region, sellerTier, from, to }: RegisterHead): [string, string][] {
  const tier: [string, string][] = sellerTier === '' ? [] : [[words.tier, sellerTier]];
  return [
    [words.period, periodOf(from, to)],
    [words.place, words.region(profile.kabupaten, region)],
    ...tier,
  ];
}

/** The time a register is about, in words. */
export function periodOf(from: string, to: string): string {
  return words.periodOf(formatDate(from), formatDate(to));
}

/**
 * Rows with a sum after each day or month; without any where there is only one, or where each has but
 * one row, which is its own sum.
 * @param sumOf the row that closes some entries, given their day or month in words
 */
export function withSums<T extends { readonly date: string }>(
  entries: readonly T[],
  every: RegisterHead['sumEvery'],
  rowOf: (entry: T, index: number) => RegisterRow,
  sumOf: (time: string, entries: readonly T[]) => RegisterRow,
): RegisterRow[] {
  const groups = Map.groupBy(entries, ({ date }) => (every === 'day' ? date : date.slice(0, 7)));
  const isSummed = groups.size > 1 && groups.size < entries.length;
  let index = 0;
  return [...groups.values()].flatMap((group) => {
    const rows = group.map((entry) => rowOf(entry, index++));
    const [first] = group;
    if (!isSummed || first === undefined) return rows;
    return [...rows, sumOf(timeOf(first.date, every), group)];
  });
}

/** `15 April 2026`, or `April 2026` for a whole month. */
function timeOf(date: string, every: RegisterHead['sumEvery']): string {
  const said = formatDate(date);
  return every === 'day' ? said : said.slice(said.indexOf(' ') + 1);
}

/** Who signs: whoever made it, and the board. */
export function signaturesOf({ madeBy }: RegisterHead): Register['signatures'] {
  return [
    { label: words.signatures.maker, name: madeBy },
    { label: words.signatures.board, name: '' },
  ];
}
