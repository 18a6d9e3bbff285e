import type { ConsumerCategory } from '../../domain/programmes/rules.ts';
import { formatQuantity } from '../../i18n/format.ts';
import { registers } from '../../i18n/id/registers.ts';
import { categoryNames } from '../../i18n/id/subsidy-findings.ts';
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
  quantity,
  text,
  type Register,
  type RegisterRow,
  type RegisterSum,
} from './register.ts';

/** One sale of full cylinders. */
export interface LpgEntry {
  readonly date: string;
  readonly person: RegisterPerson | null;
  readonly category: ConsumerCategory | null;
  /** Cylinders, returns taken off. */
  readonly quantityThousandths: number;
  /** Of these, sold with their cylinder, and lent one; the rest were refilled. */
  readonly boughtThousandths: number;
  readonly loanedThousandths: number;
  /** Whose deliveries they came from; empty where that is not known. */
  readonly agens: readonly string[];
}

export interface LpgData extends RegisterHead {
  /** Names of the programmes it is about, and what they are counted in. */
  readonly programmes: string;
  readonly unit: string;
  /** Only what this agen delivered; null for all. */
  readonly agen: string | null;
  /** In the order they were sold. */
  readonly entries: readonly LpgEntry[];
  /** Cylinders by the books when the first date began and the last one ended; null where they are not kept. */
  readonly standing: {
    readonly fullAtBegin: number;
    readonly emptyAtBegin: number;
    readonly fullAtEnd: number;
    readonly emptyAtEnd: number;
  } | null;
  /** Full ones received in this time, by agen. */
  readonly received: readonly { readonly agen: string; readonly quantityThousandths: number }[];
}

const words = registers.lpg;
const { kinds } = words;

/** Logbook LPG: who bought how many, of what kind and from whose delivery, with the cylinders at both ends. */
export function lpgLogbook(data: LpgData): Register {
  const { columns } = words;
  const { agen, entries, programmes } = data;
  return {
    title: agen === null ? words.title(programmes) : words.titleOfAgen(programmes, agen),
    store: storeOf(data),
    facts: factsOf(data),
    opening: entries.length === 0 ? registers.none : '',
    columns: [
      { head: columns.number, right: true },
      { head: columns.date },
      { head: columns.name, wide: true },
      { head: columns.address, wide: true },
      { head: columns.digits },
      { head: columns.category },
      { head: columns.quantity, right: true },
      { head: columns.kind, wide: true },
      { head: columns.agen, wide: true },
    ],
    rows: withSums(entries, data.sumEvery, rowOf, sumRow),
    sums: sumsOf(data),
    notes: [registers.lessReturns, registers.ownStoreOnly],
    signatures: signaturesOf(data),
    landscape: true,
  };
}

function rowOf(entry: LpgEntry, index: number): RegisterRow {
  return {
    kind: 'row',
    cells: [
      count(index + 1),
      date(entry.date),
      text(nameOf(entry.person)),
      text(entry.person?.address ?? ''),
      text(digitsOf(entry.person)),
      text(entry.category === null ? '' : categoryNames[entry.category]),
      quantity(entry.quantityThousandths),
      text(kindOf(entry)),
      text(entry.agens.length === 0 ? words.ownStock : entry.agens.join(', ')),
    ],
  };
}

function sumRow(time: string, entries: readonly LpgEntry[]): RegisterRow {
  const total = quantity(sum(entries, (entry) => entry.quantityThousandths));
  const label = text(registers.sumOf(time));
  return { kind: 'sum', cells: [EMPTY, EMPTY, label, EMPTY, EMPTY, EMPTY, total, EMPTY, EMPTY] };
}

/** `isi ulang`, or how many of which where they are of several kinds. */
function kindOf(entry: LpgEntry): string {
  const parts = (
    [
      [refilled(entry), kinds.refill],
      [entry.boughtThousandths, kinds.bought],
      [entry.loanedThousandths, kinds.loaned],
    ] as const
  ).filter(([thousandths]) => thousandths > 0);
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only[1];
  return parts.map(([thousandths, kind]) => words.several(formatQuantity(thousandths), kind)).join(', ');
}

function refilled(entry: LpgEntry): number {
  return entry.quantityThousandths - entry.boughtThousandths - entry.loanedThousandths;
}

function sumsOf({ entries, unit, standing, received }: LpgData): RegisterSum[] {
  const of = (label: string, thousandths: number): RegisterSum => ({
    label,
    value: quantity(thousandths),
    unit,
  });
  const some = (label: string, thousandths: number) => (thousandths === 0 ? [] : [of(label, thousandths)]);
  const categories = Map.groupBy(entries, ({ category }) => category);
  const books =
    standing === null
      ? []
      : [
          of(words.fullAtBegin, standing.fullAtBegin),
          of(words.fullAtEnd, standing.fullAtEnd),
          of(words.emptyAtBegin, standing.emptyAtBegin),
          of(words.emptyAtEnd, standing.emptyAtEnd),
        ];
  return [
    of(
      registers.total,
      sum(entries, (entry) => entry.quantityThousandths),
    ),
    ...some(words.sums.refill, sum(entries, refilled)),
    ...some(
      words.sums.bought,
      sum(entries, (entry) => entry.boughtThousandths),
    ),
    ...some(
      words.sums.loaned,
      sum(entries, (entry) => entry.loanedThousandths),
    ),
    ...[...categories].flatMap(([category, bought]) =>
      category === null
        ? []
        : some(
            categoryNames[category],
            sum(bought, (entry) => entry.quantityThousandths),
          ),
    ),
    ...received.map((each) => of(words.received(each.agen), each.quantityThousandths)),
    ...books,
  ];
}

function sum(entries: readonly LpgEntry[], of: (entry: LpgEntry) => number): number {
  return entries.reduce((total, entry) => total + of(entry), 0);
}
