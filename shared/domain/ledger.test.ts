import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordOf, sampleBodies, type BodyInput } from '../../test/support/records.ts';
import type { RecordType } from '../journal/bodies.ts';
import { OWN_GOODS } from '../journal/parts.ts';
import { cashRounding, roundCashDown } from './cash-rounding.ts';
import { postingsOf, shopDelta, stockMovesOf } from './ledger.ts';
import { priceTimesQuantity, rupiah, sumRupiah } from './money.ts';
import { thousandths } from './quantity.ts';

const TYPES = Object.keys(sampleBodies) as RecordType[];
const CONSIGNOR = '0196a000-0000-7000-8000-0000000000aa';

function balances(...records: ReturnType<typeof recordOf>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { account, amountRp } of records.flatMap(postingsOf)) {
    sums[account] = (sums[account] ?? 0) + amountRp;
  }
  return sums;
}

/** A sale line of one to three lots, some of them a consignor's, some of unknown cost. */
const saleLine = fc
  .record({
    unitPriceRp: fc.nat(2_000_000),
    lots: fc.array(
      fc.record({
        lotId: fc.uuid(),
        owner: fc.constantFrom(OWN_GOODS, CONSIGNOR),
        quantityThousandths: fc.integer({ min: 1, max: 50_000 }),
        unitCostRp: fc.option(fc.nat(2_000_000)),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ unitPriceRp, lots }): BodyInput<'sale-completed/1'>['lines'][number] => {
    const quantity = lots.reduce((sum, lot) => sum + lot.quantityThousandths, 0);
    const totalRp = priceTimesQuantity(rupiah(unitPriceRp), thousandths(quantity));
    const [line] = sampleBodies['sale-completed/1'].lines;
    return { ...line!, quantityThousandths: quantity, unitPriceRp, totalRp, lots };
  });

const sale = fc.array(saleLine, { minLength: 1, maxLength: 6 }).map((lines) => {
  const totalRp = sumRupiah(lines.map((line) => rupiah(line.totalRp)));
  const dueRp = roundCashDown(totalRp);
  return recordOf('sale-completed/1', {
    ...sampleBodies['sale-completed/1'],
    lines,
    totalRp,
    roundingRp: cashRounding(totalRp),
    dueRp,
    tenders: [{ kind: 'cash', amountRp: dueRp, receivedRp: dueRp, changeRp: 0 }],
  });
});

describe('what a record means in money', () => {
  test.each(TYPES)('%s is balanced', (type) => {
    expect(sumRupiah(postingsOf(recordOf(type)).map((posting) => posting.amountRp))).toBe(0);
  });

  test('a sale of rice: cash in, sales at the full price, rounding borne by the store, goods at cost', () => {
    expect(balances(recordOf('sale-completed/1'))).toEqual({
      'cash-drawer': 18_600,
      sales: -18_625,
      'cash-rounding': 25,
      'cost-of-sales': 16_500,
      inventory: -16_500,
    });
  });

  test('a sale of the desk: each tender where its money is, PPN apart, a donation held for others', () => {
    expect(balances(recordOf('sale-completed/2'))).toEqual({
      'qris-clearing': 40_000,
      'member-receivable': 50_000,
      'cash-drawer': 50_500,
      'donations-held': -500,
      sales: -126_171,
      'ppn-payable': -13_879,
      'cash-rounding': 50,
      'cost-of-sales': 132_000,
      inventory: -132_000,
    });
  });

  test('a return undoes its sale to the rupiah', () => {
    const sold = balances(recordOf('sale-completed/1'));
    const { 'sales-returns': returned, ...back } = balances(recordOf('sale-returned/1'));
    expect({ ...back, sales: returned }).toEqual(
      Object.fromEntries(Object.entries(sold).map(([account, amount]) => [account, 0 - amount])),
    );
  });

  test('a debt paid is less owed and more in the drawer', () => {
    expect(balances(recordOf('debt-paid/1'))).toEqual({
      'cash-drawer': 20_000,
      'member-receivable': -20_000,
    });
  });

  test('whatever was sold, both sides are equal and the takings are what was due', () => {
    fc.assert(
      fc.property(sale, (record) => {
        if (record.type !== 'sale-completed/1') throw new Error('not a sale');
        const sums = balances(record);
        expect(Object.values(sums).reduce((sum, amount) => sum + amount, 0)).toBe(0);
        expect(sums['cash-drawer'] ?? 0).toBe(record.body.dueRp);
        expect((sums['sales'] ?? 0) + record.body.totalRp).toBe(0);
      }),
    );
  });

  test('a consignor’s goods were never the store’s to expense, and unknown cost is not made up', () => {
    const [line] = sampleBodies['sale-completed/1'].lines;
    const [lot] = line!.lots;
    const lots = [
      { ...lot!, owner: CONSIGNOR },
      { ...lot!, unitCostRp: null },
    ];
    const record = recordOf('sale-completed/1', {
      ...sampleBodies['sale-completed/1'],
      lines: [{ ...line!, lots }],
    });
    expect(balances(record)).not.toHaveProperty('cost-of-sales');
    expect(balances(record)).not.toHaveProperty('inventory');
  });

  test('opening stock is what it cost', () => {
    expect(balances(recordOf('opening-stock/1'))).toEqual({
      inventory: 660_000,
      'opening-equity': -660_000,
    });
  });

  test('after a shift the drawer is empty in the books, whatever was counted', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.array(sale, { maxLength: 4 }),
        fc.nat(9_000_000),
        (float, sales, counted) => {
          const cash = balances(...sales)['cash-drawer'] ?? 0;
          const expected = float + cash;
          const shift = [
            recordOf('shift-opened/1', { ...sampleBodies['shift-opened/1'], floatRp: float }),
            ...sales,
            recordOf('cash-counted/1', {
              ...sampleBodies['cash-counted/1'],
              countedRp: counted,
              expectedRp: expected,
              cashSalesRp: cash,
            }),
            recordOf('shift-closed/1', {
              ...sampleBodies['shift-closed/1'],
              varianceRp: counted - expected,
            }),
          ];
          const sums = balances(...shift);
          expect(sums['cash-drawer'] ?? 0).toBe(0);
          expect(sums['cash-safe'] ?? 0).toBe(counted - float);
          expect(sums['cash-variance'] ?? 0).toBe(expected - counted);
        },
      ),
    );
  });
});

