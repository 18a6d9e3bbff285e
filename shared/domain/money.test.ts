import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_RUPIAH, priceTimesQuantity, rupiah, rupiahAmountSchema, sumRupiah } from './money.ts';
import { MAX_LINE_QUANTITY, thousandths } from './quantity.ts';

/** Price of a whole unit │ how much, in thousandths │ what it costs. Add a line to add a case. */
const PRICES: readonly (readonly [what: string, price: number, quantity: number, total: number])[] = [
  ['three packs of noodles', 3_500, 3_000, 10_500],
  ['1,250 kg of rice', 13_100, 1_250, 16_375],
  ['half a rupiah goes up', 1, 500, 1],
  ['just under half is dropped', 1, 499, 0],
  ['a third of a kilo of chillies', 45_000, 333, 14_985],
  ['nothing', 45_000, 0, 0],
  ['a gift', 0, 3_000, 0],
  ['half a rupiah given back', 1, -500, -1],
  ['just under half given back', 1, -499, 0],
  ['1,250 kg given back', 13_100, -1_250, -16_375],
  // Worked out in floating point this comes to …785.064.
  ['more than a float holds on the way', 899_123_456_789, 9_999_501, 8_990_785_905_285_062],
];

describe('price times quantity', () => {
  test.each(PRICES)('%s: %i × %i/1000 is %i', (_what, price, quantity, total) => {
    expect(priceTimesQuantity(rupiah(price), thousandths(quantity))).toBe(total);
  });

  test('what is given back is worth exactly what it was sold for', () => {
    const price = fc.integer({ min: 0, max: 1_000_000_000 });
    const quantity = fc.integer({ min: 0, max: MAX_LINE_QUANTITY });
    fc.assert(
      fc.property(price, quantity, (p, q) => {
        const sold = priceTimesQuantity(rupiah(p), thousandths(q));
        expect(priceTimesQuantity(rupiah(p), thousandths(-q)) + sold).toBe(0);
      }),
    );
  });

  test('is never more than half a rupiah away from the exact product', () => {
    const price = fc.integer({ min: 0, max: 900_000_000 });
    const quantity = fc.integer({ min: -MAX_LINE_QUANTITY, max: MAX_LINE_QUANTITY });
    fc.assert(
      fc.property(price, quantity, (p, q) => {
        const off = BigInt(priceTimesQuantity(rupiah(p), thousandths(q))) * 1000n - BigInt(p) * BigInt(q);
        expect(off <= 500n && off >= -500n).toBe(true);
      }),
    );
  });

  test('an amount no integer can hold is refused, not rounded', () => {
    expect(() => priceTimesQuantity(rupiah(MAX_RUPIAH), thousandths(MAX_LINE_QUANTITY))).toThrow(RangeError);
  });
});

describe('rupiah', () => {
  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no amount', (value) => {
    expect(() => rupiah(value)).toThrow(RangeError);
  });

  test('a sum that leaves the safe integers is refused', () => {
    const most = rupiah(Number.MAX_SAFE_INTEGER);
    expect(sumRupiah([most, rupiah(-1), rupiah(1)])).toBe(most);
    expect(() => sumRupiah([most, rupiah(1)])).toThrow(RangeError);
  });

  test('what a person gives is neither negative nor absurd', () => {
    expect(rupiahAmountSchema.safeParse(0).success).toBe(true);
    expect(rupiahAmountSchema.safeParse(MAX_RUPIAH).success).toBe(true);
    for (const absurd of [-1, MAX_RUPIAH + 1, 8_998_866_200_301, '5000']) {
      expect(rupiahAmountSchema.safeParse(absurd).success, String(absurd)).toBe(false);
    }
  });
});
