import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCases, tableOf, testCases } from '../../test/support/case-table.ts';
import { cashRounding, roundCashDown } from './cash-rounding.ts';
import { rupiah } from './money.ts';

const cases = readCases(new URL('cases/pembulatan.txt', import.meta.url));

describe('a cash buyer pays in coins that circulate', () => {
  testCases(tableOf(cases, 'kasus'), ['dibayar', 'pembulatan'], 12, (row) => {
    const [amount, step] = [rupiah(row.whole('jumlah')), rupiah(row.whole('langkah'))];
    return { dibayar: roundCashDown(amount, step), pembulatan: cashRounding(amount, step) };
  });

  test('never more than the price, never a step less, and always whole steps', () => {
    const amounts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 100_000 }), (amount, step) => {
        const due = roundCashDown(rupiah(amount), rupiah(step));
        expect(due % step).toBe(0);
        expect(amount - due).toBeGreaterThanOrEqual(0);
        expect(amount - due).toBeLessThan(step);
        expect(due - cashRounding(rupiah(amount), rupiah(step))).toBe(amount);
      }),
    );
  });

  test('a store that sets no step rounds to Rp100', () => {
    expect(roundCashDown(rupiah(16_375))).toBe(16_300);
    expect(cashRounding(rupiah(16_375))).toBe(-75);
  });

  test('a negative step is a bug of the caller', () => {
    expect(() => roundCashDown(rupiah(100), rupiah(-1))).toThrow(RangeError);
  });
});
