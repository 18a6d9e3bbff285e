import { z } from 'zod';
import { NO_RUPIAH, rupiah, rupiahAmountSchema, type Rupiah } from './money.ts';
import { shareOut } from './share-out.ts';
import { tierSchema, type Tier } from './tier.ts';

/** Which goods a promotion holds for: all of the lists must agree. */
const goodsSchema = z.strictObject({
  /** Products; empty for all. A bundle needs one of each, and two of a product that is named twice. */
  productIds: z.array(z.uuid()).max(500),
  /** Categories; empty for all. */
  categories: z.array(z.string()).max(50),
  /**
   * Units, such as `dus`. Empty: a percentage holds for every unit, everything else only for the base
   * unit, so that a bundle of two packets is never filled with a carton.
   */
  units: z.array(z.string()).max(10),
});

/** What a promotion gives. */
const giftSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('percent'), bp: z.int().min(1).max(10_000) }),
  /** Rupiah off each whole unit. */
  z.strictObject({ kind: z.literal('amount'), offRp: rupiahAmountSchema.min(1) }),
  /** After every `buy` whole units of one product, up to `free` more cost nothing. */
  z.strictObject({
    kind: z.literal('buy-get'),
    buy: z.int().min(1).max(1000),
    free: z.int().min(1).max(1000),
  }),
  /** One set of the promotion's products for one price. */
  z.strictObject({ kind: z.literal('bundle'), priceRp: rupiahAmountSchema }),
]);

/** A promotion as it is kept. */
export const promotionSchema = z.strictObject({
  promotionId: z.uuid(),
  name: z.string().min(1).max(60),
  /** First and last business date it holds, both included; null for open. */
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  /**
   * Minutes of the day, `from` included, `to` not: a happy hour. Where `from` is the later one it runs
   * over midnight; the dates above are business dates, so a day kept open past midnight still counts.
   */
  minutes: z
    .strictObject({ from: z.int().min(0).max(1439), to: z.int().min(0).max(1440) })
    .refine(({ from, to }) => from !== to)
    .nullable(),
  /** For which tiers; empty for all. */
  tiers: z.array(tierSchema).max(3),
  goods: goodsSchema,
  gift: giftSchema,
  active: z.boolean(),
});
export type Promotion = z.output<typeof promotionSchema>;

/** When and for whom a basket is priced. */
export interface PricingMoment {
  readonly tier: Tier;
  readonly businessDate: string;
  /** Minute of the store's day, 0 to 1439, for happy hours. */
  readonly minute: number;
}

/** All of one unit of one product in a basket, on however many lines it stands. */
export interface Pool {
  readonly key: string;
  readonly productId: string;
  readonly category: string;
  readonly unit: string;
  readonly isBaseUnit: boolean;
  /** In thousandths; promotions by the piece look at whole units only. */
  readonly quantity: number;
  readonly unitPriceRp: Rupiah;
  readonly grossRp: Rupiah;
}

/** What a promotion takes off a pool. */
export interface Saving {
  readonly promotionId: string;
  readonly name: string;
  readonly amountRp: Rupiah;
}

/** A pool takes part in two bundles at most: with the promotion of the rest, a line shows three. */
const MAX_BUNDLES = 2;

/** A pool while promotions are handed out: how many of its whole units went into bundles, and for what. */
interface Shelf {
  readonly pool: Pool;
  readonly singles: readonly Promotion[];
  inBundles: number;
  readonly savings: Saving[];
}

/**
 * What promotions take off each pool, by its key. A unit of goods has one promotion at most. Bundles
 * are filled as far as that saves more than the promotions the same goods would have had; the rest of
 * each pool then gets the one promotion that takes most off it. Between equals the lower promotion id
 * decides. As pools hold whole products, neither order nor splitting of lines can change the result.
 */
