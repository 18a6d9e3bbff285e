import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyHere, anyRules } from '../../../test/support/any-programmes.ts';
import { tenderSchema } from '../../journal/sale-bodies.ts';
import { roundCashDown } from '../cash-rounding.ts';
import { MAX_RUPIAH, rupiah } from '../money.ts';
import { priceBasket, type BasketLine, type PriceRow } from '../pricing.ts';
import type { Promotion } from '../promotions.ts';
import { thousandths } from '../quantity.ts';
import { receiptTax, shareTax, taxClassSchema } from '../tax.ts';
import { tierSchema } from '../tier.ts';
import { evaluate } from './evaluate.ts';
import { NOBODY, type Here } from './judged.ts';
import { ceilingFor, judgingDate, priceRuleInForce, ruleBook } from './rules-in-force.ts';
import { programmeRuleSchema, type PriceRule, type ProgrammeRule } from './rules.ts';

const PROGRAMME = 'lpg-3kg';
const PRODUCTS = ['p1', 'p2', 'p3'];
const KINDS = tenderSchema.options.map((option) => option.shape.kind.value);

const amounts = fc.integer({ min: 0, max: 90_000 }).map(rupiah);
const days = fc.constantFrom(null, '2026-10-26', '2026-11-01', '2026-11-09');

const priceRow: fc.Arbitrary<PriceRow> = fc.record({
  tier: fc.constantFrom(...tierSchema.options),
  fromThousandths: fc.constantFrom(0, 3000, 12_000),
  priceRp: amounts,
  validFrom: days,
  validTo: days,
});

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
  .array(fc.tuple(fc.array(fc.constantFrom(...PRODUCTS), { maxLength: 3 }), gift), { maxLength: 4 })
  .map((list) =>
    list.map(([productIds, given], index) => ({
      promotionId: `promo-${index}`,
      name: `Promo ${index}`,
      goods: { productIds, categories: [], units: [] },
      gift: given,
      minutes: null,
      tiers: [],
      validFrom: null,
      validTo: null,
      active: true,
    })),
  );

/** How a product is measured and priced, in its base unit and in a pack. */
const goods = fc.record({
  measureThousandths: fc.oneof(fc.constantFrom(1000, 1000, 5000), fc.integer({ min: 1, max: 3000 })),
  packThousandths: fc.oneof(fc.constantFrom(500, 10_000), fc.integer({ min: 1, max: 4000 })),
  base: fc.array(priceRow, { maxLength: 4 }),
  pack: fc.array(priceRow, { maxLength: 4 }),
  taxClass: fc.constantFrom(...taxClassSchema.options),
});
const drafts = fc.array(
  fc.record({
    product: fc.nat({ max: PRODUCTS.length - 1 }),
    isPack: fc.boolean(),
    quantity: fc.oneof(
      fc.integer({ min: 1, max: 12 }).map((pieces) => pieces * 1000),
      fc.nat({ max: 9000 }),
    ),
    hand: fc.constantFrom('none', 'none', 'none', 'price', 'discount', 'label'),
    amountRp: amounts,
  }),
  { minLength: 1, maxLength: 6 },
);

interface Shop {
  readonly rules: readonly ProgrammeRule[];
  readonly here: Here;
  readonly goods: readonly (typeof goods extends fc.Arbitrary<infer T> ? T : never)[];
  readonly drafts: typeof drafts extends fc.Arbitrary<infer T> ? T : never;
  readonly promotions: readonly Promotion[];
  readonly tier: (typeof tierSchema.options)[number];
}

/** Holds everywhere and always, so that few of the shops have no price rule at all. */
const everywhere = fc
  .record({
    priceKind: fc.constantFrom('het', 'program', 'hap'),
    amountRp: fc.integer({ min: 1, max: 30_000 }),
  })
  .map((says) =>
    programmeRuleSchema.parse({
      ...says,
      ruleId: 'ffffffff-0000-7000-8000-000000000000',
      programme: PROGRAMME,
      region: '',
      zone: null,
      sellerTier: '',
      validFrom: '2020-01-01',
      validTo: null,
      decree: 'SK',
      source: 'store',
      active: true,
      kind: 'price',
    }),
  );

