import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saleBodySchema, type SaleBody, type SaleLine } from '../journal/sale-bodies.ts';
import { roundCashDown } from './cash-rounding.ts';
import { priceTimesQuantity, rupiah, sumRupiah } from './money.ts';
import { sumThousandths, thousandths } from './quantity.ts';
import { leftToReturn, returnOf, returnSubject, type EarlierReturn, type WantedLine } from './returns.ts';
import { wrongSum } from './sale-sums.ts';
import { shareTax, taxRateOn, taxWithin } from './tax.ts';

const idOf = (number: number): string => `0196a000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** A line before its tax is known: how it was sold, and how it is taken out of lots. */
interface Goods {
  readonly unitPriceRp: number;
  readonly quantityThousandths: number;
  readonly contentThousandths?: number;
  readonly discountRp?: number;
  readonly taxed?: boolean;
  /** The sum on an in-store label, where that set the price. */
  readonly labelRp?: number;
  /** Where the line's goods are cut into lots, in parts of a thousand; none for one lot. */
  readonly cuts?: readonly number[];
  readonly costRp?: number | null;
}

function lineOf(goods: Goods, index: number): SaleLine {
  const {
    unitPriceRp,
    quantityThousandths,
    contentThousandths = 1000,
    discountRp = 0,
    costRp = null,
  } = goods;
  const base = (quantityThousandths * contentThousandths) / 1000;
  const gross = goods.labelRp ?? priceTimesQuantity(rupiah(unitPriceRp), thousandths(quantityThousandths));
  const discount = Math.min(discountRp, gross);
  const ends = [...(goods.cuts ?? []).map((cut) => Math.floor((base * cut) / 1000)), base].toSorted(
    (a, b) => a - b,
  );
  const lots = ends
    .map((end, lot) => ({ lot, size: end - (ends[lot - 1] ?? 0) }))
    .filter(({ size }) => size > 0)
    .map(({ lot, size }) => ({
      lotId: idOf(1000 * (index + 1) + lot),
      owner: 'store',
      quantityThousandths: thousandths(size),
      unitCostRp: costRp === null ? null : rupiah(costRp + lot),
    }));
  return {
    lineId: idOf(index + 1),
    productId: idOf(index + 101),
    name: `Barang ${index + 1}`,
    category: 'Sembako',
    unit: contentThousandths === 1000 ? 'kg' : 'karung',
    quantityThousandths: thousandths(quantityThousandths),
    baseUnit: 'kg',
    contentThousandths,
    baseQuantityThousandths: thousandths(base),
    listPriceRp: rupiah(unitPriceRp),
    unitPriceRp: rupiah(unitPriceRp),
    priceReason: goods.labelRp === undefined ? { kind: 'list' } : { kind: 'label' },
    grossRp: rupiah(gross),
    discounts: discount === 0 ? [] : [{ kind: 'manual', reason: 'penyok', amountRp: rupiah(discount) }],
    totalRp: rupiah(gross - discount),
    taxClass: goods.taxed === true ? 'kena' : 'bebas',
    taxRp: rupiah(0),
    approvalId: null,
    batch: null,
    expiry: null,
    programmeRule: null,
    lots,
  };
}

interface Terms {
  readonly pkp?: boolean;
  readonly cashStepRp?: number;
  /** Of what is due, how much is paid by transfer, in parts of a thousand; the rest is cash. */
  readonly transferred?: number;
}

/** A sale as the till writes it: its sums are right, or the test is wrong. */
function saleOfGoods(goods: readonly Goods[], terms: Terms = {}): SaleBody {
  const { pkp = false, cashStepRp = 100, transferred = 0 } = terms;
  const lines = goods.map(lineOf);
  const total = sumRupiah(lines.map((line) => line.totalRp));
  const byTransfer = Math.floor((total * transferred) / 1000);
  const cash = roundCashDown(rupiah(total - byTransfer), rupiah(cashStepRp));
  const due = rupiah(byTransfer + cash);
  const { validFrom: _, ...rate } = taxRateOn('2026-04-15')!;
  const taxed = sumRupiah(lines.filter((line) => line.taxClass === 'kena').map((line) => line.totalRp));
  const tax = pkp ? { ...rate, ...taxWithin(taxed, rate) } : null;
  const shares = tax === null ? lines.map(() => rupiah(0)) : shareTax(lines, tax.taxRp);
  const sale = saleBodySchema.parse({
    saleId: idOf(9001),
    shiftId: idOf(9002),
    cashier: 'Siti',
    number: 1,
    receipt: 'G2207-1-0001',
    buyer: { tier: 'umum', memberId: null, buyerId: null },
    lines: lines.map((line, index) => ({ ...line, taxRp: shares[index] })),
    totalRp: total,
    tax,
    cashStepRp,
    roundingRp: due - total,
    dueRp: due,
    tenders: [
      { kind: 'transfer', amountRp: byTransfer, reference: '' },
      { kind: 'cash', amountRp: cash, receivedRp: cash, changeRp: 0, donationRp: 0 },
    ],
    approvalIds: [],
    perpetualGrossRp: total,
  });
  expect(wrongSum(sale)).toBeUndefined();
  return sale;
}

const all = (sale: SaleBody): WantedLine[] =>
  sale.lines.map(({ lineId, quantityThousandths }) => ({
    lineId,
    quantityThousandths,
    condition: 'sellable',
  }));
const some = (quantityThousandths: number, line = 1): WantedLine[] => [
  { lineId: idOf(line), quantityThousandths, condition: 'sellable' },
];

/** Gives a sale back part by part, each for cash or not, and keeps what each part came to. */
function giveBack(
  sale: SaleBody,
  parts: readonly { wanted: readonly WantedLine[]; cash: boolean }[],
): EarlierReturn[] {
  const returns: EarlierReturn[] = [];
  for (const { wanted, cash } of parts) {
    const sums = returnOf(sale, returns, wanted);
    returns.push({ ...sums, refundRp: cash ? sums.cashRefundRp : sums.refundRp });
  }
  return returns;
}

describe('what comes back is worth what it cost', () => {
  test.each<[string, Goods, number, number, number]>([
    // what was sold, how much of it comes back, its worth, and that in cash
    ['two of five packets', { unitPriceRp: 3_500, quantityThousandths: 5_000 }, 2_000, 7_000, 7_000],
    ['a third of a kilo of 1,25 kg', { unitPriceRp: 14_900, quantityThousandths: 1_250 }, 333, 4_962, 4_900],
    [
      'one of three with Rp1.000 off',
      { unitPriceRp: 3_500, quantityThousandths: 3_000, discountRp: 1_000 },
      1_000,
      3_167,
      3_100,
    ],
    [
      'half of what the label said',
      { unitPriceRp: 38_000, quantityThousandths: 500, labelRp: 19_010 },
      250,
      9_505,
      9_500,
    ],
    [
      'one sack of two',
      { unitPriceRp: 70_000, quantityThousandths: 2_000, contentThousandths: 5_000 },
      1_000,
      70_000,
      70_000,
    ],
  ])('%s', (_, goods, quantity, worth, cash) => {
    const back = returnOf(saleOfGoods([goods]), [], some(quantity));
    expect([back.totalRp, back.refundRp, back.cashRefundRp]).toEqual([worth, worth, cash]);
  });

  test('a sack that comes back is five kilos in its lot again', () => {
    const sale = saleOfGoods([
      { unitPriceRp: 70_000, quantityThousandths: 2_000, contentThousandths: 5_000, costRp: 12_000 },
    ]);
    const [line] = returnOf(sale, [], some(1_000)).lines;
    expect(line).toMatchObject({
      quantityThousandths: 1_000,
      baseQuantityThousandths: 5_000,
      soldThousandths: 2_000,
    });
    expect(line?.lots).toMatchObject([{ quantityThousandths: 5_000, costRp: 60_000 }]);
  });

  test('what rounding kept of one part comes with a later one', () => {
    const sale = saleOfGoods([{ unitPriceRp: 150, quantityThousandths: 3_000 }]);
    const parts = [1, 2, 3].map(() => ({ wanted: some(1_000), cash: true }));
    expect(giveBack(sale, parts).map((each) => each.refundRp)).toEqual([100, 200, 100]);
  });

  test('some of a line may come back whole and some damaged', () => {
    const sale = saleOfGoods([{ unitPriceRp: 3_333, quantityThousandths: 3_000, discountRp: 100 }]);
    const back = returnOf(
      sale,
      [],
      [...some(2_000), { lineId: idOf(1), quantityThousandths: 1_000, condition: 'damaged' }],
    );
    expect(back.totalRp).toBe(sale.totalRp);
    expect(back.lines.map((line) => line.condition)).toEqual(['sellable', 'damaged']);
  });

  test('more than was sold is never worth anything', () => {
    const sale = saleOfGoods([{ unitPriceRp: 3_500, quantityThousandths: 2_000 }]);
    const once = giveBack(sale, [{ wanted: some(1_000), cash: true }]);
    expect(leftToReturn(sale.lines[0]!, once)).toBe(1_000);
    expect(() => returnOf(sale, once, some(2_000))).toThrow(RangeError);
    expect(() => returnOf(sale, once, some(0))).toThrow(RangeError);
    expect(() => returnOf(sale, once, some(1_000, 7))).toThrow(RangeError);
    expect(() => returnOf(sale, [], [...some(2_000), ...some(1_000)])).toThrow(RangeError);
  });
});

const goods = fc
  .record({
    unitPriceRp: fc.integer({ min: 0, max: 300_000 }),
    content: fc.constantFrom(1_000, 10_000, 40_000, 2_500),
    whole: fc.boolean(),
    size: fc.integer({ min: 1, max: 30_000 }),
    discountRp: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50_000 })),
    taxed: fc.boolean(),
    off: fc.option(fc.integer({ min: -100, max: 100 })),
    cuts: fc.array(fc.integer({ min: 1, max: 999 }), { maxLength: 3 }),
    costRp: fc.option(fc.integer({ min: 0, max: 250_000 })),
  })
  .map(({ content, whole, size, off, ...rest }): Goods => {
    // Packs are sold by the piece; of the base unit any weight is.
    const weighed = content === 1_000 && !whole;
    const quantityThousandths = weighed ? size : Math.ceil(size / 1_000) * 1_000;
    const gross = priceTimesQuantity(rupiah(rest.unitPriceRp), thousandths(quantityThousandths));
    // A label's sum and the weight worked out from it agree to a thousandth of the unit.
    const reach = Math.floor(rest.unitPriceRp / 1_000);
    const labelRp = Math.max(0, gross + Math.max(-reach, Math.min(reach, off ?? 0)));
    const base: Goods = { ...rest, contentThousandths: content, quantityThousandths };
    return weighed && off !== null ? { ...base, labelRp } : base;
  });

const sales = fc
  .record({
    goods: fc.array(goods, { minLength: 1, maxLength: 6 }),
    pkp: fc.boolean(),
    cashStepRp: fc.constantFrom(0, 50, 100, 500, 1000),
    transferred: fc.oneof(fc.constant(0), fc.constant(1000), fc.integer({ min: 0, max: 1000 })),
  })
  .map(({ goods: each, ...terms }) => saleOfGoods(each, terms));

/** A sale and a way of giving back every bit of it: pieces of lines, in any order, several at a time. */
const givenBack = sales.chain((sale) =>
  fc
    .tuple(
      ...sale.lines.map((line) =>
        fc
          .array(fc.integer({ min: 1, max: line.quantityThousandths }), { maxLength: 4 })
          .map((cuts) => [...new Set([...cuts, line.quantityThousandths])].toSorted((a, b) => a - b))
          .map((ends) => ends.map((end, index) => end - (ends[index - 1] ?? 0)))
          .map((sizes) => sizes.map((quantityThousandths) => ({ lineId: line.lineId, quantityThousandths }))),
      ),
    )
    .chain((pieces) => fc.shuffledSubarray(pieces.flat(), { minLength: pieces.flat().length }))
    .chain((pieces) =>
      fc
        .array(fc.record({ cash: fc.boolean(), damaged: fc.boolean(), alone: fc.boolean() }), {
          minLength: pieces.length,
          maxLength: pieces.length,
        })
        .map((ways) => {
          const parts: { wanted: WantedLine[]; cash: boolean }[] = [];
          for (const [index, piece] of pieces.entries()) {
            const { cash, damaged, alone } = ways[index]!;
            const want: WantedLine = { ...piece, condition: damaged ? 'damaged' : 'sellable' };
            const last = parts.at(-1);
            if (alone || last === undefined) parts.push({ wanted: [want], cash });
            else last.wanted.push(want);
          }
          return { sale, parts };
        }),
    ),
);

describe('giving back everything', () => {
  test('in one go restores total, PPN, stock, cost and what was paid', () => {
    fc.assert(
      fc.property(sales, (sale) => {
        const back = returnOf(sale, [], all(sale));
        expect(back.totalRp).toBe(sale.totalRp);
        expect(back.taxRp).toBe(sale.tax?.taxRp ?? 0);
        expect(back.refundRp).toBe(sale.dueRp);
        expectAsSold(sale, [back]);
      }),
    );
  });

  test('in any parts, in any order, by any way, restores the same; on the way never too much', () => {
    fc.assert(
      fc.property(givenBack, ({ sale, parts }) => {
        const returns = giveBack(sale, parts);
        expectAsSold(sale, returns);
        let [worth, given] = [0, 0];
        for (const each of returns) {
          worth += each.totalRp;
          given += each.refundRp;
          expect(each.refundRp).toBeGreaterThanOrEqual(0);
          expect(given).toBeLessThanOrEqual(Math.min(worth, sale.dueRp));
        }
        expect(worth).toBe(sale.totalRp);
        // Only where a part was paid otherwise than in cash can cash miss what is left, by less than a step.
        const paidInSteps = sale.cashStepRp === 0 || sale.dueRp % sale.cashStepRp === 0;
        const exact = parts.at(-1)?.cash === false || (paidInSteps && parts.every((part) => part.cash));
        expect(sale.dueRp - given).toBeLessThan(exact ? 1 : Math.max(1, sale.cashStepRp));
      }),
      { numRuns: 300 },
    );
  });
});

/** Every line's total, PPN, lots and cost are those of the sale again. */
function expectAsSold(sale: SaleBody, returns: readonly EarlierReturn[]): void {
  for (const line of sale.lines) {
    const parts = returns.flatMap((each) => each.lines).filter((part) => part.lineId === line.lineId);
    expect(leftToReturn(line, returns)).toBe(0);
    expect(sumRupiah(parts.map((part) => part.totalRp))).toBe(line.totalRp);
    expect(sumRupiah(parts.map((part) => part.taxRp))).toBe(line.taxRp);
    expect(parts.every((part) => part.totalRp >= 0 && part.taxRp >= 0)).toBe(true);
    for (const part of parts) {
      expect(sumThousandths(part.lots.map((lot) => lot.quantityThousandths))).toBe(
        part.baseQuantityThousandths,
      );
    }
    for (const lot of line.lots) {
      const back = parts.flatMap((part) => part.lots).filter((each) => each.lotId === lot.lotId);
      expect(sumThousandths(back.map((each) => each.quantityThousandths))).toBe(lot.quantityThousandths);
      const cost =
        lot.unitCostRp === null ? null : priceTimesQuantity(lot.unitCostRp, lot.quantityThousandths);
      expect(back.every((each) => (each.costRp === null) === (cost === null))).toBe(true);
      expect(back.reduce((sum, each) => sum + (each.costRp ?? 0), 0)).toBe(cost ?? 0);
    }
  }
}

test('what has to be allowed is the goods, however they lie', () => {
  const subject = returnSubject(
    idOf(9001),
    [...some(2_000), ...some(1_000, 2), ...some(500)],
    rupiah(12_000),
  );
  expect(subject.lines).toEqual([
    { lineId: idOf(1), quantityThousandths: 2_500 },
    { lineId: idOf(2), quantityThousandths: 1_000 },
  ]);
});
