import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cashRounding, roundCashDown } from './cash-rounding.ts';
import { rupiah } from './money.ts';

describe('a cash buyer pays in coins that circulate', () => {
  test.each([
    [16_375, 16_300, -75],
    [16_300, 16_300, 0],
    [16_399, 16_300, -99],
    [99, 0, -99],
    [0, 0, 0],
  ])('Rp%i is paid with Rp%i, rounding %i', (amount, due, rounding) => {
    expect(roundCashDown(rupiah(amount))).toBe(due);
    expect(cashRounding(rupiah(amount))).toBe(rounding);
  });

  test('never more than the price, never Rp100 less, and always whole hundreds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (amount) => {
        const due = roundCashDown(rupiah(amount));
        expect(due % 100).toBe(0);
        expect(amount - due).toBeGreaterThanOrEqual(0);
        expect(amount - due).toBeLessThan(100);
        expect(due - cashRounding(rupiah(amount))).toBe(amount);
      }),
    );
  });
});
