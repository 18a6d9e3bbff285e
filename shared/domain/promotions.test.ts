import { describe, expect, test } from 'vitest';
import { shopOfCases } from '../../test/support/basket-cases.ts';
import { readCases, tableOf, testCases } from '../../test/support/case-table.ts';
import { rupiah } from './money.ts';
import { priceBasket, type BasketLine, type PricedBasket } from './pricing.ts';
import { promotionSchema, type Promotion } from './promotions.ts';
import { thousandths } from './quantity.ts';

const cases = readCases(new URL('cases/promosi.txt', import.meta.url));
const shop = shopOfCases(cases);

describe('promotions, as the shopkeeper’s table has them', () => {
  testCases(tableOf(cases, 'kasus'), ['per baris', 'total', 'potongan'], 20, (row) => {
    const running = row.list('dipasang').map((name) => {
      const promotion = shop.promotions.get(name);
      if (promotion === undefined) throw row.wrong(`tidak ada promosi "${name}"`);
      return promotion;
    });
    const priced = shop.price(row, running);
    return {
      'per baris': priced.lines.map(({ totalRp }) => totalRp).join(' + '),
      total: priced.totalRp,
      potongan: takenOff(priced),
    };
  });
});

/** Each promotion with what it took off the whole basket: `Minuman 10: 800`. */
function takenOff({ lines }: PricedBasket): string {
  const sums = new Map<string, number>();
  for (const discount of lines.flatMap((line) => line.discounts)) {
    const name = discount.kind === 'promotion' ? discount.name : 'tangan';
    sums.set(name, (sums.get(name) ?? 0) + discount.amountRp);
  }
  return [...sums].map(([name, sum]) => `${name}: ${dotted(sum)}`).join(' + ');
}

function dotted(amount: number): string {
  return String(amount).replaceAll(/\B(?=(?:\d{3})+$)/g, '.');
}

test('a happy hour that ends when it begins is no happy hour', () => {
  const promotion = shop.promotions.get('Sore');
  expect(promotionSchema.safeParse(promotion).success).toBe(true);
  const empty = { ...promotion, minutes: { from: 600, to: 600 } };
  expect(promotionSchema.safeParse(empty).success).toBe(false);
});

/** `pieces` of a product at Rp200 each. */
function lineOf(lineId: string, productId: string, pieces: number): BasketLine {
  return {
    lineId,
    productId,
    category: 'c',
    unit: 'pcs',
    isBaseUnit: true,
    quantity: thousandths(pieces * 1000),
    prices: [{ tier: 'umum', fromThousandths: 0, priceRp: rupiah(200), validFrom: null, validTo: null }],
    ceilingRp: null,
    manual: null,
    labelTotalRp: null,
  };
}

function promotionOf(name: string, productIds: string[], gift: Promotion['gift']): Promotion {
  const goods = { productIds, categories: [], units: [] };
  const always = { validFrom: null, validTo: null, minutes: null, tiers: [], active: true };
  return { promotionId: name, name, goods, gift, ...always };
}

const moment = { tier: 'umum', businessDate: '2026-11-21', minute: 600 } as const;

test('the odd rupiah falls to the same line, whichever was scanned first', () => {
  const lines = [lineOf('a', 'p', 1), lineOf('b', 'p', 1)];
  const some = promotionOf('x', [], { kind: 'percent', bp: 125 });
  for (const order of [lines, lines.toReversed()]) {
    const priced = priceBasket(order, [some], moment);
    const byId = new Map(priced.lines.map((line) => [line.lineId, line.totalRp]));
    expect(byId).toEqual(
      new Map([
        ['a', 197],
        ['b', 198],
      ]),
    );
  }
});

test('a bundle for nothing and nearly all off the rest never take more than a line costs', () => {
  const lines = [lineOf('a', 'p', 1), lineOf('b', 'p', 1), lineOf('c', 'p', 1)];
  const pair = promotionOf('pair', ['p', 'p'], { kind: 'bundle', priceRp: rupiah(0) });
  const amount = promotionOf('amount', ['p'], { kind: 'amount', offRp: rupiah(199) });
  const priced = priceBasket(lines, [pair, amount], moment);
  expect(priced.totalRp).toBe(1);
  for (const line of priced.lines) expect(line.totalRp).toBeGreaterThanOrEqual(0);
});

test('a product is in two bundles at most, so that a line shows four reasons at most', () => {
  const others = ['q', 'r', 's'];
  const bundles = others.map((other) =>
    promotionOf(`p-${other}`, ['p', other], { kind: 'bundle', priceRp: rupiah(300) }),
  );
  const rest = promotionOf('rest', ['p'], { kind: 'percent', bp: 1000 });
  const first: BasketLine = {
    ...lineOf('a', 'p', 5),
    manual: { kind: 'discount', amountRp: rupiah(10), reason: 'penyok' },
  };
  const lines = [first, ...others.map((other) => lineOf(other, other, 1))];
  const priced = priceBasket(lines, [...bundles, rest], moment);
  const names = priced.lines[0]?.discounts.map((one) => (one.kind === 'manual' ? one.reason : one.name));
  expect(names).toEqual(['p-q', 'p-r', 'rest', 'penyok']);
});
