import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCases, tableOf, testCases } from '../../test/support/case-table.ts';
import { shopOfCases } from '../../test/support/basket-cases.ts';
import { rupiah } from './money.ts';
import { priceBasket, type BasketLine, type PriceReason, type PriceRow } from './pricing.ts';
import type { Promotion } from './promotions.ts';
import { thousandths } from './quantity.ts';
import { tierSchema } from './tier.ts';

const cases = readCases(new URL('cases/harga.txt', import.meta.url));

describe('prices, as the shopkeeper’s table has them', () => {
  const shop = shopOfCases(cases);
  testCases(tableOf(cases, 'kasus'), ['per baris', 'total', 'hemat', 'alasan'], 20, (row) => {
    const { lines, unpriced, totalRp, savedRp } = shop.price(row, []);
    const byId = new Map(lines.map((line) => [line.lineId, line]));
    const order = [...byId.keys(), ...unpriced].toSorted();
    return {
      'per baris': order.map((id) => byId.get(id)?.totalRp ?? '-').join(' + '),
      total: totalRp,
      hemat: savedRp,
      alasan: order.map((id) => wordFor(byId.get(id)?.reason)).join(' + '),
    };
  });
});

function wordFor(reason: PriceReason | undefined): string {
  switch (reason?.kind) {
    case undefined:
      return 'tanpa harga';
    case 'tier':
      return reason.tier;
    case 'quantity': {
      const from = `mulai ${reason.fromThousandths / 1000}`;
      return reason.tier === 'umum' ? from : `${reason.tier} ${from}`;
    }
    case 'list':
      return 'biasa';
    case 'manual':
      return 'tangan';
    case 'label':
      return 'label';
    case 'ceiling':
      return 'batas';
  }
}

test('the reason somebody gave stands on the line', () => {
  const manual = { kind: 'price', unitPriceRp: rupiah(900), reason: 'penyok' } as const;
  const { lines } = priceBasket([lineOf({ manual })], [], moment);
  expect(lines[0]?.reason).toEqual({ kind: 'manual', reason: 'penyok' });
});

test('a negative quantity is a bug of the caller', () => {
  expect(() => priceBasket([lineOf({ quantity: thousandths(-1000) })], [], moment)).toThrow(RangeError);
});

const moment = { tier: 'umum', businessDate: '2026-11-21', minute: 600 } as const;

function lineOf(part: Partial<BasketLine>): BasketLine {
  return {
    lineId: 'a',
    productId: 'p',
    category: 'c',
    unit: 'pcs',
    isBaseUnit: true,
    quantity: thousandths(1000),
    prices: [{ tier: 'umum', fromThousandths: 0, priceRp: rupiah(1000), validFrom: null, validTo: null }],
    ceilingRp: null,
    manual: null,
    labelTotalRp: null,
    ...part,
  };
}

// --- Any shop, any basket ---------------------------------------------------------------------

const PRODUCTS = ['p1', 'p2', 'p3', 'p4'];
const amounts = fc.integer({ min: 0, max: 40_000 }).map(rupiah);
const days = fc.constantFrom(null, '2026-11-01', '2026-11-21', '2026-12-01');

const priceRow: fc.Arbitrary<PriceRow> = fc.record({
  tier: fc.constantFrom(...tierSchema.options),
  fromThousandths: fc.constantFrom(0, 3000, 12_000),
  priceRp: amounts,
  validFrom: days,
  validTo: days,
});

/** Each product has its prices, its ceiling and whether it is weighed; lines share them. */
const goods = fc.record({
  prices: fc.array(priceRow, { minLength: 1, maxLength: 5 }),
  ceilingRp: fc.option(amounts),
  fractional: fc.boolean(),
});
const shopGoods = fc.tuple(goods, goods, goods, goods);

const gift: fc.Arbitrary<Promotion['gift']> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), bp: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ kind: fc.constant('amount' as const), offRp: amounts }),
  fc.record({
    kind: fc.constant('buy-get' as const),
    buy: fc.integer({ min: 1, max: 4 }),
    free: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('bundle' as const), priceRp: amounts }),
);

