import type { Product } from '../../../shared/contract/catalog.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { ExternalSystem, PriceKind } from '../../../shared/domain/programmes/rules.ts';
import { valueOf } from '../../support/till.ts';
import { allProducts } from '../shop.ts';

/** What the posters on the wall and the papers of the programmes say: a bystander needs no till for it. */
interface Poster {
  readonly programme: string;
  /** In thousandths of the programme's unit. */
  readonly measure: number;
  readonly system: ExternalSystem | null;
}

const POSTERS = {
  sphp: { programme: 'sphp', measure: 5_000, system: 'klik-sphp' },
  sphpOpen: { programme: 'sphp', measure: 1_000, system: 'klik-sphp' },
  minyakita: { programme: 'minyakita', measure: 1_000, system: 'simirah' },
  lpg: { programme: 'lpg-3kg', measure: 1_000, system: 'map' },
  gula: { programme: 'gula', measure: 1_000, system: null },
  urea: { programme: 'pupuk-urea', measure: 50_000, system: 'i-pubers' },
  npk: { programme: 'pupuk-npk', measure: 50_000, system: 'i-pubers' },
} as const satisfies Record<string, Poster>;

/** By which number each is rung up; the opened sack is added by the day itself. */
const PLUS = {
  sphp: '1',
  minyakita: '2',
  lpg: '3',
  gula: '4',
  urea: '31',
  npk: '32',
  empty: '33',
  deposit: '34',
  sphpOpen: '61',
} as const;
export type Goods = keyof typeof PLUS;

/** What one base unit of the goods is under which programme; undefined for cylinders and deposits. */
export function posterOf(goods: Goods): Poster | undefined {
  return goods === 'empty' || goods === 'deposit' ? undefined : POSTERS[goods];
}

/** One line of a price board: what a programme's unit may cost from a date on. */
interface BoardPrice {
  readonly programme: string;
  readonly from: string;
  readonly kind: PriceKind;
  readonly amountRp: number;
}

/** The day on which the shop opens, and the one on which the new decree holds, before it has closed. */
export const OPENED = '2026-04-15';
export const DECREE_FROM = '2026-04-16';
export const LPG_BEFORE_RP = 18_000;
export const LPG_AFTER_RP = 17_500;

const BOARD: readonly BoardPrice[] = [
  { programme: 'lpg-3kg', from: '2025-01-15', kind: 'het', amountRp: LPG_BEFORE_RP },
  { programme: 'lpg-3kg', from: DECREE_FROM, kind: 'het', amountRp: LPG_AFTER_RP },
  { programme: 'sphp', from: '2025-08-22', kind: 'program', amountRp: 12_500 },
  { programme: 'minyakita', from: '2026-02-18', kind: 'het', amountRp: 15_700 },
  { programme: 'gula', from: '2026-02-18', kind: 'hap', amountRp: 17_500 },
  { programme: 'pupuk-urea', from: '2025-10-22', kind: 'program', amountRp: 1_800 },
  { programme: 'pupuk-npk', from: '2025-10-22', kind: 'program', amountRp: 1_840 },
];

/** The most that a programme's unit may cost on a date; undefined where nothing caps it (HAP). */
export function ceilingOn(programme: string, date: string): number | undefined {
  const [newest] = BOARD.filter((price) => price.programme === programme && price.from <= date).toSorted(
    (a, b) => (a.from < b.from ? 1 : -1),
  );
  return newest === undefined || newest.kind === 'hap' ? undefined : newest.amountRp;
}

/** The goods as the till knows them. */
export type Shelf = Readonly<Record<Goods, Product>> & { readonly plain: readonly Product[] };

/** Goods of no programme that somebody takes along. */
const PLAIN_MOST_RP = 20_000;

/** Looks the goods up, by the numbers they are rung up with. */
export async function lookAtShelf(client: TillClient): Promise<Shelf> {
  const all = await allProducts(client);
  const of = (plu: string): Product => {
    const found = all.find((product) => product.plu === plu);
    if (found === undefined) throw new Error(`no goods under ${plu}`);
    return found;
  };
  const { sphp, minyakita, lpg, gula, urea, npk, empty, deposit, sphpOpen } = PLUS;
  return {
    sphp: of(sphp),
    minyakita: of(minyakita),
    lpg: of(lpg),
    gula: of(gula),
    urea: of(urea),
    npk: of(npk),
    empty: of(empty),
    deposit: of(deposit),
    sphpOpen: of(sphpOpen),
    plain: all.filter(
      ({ barcodes, priceRp }) => barcodes.length > 0 && priceRp !== null && priceRp <= PLAIN_MOST_RP,
    ),
  };
}

/** What a line of a ticket is, undefined for goods of no programme. */
export function goodsOfLine(shelf: Shelf, productId: string): Goods | undefined {
  for (const goods of GOODS) if (shelf[goods].productId === productId) return goods;
  return undefined;
}

const GOODS = Object.keys(PLUS) as Goods[];

/** Adds the opened sack that no rule allows, before the shop opens. */
export async function addOpenSack(board: TillClient): Promise<void> {
  const { productId } = valueOf(
    await board.catalog.save({
      productId: null,
      name: 'Beras SPHP karung terbuka',
      brand: '',
      category: 'Beras',
      unit: 'kg',
      priceRp: 12_500,
      costRp: null,
      plu: PLUS.sphpOpen,
      barcodes: [],
      fractional: true,
      active: true,
    }),
  );
  valueOf(
    await board.programmes.setGoods({
      productId,
      programme: 'sphp',
      measureThousandths: 1_000,
      cylinder: null,
    }),
  );
}
