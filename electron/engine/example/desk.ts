import { v5 as uuidv5 } from 'uuid';
import { checkDigit } from '../../../shared/domain/check-digit.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { DEFAULT_POLICY, type TillPolicy } from '../../../shared/domain/policy.ts';
import type { Promotion } from '../../../shared/domain/promotions.ts';
import type { TaxClass } from '../../../shared/domain/tax.ts';
import type { Tier } from '../../../shared/domain/tier.ts';
import type { RecordBodies } from '../../../shared/journal/bodies.ts';

/**
 * How the example store sells: packs with barcodes of their own, prices of members and of wholesale,
 * ceilings, promotions of every kind, a merchant's QRIS code. All of it invented but the ceilings.
 */

type Terms = RecordBodies['product-terms-set/1'];

/** Promotions get their ids from their names, so that every example store has the same. */
const NAMESPACE = '6f2d9a54-3f0e-4c39-8f4a-0f1de0b1c7a2';

interface ExamplePack {
  readonly unit: string;
  readonly content: number;
  /** For everybody; left out where a pack costs what its content does. */
  readonly priceRp?: number;
}

interface ExamplePrice {
  readonly tier: Tier;
  readonly priceRp: number;
  /** Base units where left out. */
  readonly unit?: string;
  /** From how many of the unit on. */
  readonly from?: number;
}

interface ExampleTerms {
  /** `plu:9` or `gtin:` with the 14 digits, as in the product's id. */
  readonly key: string;
  readonly taxClass?: TaxClass;
  readonly ceilingRp?: number;
  readonly packs?: readonly ExamplePack[];
  readonly prices?: readonly ExamplePrice[];
}

/** Rice, eggs, vegetables and sugar are exempt from PPN; the weighed goods of the store are all of these. */
const EXEMPT: readonly ExampleTerms[] = ['12', '13', '14', '19', '20', '21', '22'].map((plu) => ({
  key: `plu:${plu}`,
  taxClass: 'bebas',
}));

const TERMS: readonly ExampleTerms[] = [
  // What these may cost is a rule of their programme.
  { key: 'plu:1', taxClass: 'bebas' },
  { key: 'plu:2', packs: [{ unit: 'dus', content: 12 }] },
  { key: 'plu:3', taxClass: 'tidak-dipungut' },
  {
    key: 'plu:4',
    taxClass: 'bebas',
    packs: [{ unit: 'bal', content: 20, priceRp: 344_000 }],
    prices: [{ tier: 'anggota', priceRp: 17_200 }],
  },
  {
    key: 'plu:5',
    packs: [{ unit: 'bal', content: 12 }],
    prices: [
      { tier: 'anggota', priceRp: 13_200 },
      { tier: 'umum', priceRp: 13_000, from: 12 },
    ],
  },
  {
    key: 'plu:9',
    packs: [{ unit: 'dus', content: 40, priceRp: 118_000 }],
    prices: [
      { tier: 'anggota', priceRp: 3_000 },
      { tier: 'anggota', priceRp: 116_500, unit: 'dus' },
      { tier: 'grosir', priceRp: 115_000, unit: 'dus' },
      { tier: 'grosir', priceRp: 114_000, unit: 'dus', from: 5 },
    ],
  },
  {
    key: 'plu:11',
    taxClass: 'bebas',
    packs: [{ unit: 'peti', content: 15, priceRp: 405_000 }],
    prices: [
      { tier: 'anggota', priceRp: 27_500 },
      { tier: 'grosir', priceRp: 27_000, from: 10 },
    ],
  },
  {
    key: 'plu:15',
    taxClass: 'bebas',
    ceilingRp: 13_500,
    packs: [{ unit: 'karung', content: 25, priceRp: 330_000 }],
    prices: [{ tier: 'grosir', priceRp: 326_000, unit: 'karung' }],
  },
  { key: 'plu:16', taxClass: 'bebas', prices: [{ tier: 'anggota', priceRp: 16_700 }] },
  ...EXEMPT,
  // Aqua 600 ml
  {
    key: 'gtin:08886008101053',
    packs: [{ unit: 'dus', content: 24, priceRp: 54_000 }],
    prices: [
      { tier: 'grosir', priceRp: 52_500, unit: 'dus' },
      { tier: 'grosir', priceRp: 51_500, unit: 'dus', from: 5 },
    ],
  },
  // Kapal Api Mocha 32 g
  {
    key: 'gtin:08991002104914',
    packs: [{ unit: 'renteng', content: 10, priceRp: 9_500 }],
    prices: [{ tier: 'umum', priceRp: 950, from: 20 }],
  },
  // Masako Ayam 16 g
  {
    key: 'gtin:08992770033130',
    packs: [
      { unit: 'renteng', content: 12, priceRp: 4_600 },
      { unit: 'dus', content: 240, priceRp: 88_000 },
    ],
    prices: [{ tier: 'grosir', priceRp: 86_000, unit: 'dus' }],
  },
  // Rinso Molto 48 g
  {
    key: 'gtin:08999999047245',
    packs: [{ unit: 'renteng', content: 6, priceRp: 5_700 }],
    prices: [{ tier: 'anggota', priceRp: 5_500, unit: 'renteng' }],
  },
  // Indomie Goreng Pedas 79 g
  {
    key: 'gtin:00089686011036',
    packs: [{ unit: 'dus', content: 40, priceRp: 112_000 }],
    prices: [
      { tier: 'anggota', priceRp: 2_900 },
      { tier: 'grosir', priceRp: 110_000, unit: 'dus' },
    ],
  },
];