const shops: fc.Arbitrary<Shop> = fc.record({
  rules: fc.tuple(anyRules, everywhere).map(([rules, one]) => [...rules, one]),
  here: anyHere,
  goods: fc.array(goods, { minLength: PRODUCTS.length, maxLength: PRODUCTS.length }),
  drafts,
  promotions,
  tier: fc.constantFrom(...tierSchema.options),
});

/** Everything in the shop priced on its judging date; by the ceiling in force, unless a test leaves it out. */
function priced(shop: Shop, withCeiling = true) {
  const rule = priceRuleInForce(ruleBook(shop.rules), PROGRAMME, shop.here);
  const sold = shop.drafts.map(({ product, isPack, quantity, hand, amountRp }, index) => {
    const own = shop.goods[product]!;
    const content = isPack ? own.packThousandths : 1000;
    const line: BasketLine = {
      lineId: `00000000-0000-7000-8000-00000000000${index}`,
      productId: PRODUCTS[product]!,
      category: 'c',
      unit: isPack ? 'pak' : 'pcs',
      isBaseUnit: !isPack,
      quantity: thousandths(quantity),
      prices: isPack ? own.pack : own.base,
      ceilingRp: withCeiling ? ceilingFor(rule, own.measureThousandths, content) : null,
      manual: manualOf(hand, amountRp),
      labelTotalRp: hand === 'label' ? amountRp : null,
    };
    // In millionths of a unit of the programme times a thousand: exact, so that nothing here rounds.
    return {
      line,
      taxClass: own.taxClass,
      exact: BigInt(quantity) * BigInt(content) * BigInt(own.measureThousandths),
    };
  });
  const moment = { tier: shop.tier, businessDate: judgingDate(shop.here), minute: 600 };
  const basket = priceBasket(
    sold.map(({ line }) => line),
    shop.promotions,
    moment,
  );
  const byId = new Map(sold.map((each) => [each.line.lineId, each]));
  return {
    rule,
    lines: basket.lines.map((line) => ({ ...byId.get(line.lineId)!, totalRp: line.totalRp })),
    date: moment.businessDate,
  };
}

function manualOf(hand: string, amountRp: ReturnType<typeof rupiah>): BasketLine['manual'] {
  if (hand === 'price') return { kind: 'price', unitPriceRp: amountRp, reason: 'tawar' };
  return hand === 'discount' ? { kind: 'discount', amountRp, reason: 'penyok' } : null;
}

/** What a receipt comes to in a way of paying, PPN within it and cash rounded. */
function due(totalRp: ReturnType<typeof rupiah>, kind: string, stepRp: number) {
  return kind === 'cash' ? roundCashDown(totalRp, rupiah(stepRp)) : totalRp;
}

const PER_UNIT = 1_000_000_000n;

