import { exampleStore } from '../../electron/engine/example/index.ts';
import { checkDigit } from '../../shared/domain/check-digit.ts';
import { rupiah, type Rupiah } from '../../shared/domain/money.ts';
import type { ProductRow } from '../../shared/journal/bodies.ts';
import { seededRandom, type SeededRandom } from '../support/random.ts';
import { benchId } from './ids.ts';

/** Goods that can be sold: every one has a price. */
export interface Goods extends ProductRow {
  readonly priceRp: Rupiah;
}

/** What tells one variant of a product from another on a shelf: taste, size, pack. */
const VARIANTS = [
  'Pedas',
  'Rasa Ayam Bawang',
  'Rasa Sapi Panggang',
  'Rasa Jeruk',
  'Rasa Coklat',
  'Ekonomis',
  'Isi Ulang',
  'Isi 6',
  'Isi 12',
  'Mini',
  'Jumbo',
  'Keluarga',
  'Melati',
  'Lidah Buaya',
  'Original',
] as const;

/** The longest name the journal takes. */
const MAX_NAME = 120;
/** Goods whose price is not known get one from this range, in steps of 100. */
const PRICES_RP = { least: 500, most: 60_000, step: 100 } as const;
/** Where a shop buys when nobody wrote down for how much. */
const COST_SHARE = 0.85;

/**
 * A catalogue of a size, the same each time: the real products of the example store, and further
 * variants of them with names and barcodes of their own, so that words are as often and as alike as
 * on a real shelf.
 */
export async function benchGoods(count: number): Promise<Goods[]> {
  const real = (await exampleStore()).products;
  const random = seededRandom(count);
  const taken = new Set(real.flatMap((product) => product.gtins));
  return Array.from({ length: count }, (_, index): Goods => {
    const model = real[index % real.length];
    if (model === undefined) throw new Error('the example store has no products');
    const round = Math.floor(index / real.length);
    const priced = { ...model, productId: benchId('product', index), ...pricesOf(model, random) };
    return round === 0 ? priced : variantOf(priced, round, newGtin(random, taken));
  });
}

function pricesOf(model: ProductRow, random: SeededRandom): { priceRp: Rupiah; costRp: Rupiah } {
  const { least, most, step } = PRICES_RP;
  const priceRp = model.priceRp ?? rupiah(random.between(least / step, most / step) * step);
  return { priceRp, costRp: model.costRp ?? rupiah(Math.floor(priceRp * COST_SHARE)) };
}

function variantOf(model: Goods, round: number, gtin14: string): Goods {
  const variant = VARIANTS[(round - 1) % VARIANTS.length];
  if (variant === undefined) throw new Error('no variants');
  const edition = Math.floor((round - 1) / VARIANTS.length);
  const words = edition === 0 ? ` ${variant}` : ` ${variant} ${edition + 1}`;
  return {
    ...model,
    name: model.name.slice(0, MAX_NAME - words.length).trimEnd() + words,
    plu: null,
    gtins: [gtin14],
  };
}

/** A GTIN-13 under GS1 Indonesia's prefix that no other product has. */
function newGtin(random: SeededRandom, taken: Set<string>): string {
  for (;;) {
    const body = `899${String(random.between(0, 999_999_999)).padStart(9, '0')}`;
    const gtin14 = `0${body}${checkDigit(body)}`;
    if (taken.has(gtin14)) continue;
    taken.add(gtin14);
    return gtin14;
  }
}