const promotions: fc.Arbitrary<Promotion[]> = fc
  .array(
    fc.record({
      goods: fc.record({
        productIds: fc.array(fc.constantFrom(...PRODUCTS), { maxLength: 3 }),
        categories: fc.constant<string[]>([]),
        units: fc.constant<string[]>([]),
      }),
      gift,
      minutes: fc.constantFrom(null, { from: 540, to: 660 }, { from: 1320, to: 120 }),
      tiers: fc.subarray([...tierSchema.options]),
    }),
    { maxLength: 6 },
  )
  .map((list) =>
    list.map((one, index) => ({
      ...one,
      promotionId: `promo-${index}`,
      name: `Promo ${index}`,
      validFrom: null,
      validTo: null,
      active: true,
    })),
  );

const drafts = fc.array(
  fc.record({
    product: fc.nat({ max: PRODUCTS.length - 1 }),
    pieces: fc.integer({ min: 1, max: 15 }),
    grams: fc.integer({ min: 1, max: 5000 }),
    hand: fc.constantFrom('none', 'none', 'none', 'price', 'discount', 'label'),
    amountRp: amounts,
  }),
  { minLength: 1, maxLength: 8 },
);

const basket = fc.tuple(shopGoods, drafts).map(([shop, lines]) =>
  lines.map(({ product, pieces, grams, hand, amountRp }, index): BasketLine => {
    const { prices, ceilingRp, fractional } = shop[product]!;
    return lineOf({
      lineId: `line-${index}`,
      productId: PRODUCTS[product]!,
      quantity: thousandths(fractional ? grams : pieces * 1000),
      prices,
      ceilingRp,
      manual: manualOf(hand, amountRp),
      labelTotalRp: hand === 'label' ? amountRp : null,
    });
  }),
);

function manualOf(hand: string, amountRp: ReturnType<typeof rupiah>): BasketLine['manual'] {
  if (hand === 'price') return { kind: 'price', unitPriceRp: amountRp, reason: 'tawar' };
  return hand === 'discount' ? { kind: 'discount', amountRp, reason: 'penyok' } : null;
}

const moments = fc.record({
  tier: fc.constantFrom(...tierSchema.options),
  businessDate: fc.constant('2026-11-21'),
  minute: fc.constantFrom(0, 600, 1400),
});