export function promotionSavings(
  pools: readonly Pool[],
  promotions: readonly Promotion[],
  moment: PricingMoment,
): Map<string, readonly Saving[]> {
  const running = promotions
    .filter((promotion) => runs(promotion, moment))
    .toSorted((a, b) => compare(a.promotionId, b.promotionId));
  const shelves = pools
    .toSorted((a, b) => a.unitPriceRp - b.unitPriceRp || compare(a.key, b.key))
    .map((pool): Shelf => {
      const singles = running.filter((one) => one.gift.kind !== 'bundle' && isFor(one, pool));
      return { pool, singles, inBundles: 0, savings: [] };
    });
  fillBundles(
    running.filter(({ gift }) => gift.kind === 'bundle'),
    shelves,
  );
  for (const shelf of shelves) {
    const best = bestSingle(shelf, shelf.inBundles);
    if (best !== undefined) shelf.savings.push(best);
  }
  return new Map(shelves.map(({ pool, savings }) => [pool.key, savings]));
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}

function runs({ validFrom, validTo, minutes, tiers, active }: Promotion, moment: PricingMoment): boolean {
  if (!active) return false;
  if (validFrom !== null && moment.businessDate < validFrom) return false;
  if (validTo !== null && moment.businessDate > validTo) return false;
  if (minutes !== null && !isWithin(minutes, moment.minute)) return false;
  return tiers.length === 0 || tiers.includes(moment.tier);
}

function isWithin({ from, to }: { from: number; to: number }, minute: number): boolean {
  return from < to ? from <= minute && minute < to : minute >= from || minute < to;
}

function isFor({ goods, gift }: Promotion, pool: Pool): boolean {
  const { productIds, categories, units } = goods;
  if (productIds.length > 0 && !productIds.includes(pool.productId)) return false;
  if (categories.length > 0 && !categories.includes(pool.category)) return false;
  return units.length > 0 ? units.includes(pool.unit) : gift.kind === 'percent' || pool.isBaseUnit;
}

function wholeUnits(pool: Pool): number {
  return Math.floor(pool.quantity / 1000);
}

/** What a pool costs without the units that went into bundles; never below zero. */
function restRp({ grossRp, unitPriceRp }: Pool, inBundles: number): Rupiah {
  return rupiah(Math.max(0, grossRp - inBundles * unitPriceRp));
}

/** The promotion that takes most off a pool of which `inBundles` units are spoken for. */
function bestSingle({ pool, singles }: Shelf, inBundles: number): Saving | undefined {
  let best: Saving | undefined;
  for (const { promotionId, name, gift } of singles) {
    const amountRp = takenOff(pool, inBundles, gift);
    if (amountRp > (best?.amountRp ?? 0)) best = { promotionId, name, amountRp };
  }
  return best;
}

/** What a gift takes off the rest of a pool; never more than it costs. */
function takenOff(pool: Pool, inBundles: number, gift: Promotion['gift']): Rupiah {
  const rest = restRp(pool, inBundles);
  const units = wholeUnits(pool) - inBundles;
  switch (gift.kind) {
    case 'percent':
      // Down to a whole rupiah, in the store's favour by less than one.
      return rupiah(Number((BigInt(rest) * BigInt(gift.bp)) / 10_000n));
    case 'amount':
      return rupiah(Math.min(rest, Math.min(gift.offRp, pool.unitPriceRp) * units));
    case 'buy-get':
      return rupiah(Math.min(rest, freeUnits(units, gift) * pool.unitPriceRp));
    case 'bundle':
      return NO_RUPIAH;
  }
}

function freeUnits(units: number, { buy, free }: { buy: number; free: number }): number {
  const rounds = Math.floor(units / (buy + free));
  return rounds * free + Math.max(0, (units % (buy + free)) - buy);
}

/** One product of a bundle: where it comes from, and how many of it a set needs. */
interface Part {
  readonly shelf: Shelf;
  readonly perSet: number;
}

/** A bundle that could be given now, as often as pays best. */
interface Offer {
  readonly promotion: Promotion;
  readonly parts: readonly Part[];
  readonly sets: number;
  readonly savingRp: number;
  /** What the basket saves by it, compared with leaving it out. */
  readonly gainRp: number;
}

/** Gives the bundle that pays the buyer best, and again of those left, until none pays any more. */
function fillBundles(bundles: readonly Promotion[], shelves: readonly Shelf[]): void {
  let open = bundles;
  while (open.length > 0) {
    let best: Offer | undefined;
    for (const promotion of open) {
      const offer = offerOf(promotion, shelves);
      if (offer !== undefined && offer.gainRp > (best?.gainRp ?? 0)) best = offer;
    }
    if (best === undefined) return;
    give(best);
    const given = best.promotion;
    open = open.filter((promotion) => promotion !== given);
  }
}

