import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COINS_RP, countedTotal, NOTES_RP, suggestChange } from './denominations.ts';
import { rupiah } from './money.ts';

/** Whole hundreds, as cash rounding leaves them. */
const change = fc.integer({ min: 0, max: 10_000_000 }).map((hundreds) => hundreds * 100);

describe('change for a cash buyer', () => {
  test('Rp83.700 is a fifty, a twenty, a ten, two, one, five hundred and two hundred', () => {
    expect(suggestChange(rupiah(83_700))).toEqual([
      { valueRp: 50_000, count: 1 },
      { valueRp: 20_000, count: 1 },
      { valueRp: 10_000, count: 1 },
      { valueRp: 2_000, count: 1 },
      { valueRp: 1_000, count: 1 },
      { valueRp: 500, count: 1 },
      { valueRp: 200, count: 1 },
    ]);
  });

  test('no change needs nothing', () => {
    expect(suggestChange(rupiah(0))).toEqual([]);
  });

  test('adds up exactly, with money that exists, largest first', () => {
    const known = new Set<number>([...NOTES_RP, ...COINS_RP]);
    fc.assert(
      fc.property(change, (amount) => {
        const parts = suggestChange(rupiah(amount));
        expect(countedTotal(parts)).toBe(amount);
        expect(parts.every((part) => known.has(part.valueRp) && part.count > 0)).toBe(true);
        const values = parts.map((part) => part.valueRp);
        expect(values).toEqual([...new Set(values)].toSorted((a, b) => b - a));
      }),
    );
  });

  test('takes the fewest pieces', () => {
    // Every amount up to Rp20.000 by trying all ways: pieces of amount = 1 + the best of what is left.
    const values = [20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100];
    const fewest = [0];
    for (let amount = 100; amount <= 20_000; amount += 100) {
      const ways = values.filter((value) => value <= amount).map((value) => fewest[(amount - value) / 100]!);
      fewest.push(1 + Math.min(...ways));
      const pieces = suggestChange(rupiah(amount)).reduce((sum, part) => sum + part.count, 0);
      expect(pieces, `Rp${amount}`).toBe(fewest.at(-1));
    }
  });
});

test('a counted drawer is worth what lies in it', () => {
  expect(countedTotal([])).toBe(0);
  expect(
    countedTotal([
      { valueRp: 100_000, count: 3 },
      { valueRp: 1_000, count: 12 },
      { valueRp: 200, count: 4 },
      { valueRp: 500, count: 0 },
    ]),
  ).toBe(312_800);
});
