import type { StoreProfile } from '../../contract/setup.ts';
import type { PriceKind } from '../../domain/programmes/rules.ts';
import { formatDate, formatRupiah } from '../../i18n/format.ts';
import { registers } from '../../i18n/id/registers.ts';
import { storeOf } from './parts.ts';
import { date, EMPTY, money, text, type Register } from './register.ts';

/** Goods of a programme with what they cost and what they may cost. */
export interface BoardEntry {
  readonly goods: string;
  readonly unit: string;
  /** What the store asks of everybody; null where no price is known. */
  readonly priceRp: number | null;
  readonly kind: PriceKind;
  /** What the decree says of this unit. */
  readonly limitRp: number;
  readonly decree: string;
  readonly since: string;
}

export interface BoardData {
  readonly profile: StoreProfile;
  /** The date whose prices they are. */
  readonly on: string;
  readonly entries: readonly BoardEntry[];
}

const words = registers.board;

/** One of the goods as the wall shows it. */
export interface BoardLine {
  readonly goods: string;
  readonly per: string;
  readonly price: string;
  /** `HET Rp18.000`. */
  readonly rule: string;
  /** The decree, and since when. */
  readonly source: string;
}

/** The price list for the wall: read from two metres away, so it says little. */
export interface PriceBoard {
  readonly title: string;
  readonly valid: string;
  readonly store: string;
  readonly lines: readonly BoardLine[];
  /** Where to complain, or that there is nothing to show. */
  readonly foot: string;
}

/** Papan harga: goods, price, what the decree allows, which decree, and since when. */
export function priceBoard({ profile, on, entries }: BoardData): PriceBoard {
  return {
    title: words.title,
    valid: words.validOn(formatDate(on)),
    store: `${profile.koperasi}, ${registers.store(profile.gerai, profile.storeCode)}`,
    lines: entries.map((entry) => ({
      goods: entry.goods,
      per: words.per(entry.unit),
      price: entry.priceRp === null ? words.noPrice : formatRupiah(entry.priceRp),
      rule: words.rule(words.kinds[entry.kind], formatRupiah(entry.limitRp)),
      source: words.source(entry.decree, formatDate(entry.since)),
    })),
    foot: entries.length === 0 ? words.none : words.complain(profile.koperasi),
  };
}

/** The same as a table, for the screen and a spreadsheet. */
export function priceBoardTable({ profile, on, entries }: BoardData): Register {
  const { columns } = words;
  return {
    title: words.title,
    store: storeOf({ profile }),
    facts: [[registers.period, words.validOn(formatDate(on))]],
    opening: entries.length === 0 ? words.none : '',
    columns: [
      { head: columns.goods, wide: true },
      { head: columns.unit },
      { head: columns.price, right: true },
      { head: columns.limit },
      { head: columns.amount, right: true },
      { head: columns.decree, wide: true },
      { head: columns.since },
    ],
    rows: entries.map((entry) => ({
      kind: 'row',
      cells: [
        text(entry.goods),
        text(entry.unit),
        entry.priceRp === null ? EMPTY : money(entry.priceRp),
        text(words.kinds[entry.kind]),
        money(entry.limitRp),
        text(entry.decree),
        date(entry.since),
      ],
    })),
    sums: [],
    notes: [],
    signatures: [],
    landscape: false,
  };
}
