import { describe, expect, test } from 'vitest';
import { shopOfCases } from '../../test/support/basket-cases.ts';
import { readCases, tableOf, testCases } from '../../test/support/case-table.ts';
import type { PricedBasket } from './pricing.ts';
import { promotionSchema } from './promotions.ts';

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