describe('whatever the rules, prices, tiers and promotions', () => {
  test('nothing is charged above the ceiling in force, on any tender, after rounding and with PPN', () => {
    fc.assert(
      fc.property(shops, fc.constantFrom(0, 100, 500, 1000), fc.boolean(), (shop, stepRp, pkp) => {
        const { rule, lines, date } = priced(shop);
        if (rule === undefined || rule.priceKind === 'hap') return;
        const taxed = lines.map(({ taxClass, totalRp }) => ({ taxClass, totalRp }));
        const tax = receiptTax(taxed, pkp, date);
        const shares = tax === null ? lines.map(() => 0) : shareTax(taxed, tax.taxRp);
        for (const kind of KINDS) {
          for (const [index, { totalRp, exact }] of lines.entries()) {
            // PPN is within the price, and a line is its own receipt here: no other goods hide its rounding.
            expect(shares[index]).toBeLessThanOrEqual(totalRp);
            const chargedRp = BigInt(due(totalRp, kind, stepRp));
            expect(chargedRp * PER_UNIT <= BigInt(rule.amountRp) * exact).toBe(true);
          }
          const mostRp = lines.reduce((sum, { exact }) => sum + BigInt(rule.amountRp) * exact, 0n);
          const totalRp = rupiah(lines.reduce((sum, line) => sum + line.totalRp, 0));
          expect(BigInt(due(totalRp, kind, stepRp)) * PER_UNIT <= mostRp).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('what was priced so is never refused for its price; without the ceiling it would be', () => {
    let refusedWithout = 0;
    fc.assert(
      fc.property(shops, (shop) => {
        expect(tooDear(shop, true)).toEqual([]);
        refusedWithout += tooDear(shop, false).length;
      }),
      { numRuns: 1000 },
    );
    expect(refusedWithout).toBeGreaterThan(0);
  });

  test('the rule that holds is the most special one, then the newest', () => {
    fc.assert(
      fc.property(anyRules, anyHere, (rules, here) => {
        expect(priceRuleInForce(ruleBook(rules), PROGRAMME, here)?.ruleId).toBe(slowly(rules, here)?.ruleId);
      }),
      { numRuns: 1500 },
    );
  });
});

/** Findings of a price above its ceiling, for a basket that was priced with it or without. */
function tooDear(shop: Shop, withCeiling: boolean) {
  const basket = priced(shop, withCeiling).lines.map(({ line, exact, totalRp }) => ({
    lineId: line.lineId,
    programme: PROGRAMME,
    // Up, as the till counts it: what is asked is never less than what is bought.
    quantityThousandths: Number((exact + 999_999n) / 1_000_000n),
    whole: true,
    chargedRp: totalRp,
  }));
  const { findings } = evaluate(ruleBook(shop.rules), NOBODY, basket, [], shop.here);
  return findings.filter(({ code }) => code === 'price-above-ceiling');
}

/** The same choice, made by looking at every rule and comparing it with the best so far. */
function slowly(rules: readonly ProgrammeRule[], here: Here): PriceRule | undefined {
  const date = judgingDate(here);
  let best: PriceRule | undefined;
  for (const rule of rules) {
    if (rule.kind !== 'price' || rule.programme !== PROGRAMME || !rule.active) continue;
    if (here.region.slice(0, rule.region.length) !== rule.region) continue;
    if (rule.zone !== null && rule.zone !== here.zone) continue;
    if (rule.sellerTier !== '' && rule.sellerTier !== here.sellerTier) continue;
    if (rule.validFrom > date || (rule.validTo !== null && rule.validTo < date)) continue;
    if (best === undefined || rankOf(rule) > rankOf(best)) best = rule;
  }
  return best;
}

/** Text that is greater for the rule that wins. */
function rankOf({ region, zone, sellerTier, validFrom, ruleId }: PriceRule): string {
  return [region.length, zone === null ? 0 : 1, sellerTier === '' ? 0 : 1, validFrom, ruleId].join(' ');
}

test('a ceiling is rounded down, and a reference is none', () => {
  const rule = { priceKind: 'het', amountRp: rupiah(12_500) } as const;
  expect(ceilingFor(rule, 5000, 1000)).toBe(62_500);
  expect(ceilingFor(rule, 333, 1000)).toBe(4162);
  expect(ceilingFor(rule, 5000, 10_000)).toBe(625_000);
  expect(ceilingFor({ ...rule, priceKind: 'program' }, 1000, 1000)).toBe(12_500);
  expect(ceilingFor({ ...rule, priceKind: 'hap' }, 1000, 1000)).toBeNull();
  expect(ceilingFor(undefined, 1000, 1000)).toBeNull();
  expect(ceilingFor({ ...rule, amountRp: rupiah(MAX_RUPIAH) }, 1_000_000_000, 1_000_000)).toBe(MAX_RUPIAH);
});

test('a decree holds from midnight in the store’s zone, and a clock behind the open day is not followed', () => {
  const at = Date.parse('2026-04-19T15:30:00Z');
  const dateIn = (offsetMinutes: number, businessDate: string | null) =>
    judgingDate({ at, offsetMinutes, businessDate });
  expect([420, 480, 540].map((offset) => dateIn(offset, '2026-04-19'))).toEqual([
    '2026-04-19',
    '2026-04-19',
    '2026-04-20',
  ]);
  expect(dateIn(420, null)).toBe('2026-04-19');
  expect(dateIn(420, '2026-04-25')).toBe('2026-04-25');
  expect(dateIn(420, '2026-04-18')).toBe('2026-04-19');
});