describe('whatever is in the basket', () => {
  test('the order of lines, prices and promotions changes nothing', () => {
    const shuffled = fc
      .tuple(basket, promotions)
      .chain(([lines, promos]) =>
        fc.tuple(
          fc.constant({ lines, promos }),
          fc.shuffledSubarray(lines, { minLength: lines.length }),
          fc.shuffledSubarray(promos, { minLength: promos.length }),
        ),
      );
    fc.assert(
      fc.property(shuffled, moments, ([{ lines, promos }, otherLines, otherPromos], when) => {
        const one = priceBasket(lines, promos, when);
        const turned = otherLines.map((line) => ({ ...line, prices: line.prices.toReversed() }));
        const other = priceBasket(turned, otherPromos, when);
        const byId = (priced: typeof one) => new Map(priced.lines.map((line) => [line.lineId, line]));
        expect(byId(other)).toEqual(byId(one));
        expect(other.totalRp).toBe(one.totalRp);
        expect(other.savedRp).toBe(one.savedRp);
        expect(other.unpriced.toSorted()).toEqual(one.unpriced.toSorted());
      }),
      { numRuns: 400 },
    );
  });

  test('which line has which id does not change what a product costs', () => {
    fc.assert(
      fc.property(basket, promotions, moments, (lines, promos, when) => {
        const plain = lines.map((line) => ({ ...line, manual: null, labelTotalRp: null }));
        const renamed = plain.map((line, index) => ({ ...line, lineId: `line-${plain.length - index}` }));
        expect(costByProduct(renamed, promos, when)).toEqual(costByProduct(plain, promos, when));
      }),
      { numRuns: 300 },
    );
  });

  test('parts add up, nothing is negative, nothing passes its ceiling', () => {
    fc.assert(
      fc.property(basket, promotions, moments, (lines, promos, when) => {
        const priced = priceBasket(lines, promos, when);
        const asked = new Map(lines.map((line) => [line.lineId, line]));
        let total = 0;
        for (const line of priced.lines) {
          const { ceilingRp, quantity } = asked.get(line.lineId)!;
          const off = line.discounts.reduce((sum, { amountRp }) => sum + amountRp, 0);
          expect(line.totalRp).toBe(line.grossRp - off);
          expect(line.totalRp).toBeGreaterThanOrEqual(0);
          expect(line.discounts.length).toBeLessThanOrEqual(4);
          for (const { amountRp } of line.discounts) expect(amountRp).toBeGreaterThan(0);
          const ceiling = ceilingRp ?? Number.MAX_SAFE_INTEGER;
          expect(line.grossRp).toBeLessThanOrEqual(Math.floor((ceiling * quantity) / 1000));
          expect(line.unitPriceRp).toBeLessThanOrEqual(ceiling);
          expect(line.listPriceRp).toBeLessThanOrEqual(ceiling);
          total += line.totalRp;
        }
        expect(priced.totalRp).toBe(total);
        expect(priced.savedRp).toBeGreaterThanOrEqual(0);
        expect(priced.lines.length + priced.unpriced.length).toBe(lines.length);
      }),
      { numRuns: 400 },
    );
  });

  test('a promotion never makes anything dearer, and an approved price stays as it is', () => {
    fc.assert(
      fc.property(basket, promotions, moments, (lines, promos, when) => {
        const without = priceBasket(lines, [], when);
        const within = priceBasket(lines, promos, when);
        const asked = new Map(lines.map((line) => [line.lineId, line]));
        for (const [index, line] of within.lines.entries()) {
          const before = without.lines[index]!;
          expect(line.totalRp).toBeLessThanOrEqual(before.totalRp);
          const { manual, labelTotalRp } = asked.get(line.lineId)!;
          const fixed = manual?.kind === 'price' || labelTotalRp !== null;
          expect(fixed ? line : before).toEqual(before);
        }
      }),
    );
  });

  test('goods by the piece cost the same on one line or on two', () => {
    fc.assert(
      fc.property(basket, promotions, moments, fc.nat(), fc.nat(), (lines, promos, when, at, part) => {
        const whole = lines.map((line) => ({
          ...line,
          quantity: thousandths(Math.ceil(line.quantity / 1000) * 1000),
          manual: null,
          labelTotalRp: null,
        }));
        const first = whole[at % whole.length]!;
        const moved = 1000 * (part % (first.quantity / 1000));
        const split = [
          ...whole.filter((line) => line !== first),
          { ...first, quantity: thousandths(first.quantity - moved) },
          { ...first, lineId: '0-new', quantity: thousandths(moved) },
        ];
        expect(costByProduct(split, promos, when)).toEqual(costByProduct(whole, promos, when));
      }),
      { numRuns: 400 },
    );
  });

  test('weighed goods on one more line move the total by a rupiah at the most', () => {
    fc.assert(
      fc.property(basket, moments, fc.nat(), fc.nat(), (lines, when, at, part) => {
        const plain = lines.map((line) => ({ ...line, manual: null, labelTotalRp: null }));
        const first = plain[at % plain.length]!;
        const moved = part % first.quantity;
        const split = [
          ...plain.filter((line) => line !== first),
          { ...first, quantity: thousandths(first.quantity - moved) },
          { ...first, lineId: '0-new', quantity: thousandths(moved) },
        ];
        const gap = priceBasket(split, [], when).totalRp - priceBasket(plain, [], when).totalRp;
        expect(Math.abs(gap)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

function costByProduct(...[lines, promos, when]: Parameters<typeof priceBasket>): Map<string, number> {
  const product = new Map(lines.map((line) => [line.lineId, line.productId]));
  const cost = new Map<string, number>();
  for (const { lineId, totalRp } of priceBasket(lines, promos, when).lines) {
    const key = product.get(lineId) ?? '';
    cost.set(key, (cost.get(key) ?? 0) + totalRp);
  }
  return cost;
}
