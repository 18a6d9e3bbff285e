import { addDays, type BusinessDate } from '../../../shared/domain/business-date.ts';

/** One of the till's own lines, as far as a comparison needs it. */
export interface OurLine {
  readonly saleId: string;
  readonly lineId: string;
  readonly date: BusinessDate;
  readonly programme: string;
  /** Keyed hash of the buyer's NIK; null where none was asked for. */
  readonly nikKey: string | null;
  /** Empty where there is no NIK or it was erased. */
  readonly lastFour: string;
  /** In units of the programme, returns taken off. */
  readonly quantityThousandths: number;
}

/** Whom a row of the file names. The number itself is gone as soon as the row is read. */
export type TheirBuyer =
  | { readonly kind: 'nik'; readonly nikKey: string; readonly lastFour: string }
  | { readonly kind: 'last-four'; readonly lastFour: string }
  | { readonly kind: 'none' };

/** A row of the file. */
export interface TheirRow {
  /** As the program that wrote the file numbers it. */
  readonly line: number;
  readonly date: BusinessDate;
  /** null where the file does not say, or in words the till does not know. */
  readonly programme: string | null;
  readonly buyer: TheirBuyer;
  readonly quantityThousandths: number;
}

/** What is on one side only, or on both with another quantity. */
export type Difference =
  | { readonly kind: 'missing'; readonly ours: OurLine }
  | { readonly kind: 'extra'; readonly theirs: TheirRow }
  | { readonly kind: 'different'; readonly ours: OurLine; readonly theirs: TheirRow };

export interface Matching {
  readonly matched: readonly OurLine[];
  /** By date, then as they stand in the file. */
  readonly differences: readonly Difference[];
}

/** A line keyed late bears a later date there: so many days it is looked for around its own. */
export const LATE_DAYS = 3;

/**
 * Holds the rows of a file against the till's lines. In this order: the same buyer on the same date,
 * by the whole number and then by its last digits; rows that name nobody by date alone; the same buyer
 * and quantity within a few days, for what was keyed late; and what is left of a buyer's date with
 * another quantity. Every line and every row comes out exactly once.
 */
export function matchRows(ours: readonly OurLine[], theirs: readonly TheirRow[]): Matching {
  const left = new Leftovers(ours, theirs);
  for (const sameBuyer of [byNik, byLastFour, byDateAlone]) {
    left.pairEqual(sameBuyer);
    left.pairSums(sameBuyer);
  }
  for (let days = 1; days <= LATE_DAYS; days += 1) {
    left.pairEqual(shifted(days));
    left.pairEqual(shifted(-days));
  }
  for (const sameBuyer of [byNik, byLastFour]) left.pairDifferent(sameBuyer);
  return left.result();
}

/** Under which name a line and a row mean the same buyer and date; undefined where it can't be said. */
interface Naming {
  readonly ofOurs: (line: OurLine) => string | undefined;
  readonly ofTheirs: (row: TheirRow) => string | undefined;
}

const byNik: Naming = {
  ofOurs: ({ nikKey, date }) => (nikKey === null ? undefined : `${date} ${nikKey}`),
  ofTheirs: ({ buyer, date }) => (buyer.kind === 'nik' ? `${date} ${buyer.nikKey}` : undefined),
};

const byLastFour: Naming = {
  ofOurs: ({ lastFour, date }) => (lastFour === '' ? undefined : `${date} ${lastFour}`),
  ofTheirs: ({ buyer, date }) => (buyer.kind === 'last-four' ? `${date} ${buyer.lastFour}` : undefined),
};

/** Rows that name nobody: any line of the date may be meant. */
const byDateAlone: Naming = {
  ofOurs: ({ date }) => date,
  ofTheirs: ({ buyer, date }) => (buyer.kind === 'none' ? date : undefined),
};

/** The same buyer, the row some days later than the line. */
function shifted(days: number): Naming {
  return {
    ofOurs: ({ nikKey, date }) => (nikKey === null ? undefined : `${addDays(date, days)} ${nikKey}`),
    ofTheirs: byNik.ofTheirs,
  };
}