function offerOf(promotion: Promotion, shelves: readonly Shelf[]): Offer | undefined {
  const { gift } = promotion;
  const parts = partsOf(promotion, shelves);
  if (gift.kind !== 'bundle' || parts === undefined) return undefined;
  const most = Math.min(
    ...parts.map(({ shelf, perSet }) => Math.floor((wholeUnits(shelf.pool) - shelf.inBundles) / perSet)),
  );
  const perSetRp =
    parts.reduce((sum, { shelf, perSet }) => sum + perSet * shelf.pool.unitPriceRp, 0) - gift.priceRp;
  if (perSetRp <= 0) return undefined;
  let best: Offer | undefined;
  for (const sets of setsToTry(parts, most)) {
    const gainRp = sets * perSetRp - lostBy(parts, sets);
    if (gainRp > (best?.gainRp ?? 0)) best = { promotion, parts, sets, savingRp: sets * perSetRp, gainRp };
  }
  return best;
}

/** More than any round of "buy n, get m" that a shop prints; it bounds the work for absurd quantities. */
const LONGEST_ROUND = 500;

/**
 * Numbers of sets among which the best one is. What the rest of the goods saves by other promotions is
 * straight in the number of sets, but for the rounds of "buy n, get m"; the best of several straight
 * lines bends upwards. From one round to the next the gain is thus best at one of its ends: a round of
 * the fewest sets and a round of the most are all there is to look at.
 */
function setsToTry(parts: readonly Part[], most: number): number[] {
  let round = 1;
  for (const { gift } of parts.flatMap(({ shelf }) => shelf.singles)) {
    if (gift.kind === 'buy-get') round = leastCommonMultiple(round, gift.buy + gift.free);
  }
  const end = Math.min(round, LONGEST_ROUND);
  const few = Array.from({ length: Math.min(end, most) }, (_, index) => index + 1);
  const last = Array.from({ length: Math.min(end, most - few.length) }, (_, index) => most - index);
  return [...few, ...last.toReversed()];
}

function leastCommonMultiple(a: number, b: number): number {
  let [divisor, rest] = [a, b];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
}

/** Where each product of a bundle comes from, the cheapest unit first; undefined where one is missing. */
function partsOf(promotion: Promotion, shelves: readonly Shelf[]): Part[] | undefined {
  const needed = new Map<string, number>();
  for (const id of promotion.goods.productIds.toSorted(compare)) needed.set(id, (needed.get(id) ?? 0) + 1);
  const parts = [...needed].flatMap(([productId, perSet]) => {
    const shelf = shelves.find(
      ({ pool, savings, inBundles }) =>
        pool.productId === productId &&
        isFor(promotion, pool) &&
        savings.length < MAX_BUNDLES &&
        wholeUnits(pool) - inBundles >= perSet,
    );
    return shelf === undefined ? [] : [{ shelf, perSet }];
  });
  return parts.length > 0 && parts.length === needed.size ? parts : undefined;
}

/** What the goods of these sets would have saved without the bundle. */
function lostBy(parts: readonly Part[], sets: number): number {
  return parts.reduce((sum, { shelf, perSet }) => {
    const without = bestSingle(shelf, shelf.inBundles)?.amountRp ?? 0;
    const within = bestSingle(shelf, shelf.inBundles + sets * perSet)?.amountRp ?? 0;
    return sum + without - within;
  }, 0);
}

/** Books a bundle: its saving is shared out by what its goods cost. */
function give({ promotion, parts, sets, savingRp }: Offer): void {
  const shares = shareOut(
    rupiah(savingRp),
    parts.map(({ shelf, perSet }) => sets * perSet * shelf.pool.unitPriceRp),
  );
  for (const [index, { shelf, perSet }] of parts.entries()) {
    // Goods sold by weight on several lines may cost a rupiah less than their whole units.
    const amountRp = rupiah(Math.min(shares[index] ?? 0, restRp(shelf.pool, shelf.inBundles)));
    shelf.savings.push({ promotionId: promotion.promotionId, name: promotion.name, amountRp });
    shelf.inBundles += sets * perSet;
  }
}
