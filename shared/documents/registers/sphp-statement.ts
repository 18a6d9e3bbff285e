import { formatQuantity, formatRupiah } from '../../i18n/format.ts';
import { registers } from '../../i18n/id/registers.ts';
import { factsOf, periodOf, signaturesOf, storeOf, withSums, type RegisterHead } from './parts.ts';
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

/** What was received and sold of one product on one date. */
export interface SphpEntry {
  readonly date: string;
  readonly goods: string;
  /** In units of the programme; sold less what came back. */
  readonly receivedThousandths: number;
  readonly soldThousandths: number;
  /** How many sales. */
  readonly receipts: number;
  /** The highest price one unit of the programme was sold at, rounded up; null where nothing was sold. */
  readonly priceRp: number | null;
  /** What it might cost at most; null where no rule held. */
  readonly ceilingRp: number | null;
  /** The most that one sale took. */
  readonly mostThousandths: number;
  /** Lines sold above what they might cost. */
  readonly above: number;
}

/** A rule that the statement can name, with its decree. */
interface NamedRule {
  readonly decree: string;
}

export interface SphpData extends RegisterHead {
  /** Names of the programmes it is about, and what they are counted in: kg. */
  readonly programmes: string;
  readonly unit: string;
  readonly entries: readonly SphpEntry[];
  /** Each sale once, with all that it took of whichever products, less what came back. */
  readonly sales: readonly { readonly date: string; readonly thousandths: number }[];
  /** Stock in units of the programme when the first date began and the last one ended. */
  readonly openingThousandths: number;
  readonly closingThousandths: number;
  /** Price rules that judged the sales, each once. */
  readonly prices: readonly (NamedRule & { readonly amountRp: number })[];
  /** Limits of one purchase that hold on the last date, each once, with the most that one sale took. */
  readonly limits: readonly (NamedRule & {
    readonly limitThousandths: number;
    readonly mostThousandths: number;
  })[];
  /** What the rules of the last date forbid. */
  readonly forbidden: { readonly resale: boolean; readonly mixing: boolean };
}

const words = registers.sphp;

/** Surat pernyataan SPHP: what was received and sold, at which price, how much in one purchase, and what is pledged. */
export function sphpStatement(data: SphpData): Register {
  const { columns } = words;
  const { entries, profile, programmes } = data;
  return {
    title: words.title(programmes),
    store: storeOf(data),
    facts: factsOf(data),
    opening: words.opening(profile.koperasi, profile.gerai, programmes, periodOf(data.from, data.to)),
    columns: [
      { head: columns.date },
      { head: columns.goods, wide: true },
      { head: `${columns.received} (${data.unit})`, right: true },
      { head: `${columns.sold} (${data.unit})`, right: true },
      { head: columns.receipts, right: true },
      { head: `${columns.price}/${data.unit}`, right: true },
      { head: `${columns.ceiling}/${data.unit}`, right: true },
      { head: `${columns.most} (${data.unit})`, right: true },
    ],
    rows: withSums(entries, data.sumEvery, rowOf, (time, some) => sumRow(data, time, some)),
    sums: sumsOf(data),
    notes: [...(entries.length === 0 ? [registers.none] : []), ...pledgesOf(data), registers.ownStoreOnly],
    signatures: signaturesOf(data),
    landscape: false,
  };
}

function rowOf(entry: SphpEntry): RegisterRow {
  return {
    kind: 'row',
    cells: [
      date(entry.date),
      text(entry.goods),
      quantity(entry.receivedThousandths),
      quantity(entry.soldThousandths),
      count(entry.receipts),
      entry.priceRp === null ? EMPTY : money(entry.priceRp),
      entry.ceilingRp === null ? EMPTY : money(entry.ceilingRp),
      quantity(entry.mostThousandths),
    ],
  };
}

/** A sale of several products stands in several rows and is one sale all the same. */
function sumRow({ sales }: SphpData, time: string, entries: readonly SphpEntry[]): RegisterRow {
  const dates = new Set(entries.map((entry) => entry.date));
  const then = sales.filter((sale) => dates.has(sale.date));
  return {
    kind: 'sum',
    cells: [
      EMPTY,
      text(registers.sumOf(time)),
      quantity(sum(entries, (entry) => entry.receivedThousandths)),
      quantity(sum(entries, (entry) => entry.soldThousandths)),
      count(then.length),
      EMPTY,
      EMPTY,
      quantity(most(then)),
    ],
  };
}

function sumsOf(data: SphpData): RegisterSum[] {
  const { entries, unit, openingThousandths, closingThousandths } = data;
  const of = (label: string, thousandths: number): RegisterSum => ({
    label,
    value: quantity(thousandths),
    unit,
  });
  const highest = highestOf(entries);
  return [
    of(words.opening_, openingThousandths),
    of(
      words.received,
      sum(entries, (entry) => entry.receivedThousandths),
    ),
    of(
      words.sold,
      sum(entries, (entry) => entry.soldThousandths),
    ),
    of(words.closing, closingThousandths),
    of(words.most, most(data.sales)),
    ...(highest === 0 ? [] : [{ label: words.highest, value: money(highest), unit: `/${unit}` }]),
  ];
}

/** What is pledged: of prices and limits only what the books bear out. */
function pledgesOf(data: SphpData): string[] {
  const { limits, unit, forbidden } = data;
  const { pledges } = words;
  return [
    ...(forbidden.resale ? [pledges.consumers] : []),
    ...(forbidden.mixing ? [pledges.packs] : []),
    ...limits.map(({ limitThousandths, mostThousandths, decree }) => {
      const limit = formatQuantity(limitThousandths);
      return mostThousandths <= limitThousandths
        ? pledges.limit(limit, unit, decree)
        : pledges.aboveLimit(formatQuantity(mostThousandths), limit, unit, decree);
    }),
    ...pricePledge(data),
  ];
}

/** Where the price changed, one sentence for all: what was right on one day was too much on another. */
function pricePledge({ entries, prices, unit }: SphpData): string[] {
  const { pledges } = words;
  const above = sum(entries, (entry) => entry.above);
  if (above > 0) return [pledges.above(above)];
  const [only, ...others] = prices;
  // Dearer than any price there was: sold on a day without one, of which nothing can be pledged.
  if (only === undefined || highestOf(entries) > Math.max(...prices.map(({ amountRp }) => amountRp)))
    return [];
  if (others.length === 0) return [pledges.price(formatRupiah(only.amountRp), unit, only.decree)];
  return [
    pledges.pricesThen(
      prices.map(({ amountRp, decree }) => ({ amount: formatRupiah(amountRp), decree })),
      unit,
    ),
  ];
}

function highestOf(entries: readonly SphpEntry[]): number {
  return Math.max(0, ...entries.map(({ priceRp }) => priceRp ?? 0));
}

function most(sales: SphpData['sales']): number {
  return Math.max(0, ...sales.map(({ thousandths }) => thousandths));
}

function sum(entries: readonly SphpEntry[], of: (entry: SphpEntry) => number): number {
  return entries.reduce((total, entry) => total + of(entry), 0);
}
