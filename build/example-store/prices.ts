import type { KatalogRow, NetContent } from './katalog.ts';
import { chance } from './chance.ts';

/** What a product sells for and was bought for, in whole rupiah. */
export interface Prices {
  readonly priceRp: number;
  readonly costRp: number;
}

/** How many of the most alike products speak for one without a price. */
const NEIGHBOURS = 7;

/** A pack twice the size costs less than twice as much: 2^0.85, about 1.8 times. */
const SIZE_EXPONENT = 0.85;

/** No difference in size weighs more than this one: tenfold. */
const FAR = Math.log(10);

/** How much a different unit or brand makes two products differ, on the scale of the sizes' logarithm. */
const OTHER_UNIT = 0.8;
const OTHER_BRAND = 0.5;

const PRICE_STEP = 100;
const COST_STEP = 50;
const LEAST_PRICE = 500;

/** A shop of this kind buys for 82 to 92 % of what it sells for. */
const COST_SHARE = { least: 0.82, most: 0.92 } as const;

interface PricedRow extends KatalogRow {
  readonly priceRp: number;
}

/**
 * Prices for every product. A price in the file stands; any other is the median of the most alike
 * products of its category, scaled to the size of the pack. Costs stay below the price.
 */
export function priceAll(rows: readonly KatalogRow[]): Map<KatalogRow, Prices> {
  const byCategory = Map.groupBy(rows.filter(hasPrice), (row) => row.category);
  return new Map(
    rows.map((row) => {
      const priceRp = row.priceRp ?? estimate(row, byCategory.get(row.category) ?? []);
      return [row, { priceRp, costRp: row.costRp ?? costOf(row, priceRp) }];
    }),
  );
}

function hasPrice(row: KatalogRow): row is PricedRow {
  return row.priceRp !== null;
}

function estimate(row: KatalogRow, priced: readonly PricedRow[]): number {
  const nearest = priced
    .map((other) => ({ other, distance: distance(row, other) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, NEIGHBOURS)
    .map(({ other }) => other.priceRp * sizeFactor(row.content, other.content));
  const middle = nearest.toSorted((a, b) => a - b)[Math.floor(nearest.length / 2)];
  if (middle === undefined) throw new Error(`no product of the category ${row.category} has a price`);
  return Math.max(LEAST_PRICE, Math.round(middle / PRICE_STEP) * PRICE_STEP);
}

function distance(a: KatalogRow, b: KatalogRow): number {
  const unit = a.unit === b.unit ? 0 : OTHER_UNIT;
  const brand = a.brand === b.brand ? 0 : OTHER_BRAND;
  return sizeDistance(a.content, b.content) + unit + brand;
}

function sizeDistance(a: NetContent | null, b: NetContent | null): number {
  if (a === null && b === null) return 0;
  if (a === null || b === null || a.measure !== b.measure) return FAR;
  return Math.min(FAR, Math.abs(Math.log(a.amount / b.amount)));
}

function sizeFactor(a: NetContent | null, b: NetContent | null): number {
  if (a === null || b === null || a.measure !== b.measure) return 1;
  return (a.amount / b.amount) ** SIZE_EXPONENT;
}

function costOf(row: KatalogRow, priceRp: number): number {
  const share = COST_SHARE.least + chance('cost', row.gtin14) * (COST_SHARE.most - COST_SHARE.least);
  return Math.max(COST_STEP, Math.floor((priceRp * share) / COST_STEP) * COST_STEP);
}
