import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rupiah } from './money.ts';
import { shareOut } from './share-out.ts';

test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [101, [1, 1, 1], [34, 34, 33]],
  [10, [1, 3], [3, 7]],
  [10, [3, 1], [8, 2]],
  [5, [0, 2, 0], [0, 5, 0]],
  [5, [0, 0], [0, 0]],
  [0, [4, 5], [0, 0]],
  [7, [], []],
])('Rp%i by %j is %j', (amount, weights, parts) => {
  expect(shareOut(rupiah(amount), weights)).toEqual(parts);
});

test('parts add up, and none is a whole rupiah off its exact share', () => {
  const weight = fc.integer({ min: 0, max: 1_000_000_000_000 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000_000 }).map(rupiah),
      fc.array(weight, { minLength: 1, maxLength: 40 }).filter((list) => list.some((each) => each > 0)),
      (amount, weights) => {
        const parts = shareOut(amount, weights);
        const whole = weights.reduce((sum, each) => sum + BigInt(each), 0n);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        for (const [index, part] of parts.entries()) {
          const gap = BigInt(part) * whole - BigInt(amount) * BigInt(weights[index]!);
          expect(gap < whole && gap > -whole).toBe(true);
        }
      },
    ),
  );
});
