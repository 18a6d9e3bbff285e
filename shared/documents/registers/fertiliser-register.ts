import { registers } from '../../i18n/id/registers.ts';
import {
  digitsOf,
  factsOf,
  nameOf,
  signaturesOf,
  storeOf,
  withSums,
  type RegisterHead,
  type RegisterPerson,
} from './parts.ts';
import {
  count,
  date,
  EMPTY,
  money,
  quantity,
  text,
  type Register,
  type RegisterRow,
  type RegisterSum,
} from './register.ts';

/** One purchase of fertiliser. */
export interface FertiliserEntry {
  readonly date: string;
  readonly receipt: string;
  readonly person: RegisterPerson | null;
  /** Who fetched it; null for the buyer. */
  readonly proxy: RegisterPerson | null;
  /** The programme's name and unit. */
  readonly goods: string;
  readonly unit: string;
  /** Returns taken off. */
  readonly quantityThousandths: number;
  /** Of one unit of the programme, rounded up. */
  readonly priceRp: number;
  readonly amountRp: number;
  /** Of the season's allotment after this purchase; null where none is known. */
  readonly leftThousandths: number | null;
}

export interface FertiliserData extends RegisterHead {
  /** In the order they were sold. */
  readonly entries: readonly FertiliserEntry[];
}

const words = registers.fertiliser;

/** Register pupuk: who received how much of what, who fetched it, and what is left of the allotment. */
export function fertiliserRegister(data: FertiliserData): Register {
  const { columns } = words;
  const { entries } = data;
  return {
    title: words.title,
    store: storeOf(data),
    facts: factsOf(data),
    opening: entries.length === 0 ? registers.none : '',
    columns: [
      { head: columns.number, right: true },
      { head: columns.date },
      { head: columns.receipt },
      { head: columns.name, wide: true },
      { head: columns.digits },
      { head: columns.proxy, wide: true },
      { head: columns.goods },
      { head: columns.quantity, right: true },
      { head: columns.unit },
      { head: columns.price, right: true },
      { head: columns.amount, right: true },
      { head: columns.left, right: true },
      { head: columns.signature, blank: true },
    ],
    rows: withSums(entries, data.sumEvery, rowOf, sumRow),
    sums: sumsOf(entries),
    notes: [registers.lessReturns, words.leftHint, registers.ownStoreOnly],
    signatures: signaturesOf(data),
    landscape: true,
  };
}

function rowOf(entry: FertiliserEntry, index: number): RegisterRow {
  return {
    kind: 'row',
    cells: [
      count(index + 1),
      date(entry.date),
      text(entry.receipt),
      text(nameOf(entry.person)),
      text(digitsOf(entry.person)),
      text(entry.proxy === null ? words.self : `${nameOf(entry.proxy)} ${digitsOf(entry.proxy)}`.trim()),
      text(entry.goods),
      quantity(entry.quantityThousandths),
      text(entry.unit),
      money(entry.priceRp),
      money(entry.amountRp),
      entry.leftThousandths === null ? EMPTY : quantity(entry.leftThousandths),
      EMPTY,
    ],
  };
}

function sumRow(time: string, entries: readonly FertiliserEntry[]): RegisterRow {
  const amount = money(sum(entries, (entry) => entry.amountRp));
  const label = text(registers.sumOf(time));
  const before = [EMPTY, EMPTY, EMPTY, label, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY];
  return { kind: 'sum', cells: [...before, amount, EMPTY, EMPTY] };
}

/** Kinds of fertiliser are not added to one another. */
function sumsOf(entries: readonly FertiliserEntry[]): RegisterSum[] {
  const goods = [...Map.groupBy(entries, (entry) => entry.goods)].map(([name, bought]) => ({
    label: words.quantityOf(name),
    value: quantity(sum(bought, (entry) => entry.quantityThousandths)),
    unit: bought[0]?.unit ?? '',
  }));
  return [...goods, { label: words.amount, value: money(sum(entries, (entry) => entry.amountRp)) }];
}

function sum(entries: readonly FertiliserEntry[], of: (entry: FertiliserEntry) => number): number {
  return entries.reduce((total, entry) => total + of(entry), 0);
}
