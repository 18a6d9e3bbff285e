import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, businessDateSchema } from './business-date.ts';
import { ageingOf, daysLate, debtRounding, overdueOf, shareOutPayment, type OpenSale } from './debts.ts';
import { rupiah } from './money.ts';

const TODAY = businessDateSchema.parse('2026-04-15');
const date = (text: string) => businessDateSchema.parse(text);
const open = (...left: number[]): OpenSale[] =>
  left.map((leftRp, index) => ({
    saleId: `nota ${index + 1}`,
    dueDate: TODAY,
    leftRp: rupiah(leftRp),
  }));

describe('how late a debt is on 15 April 2026', () => {
  test.each([
    ['2026-05-15', 0, 'notDueRp'],
    ['2026-04-15', 0, 'notDueRp'],
    ['2026-04-14', 1, 'days30Rp'],
    ['2026-03-16', 30, 'days30Rp'],
    ['2026-03-15', 31, 'days60Rp'],
    ['2026-02-14', 60, 'days60Rp'],
    ['2026-02-13', 61, 'days90Rp'],
    ['2026-01-15', 90, 'days90Rp'],
    ['2026-01-14', 91, 'olderRp'],
    ['2024-02-29', 776, 'olderRp'],
  ] as const)('due on %s: %i days, %s', (dueDate, days, bucket) => {
    expect(daysLate(date(dueDate), TODAY)).toBe(days);
    const ageing = ageingOf([{ dueDate: date(dueDate), leftRp: rupiah(1_000) }], TODAY);
    expect(ageing).toEqual({
      notDueRp: 0,
      days30Rp: 0,
      days60Rp: 0,
      days90Rp: 0,
      olderRp: 0,
      [bucket]: 1_000,
    });
    expect(overdueOf(ageing)).toBe(bucket === 'notDueRp' ? 0 : 1_000);
  });

  test('every rupiah has one age', () => {
    const debts = fc.array(fc.record({ days: fc.integer({ min: -400, max: 400 }), left: fc.nat(1_000_000) }));
    fc.assert(
      fc.property(debts, (rows) => {
        const ageing = ageingOf(
          rows.map(({ days, left }) => ({ dueDate: addDays(TODAY, days), leftRp: rupiah(left) })),
          TODAY,
        );
        const sum = rows.reduce((total, { left }) => total + left, 0);
        expect(ageing.notDueRp + overdueOf(ageing)).toBe(sum);
      }),
    );
  });
});

describe('sharing a payment out', () => {
  test.each([
    [[10_000, 5_000], 4_000, ['nota 1 4000']],
    [[10_000, 5_000], 10_000, ['nota 1 10000']],
    [[10_000, 5_000], 12_500, ['nota 1 10000', 'nota 2 2500']],
    [[10_000, 0, 5_000], 15_000, ['nota 1 10000', 'nota 3 5000']],
  ])('of %j, %i goes to %j', (left, amount, parts) => {
    const shared = shareOutPayment(open(...left), rupiah(amount));
    expect(shared.map(({ saleId, amountRp }) => `${saleId} ${amountRp}`)).toEqual(parts);
  });

  test('more than is owed is a bug of the caller', () => {
    expect(() => shareOutPayment(open(10_000), rupiah(10_001))).toThrow(RangeError);
  });
});

describe('cash for a debt, rounded down to Rp100', () => {
  test.each([
    // owed for each receipt, what is paid off, the rounding
    [[12_345], 12_345, -45],
    [[12_345, 5_000], 17_345, -45],
    [[12_345, 5_000], 12_345, -45],
    [[12_345, 5_000], 12_300, 0],
    [[12_345, 5_000], 15_000, 0],
    [[45], 45, -45],
    // A part that no coins make up can't be paid.
    [[12_345, 5_000], 12_340, undefined],
    [[12_345, 5_000], 13_050, undefined],
  ])('of %j, %i off: %s', (left, amount, rounding) => {
    const sales = open(...left);
    expect(debtRounding(sales, shareOutPayment(sales, rupiah(amount)), rupiah(100))).toBe(rounding);
  });

  test('a store that rounds nothing takes any amount', () => {
    const sales = open(12_345);
    expect(debtRounding(sales, shareOutPayment(sales, rupiah(11)), rupiah(0))).toBe(0);
  });
});