/** Prices from any quantity on any day. */
const ALWAYS = { fromThousandths: 0, validFrom: null, validTo: null } as const;

/**
 * The terms of the example store's goods.
 * @param productIdOf the id of the product with a key
 */
export function exampleTerms(productIdOf: (key: string) => string): Terms[] {
  return TERMS.map(({ key, taxClass = 'kena', ceilingRp, packs = [], prices = [] }) => ({
    productId: productIdOf(key),
    taxClass,
    ceilingRp: ceilingRp === undefined ? null : rupiah(ceilingRp),
    packs: packs.map(({ unit, content }, index) => ({
      unit,
      contentThousandths: content * 1000,
      gtins: [packGtin(key, index + 1)],
      plu: null,
    })),
    prices: [
      ...packs.flatMap(({ unit, priceRp }) =>
        priceRp === undefined ? [] : [{ ...ALWAYS, unit, tier: 'umum' as const, priceRp: rupiah(priceRp) }],
      ),
      ...prices.map(({ unit = null, tier, priceRp, from = 0 }) => ({
        ...ALWAYS,
        unit,
        tier,
        priceRp: rupiah(priceRp),
        fromThousandths: from * 1000,
      })),
    ],
  }));
}

/**
 * The code on a pack: the product's own behind an indicator, as GS1 builds it, or one of those that a
 * store may print itself where the product has none.
 */
function packGtin(key: string, indicator: number): string {
  const [kind, code = ''] = key.split(':');
  const body =
    kind === 'gtin' ? `${indicator}${code.slice(1, 13)}` : `029${indicator}${code.padStart(9, '0')}`;
  return body + checkDigit(body);
}

interface ExamplePromotion extends Pick<Promotion, 'name' | 'gift'> {
  readonly keys?: readonly string[];
  readonly categories?: readonly string[];
  readonly tiers?: readonly Tier[];
  readonly minutes?: Promotion['minutes'];
}

const PROMOTIONS: readonly ExamplePromotion[] = [
  {
    name: 'Anggota hemat perawatan 5%',
    categories: ['Perawatan Diri'],
    tiers: ['anggota'],
    gift: { kind: 'percent', bp: 500 },
  },
  // Aqua 600 ml
  {
    name: 'Jam siang air minum 10%',
    keys: ['gtin:08886008101053'],
    minutes: { from: 720, to: 900 },
    gift: { kind: 'percent', bp: 1000 },
  },
  // Tango Wafer Vanila 133 g
  {
    name: 'Tango potong Rp1.000',
    keys: ['gtin:08991102300544'],
    gift: { kind: 'amount', offRp: rupiah(1_000) },
  },
  // Beng-Beng 3 x 20 g
  {
    name: 'Beng-Beng beli 2 gratis 1',
    keys: ['gtin:08886001038011'],
    gift: { kind: 'buy-get', buy: 2, free: 1 },
  },
  // Tango Wafer Cokelat 80 g, Good Day Cappuccino 25 g
  {
    name: 'Paket istirahat',
    keys: ['gtin:08991102302609', 'gtin:08991002103764'],
    gift: { kind: 'bundle', priceRp: rupiah(6_500) },
  },
];

/** Promotions of the example store, one of each kind and a happy hour. */
export function examplePromotions(productIdOf: (key: string) => string): Promotion[] {
  return PROMOTIONS.map(({ name, keys = [], categories = [], tiers = [], minutes = null, gift }) => ({
    promotionId: uuidv5(name, NAMESPACE),
    name,
    validFrom: null,
    validTo: null,
    minutes,
    tiers: [...tiers],
    goods: { productIds: keys.map(productIdOf), categories: [...categories], units: [] },
    gift,
    active: true,
  }));
}

/** A merchant who does not exist, at an acquirer who does not either: no wallet will pay to it. */
const QRIS_PAYLOAD =
  '00020101021126680019COM.CONTOH-BANK.WWW011893600999000000001702120000000000170303UMI' +
  '51440014ID.CO.QRIS.WWW0215ID10999999999170303UMI5204541153033605802ID' +
  '5923KOP MERAH PUTIH DADAPAN6006MALANG61056518162070703A01630412FD';

/** What the example store has decided: the usual, with its own QRIS code and kasbon for members. */
export const EXAMPLE_POLICY: TillPolicy = {
  ...DEFAULT_POLICY,
  qrisPayload: QRIS_PAYLOAD,
  kasbonLimitDefaultRp: rupiah(300_000),
};