describe('what a record means in goods', () => {
  test('only sales, returns, opening stock and cylinders move goods', () => {
    const moving = TYPES.filter((type) => stockMovesOf(recordOf(type)).length > 0);
    expect(moving.toSorted()).toEqual([
      'cylinders-moved/1',
      'opening-stock/1',
      'sale-completed/1',
      'sale-completed/2',
      'sale-returned/1',
    ]);
  });

  test('what a line sold left the shop, lot by lot', () => {
    fc.assert(
      fc.property(sale, (record) => {
        if (record.type !== 'sale-completed/1') throw new Error('not a sale');
        const moves = stockMovesOf(record);
        const sold = record.body.lines.reduce((sum, line) => sum + line.quantityThousandths, 0);
        expect(moves.reduce((sum, move) => sum + shopDelta(move), 0) + sold).toBe(0);
        expect(moves.every((move) => move.from === 'shop' && move.to === 'outside')).toBe(true);
        expect(moves).toHaveLength(record.body.lines.flatMap((line) => line.lots).length);
      }),
    );
  });

  test('opening stock comes in from outside', () => {
    const [move] = stockMovesOf(recordOf('opening-stock/1'));
    expect(move).toMatchObject({
      from: 'outside',
      to: 'shop',
      owner: OWN_GOODS,
      quantityThousandths: 50_000,
    });
    expect(shopDelta(move!)).toBe(50_000);
  });

  test('goods that stay in the shop change nothing', () => {
    const [move] = stockMovesOf(recordOf('opening-stock/1'));
    expect(shopDelta({ ...move!, from: 'shop' })).toBe(0);
  });
});