/** What no pass has found a fellow for yet. */
class Leftovers {
  readonly #ours: Set<OurLine>;
  readonly #theirs: Set<TheirRow>;
  readonly #matched: OurLine[] = [];
  readonly #different: Difference[] = [];

  constructor(ours: readonly OurLine[], theirs: readonly TheirRow[]) {
    this.#ours = new Set(ours);
    this.#theirs = new Set(theirs);
  }

  /** Pairs lines and rows of one quantity. */
  pairEqual(naming: Naming): void {
    for (const { ours, theirs } of this.#groups(naming)) {
      for (const row of theirs) {
        const line = ours.find(
          (each) =>
            each.quantityThousandths === row.quantityThousandths && fits(each, row) && this.#ours.has(each),
        );
        if (line !== undefined) this.#match([line], [row]);
      }
    }
  }

  /** Two baskets here may be one entry there: all that is left of a buyer's date, where it adds up to the same. */
  pairSums(naming: Naming): void {
    for (const { ours, theirs } of this.#groups(naming)) {
      for (const programme of new Set(ours.map((line) => line.programme))) {
        const lines = ours.filter((line) => line.programme === programme);
        const rows = theirs.filter((row) => this.#theirs.has(row) && lines.every((line) => fits(line, row)));
        if (rows.length > 0 && sum(lines) === sum(rows)) this.#match(lines, rows);
      }
    }
  }

  /** Pairs what is left, one by one, as known on both sides with another quantity. */
  pairDifferent(naming: Naming): void {
    for (const { ours, theirs } of this.#groups(naming)) {
      for (const row of theirs) {
        const line = ours.find((each) => fits(each, row) && this.#ours.has(each));
        if (line === undefined) continue;
        this.#ours.delete(line);
        this.#theirs.delete(row);
        this.#different.push({ kind: 'different', ours: line, theirs: row });
      }
    }
  }

  result(): Matching {
    const differences: Difference[] = [
      ...this.#different,
      ...[...this.#ours].map((ours) => ({ kind: 'missing' as const, ours })),
      ...[...this.#theirs].map((theirs) => ({ kind: 'extra' as const, theirs })),
    ];
    return { matched: this.#matched, differences: differences.toSorted(byDateAndLine) };
  }

  #match(lines: readonly OurLine[], rows: readonly TheirRow[]): void {
    for (const line of lines) this.#ours.delete(line);
    for (const row of rows) this.#theirs.delete(row);
    this.#matched.push(...lines);
  }

  /** Lines and rows that go by one name, where there are both. */
  #groups({ ofOurs, ofTheirs }: Naming): { ours: OurLine[]; theirs: TheirRow[] }[] {
    const ours = Map.groupBy(this.#ours, ofOurs);
    const theirs = Map.groupBy(this.#theirs, ofTheirs);
    return [...theirs].flatMap(([name, rows]) => {
      const lines = name === undefined ? undefined : ours.get(name);
      return lines === undefined ? [] : [{ ours: lines, theirs: rows }];
    });
  }
}

/** A row that says what was bought means only lines of it. */
function fits(line: OurLine, row: TheirRow): boolean {
  return row.programme === null || row.programme === line.programme;
}

function sum(parts: readonly { readonly quantityThousandths: number }[]): number {
  return parts.reduce((total, part) => total + part.quantityThousandths, 0);
}

/** The date of a difference: the till's own where it has one. */
export function dateOf(difference: Difference): BusinessDate {
  return difference.kind === 'extra' ? difference.theirs.date : difference.ours.date;
}

function byDateAndLine(a: Difference, b: Difference): number {
  return dateOf(a).localeCompare(dateOf(b)) || lineOf(a) - lineOf(b);
}

function lineOf(difference: Difference): number {
  return difference.kind === 'missing' ? 0 : difference.theirs.line;
}
