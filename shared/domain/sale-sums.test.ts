import { describe, expect, test } from 'vitest';
import { recordBodies, type RecordBodies } from '../journal/bodies.ts';
import { recordOf, sampleBodies, type BodyInput } from '../../test/support/records.ts';
import { wrongDebtSum, wrongReturnSum, wrongSum } from './sale-sums.ts';
import { isSale, saleOf } from './sale-view.ts';

type Sale = BodyInput<'sale-completed/2'>;
type Line = Sale['lines'][number];

/** The sample sale with something changed, judged. */
function judged(change: (sale: Sale) => Sale): string | undefined {
  const sample = structuredClone(sampleBodies['sale-completed/2']);
  return wrongSum(recordBodies['sale-completed/2'].parse(change(sample)));
}

/** The same change on every line of a sale. */
function onLines(change: (line: Line) => Line): (sale: Sale) => Sale {
  return (sale) => ({ ...sale, lines: sale.lines.map(change) });
}

/** The same change on the tender of a kind. */
function onTender(kind: string, more: object): (sale: Sale) => Sale {
  return (sale) => ({
    ...sale,
    tenders: sale.tenders.map((tender) => (tender.kind === kind ? { ...tender, ...more } : tender)),
  });
}

describe('a sale adds up or is refused', () => {
  test('the sample sale does', () => {
    expect(judged((sale) => sale)).toBeUndefined();
  });

  test('so does one that the first till wrote', () => {
    const first = recordOf('sale-completed/1');
    expect(isSale(first) ? wrongSum(saleOf(first)) : 'no sale').toBeUndefined();
  });

  test.each<[string, (sale: Sale) => Sale, string]>([
    [
      'a line that is not price times quantity',
      onLines((line) => ({ ...line, grossRp: line.grossRp + 1 })),
      'line 1 is not price times quantity',
    ],
    [
      'a discount that is not taken off',
      onLines((line) => ({ ...line, discounts: [] })),
      'line 1 is not gross less discounts',
    ],
    [
      'a discount below nothing',
      onLines((line) => ({
        ...line,
        discounts: [...line.discounts, { kind: 'manual', reason: 'x', amountRp: -1 }],
      })),
      'line 1 has a discount that adds',
    ],
    [
      'a pack that holds something else than left the shelf',
      onLines((line) => ({ ...line, contentThousandths: 4_000 })),
      'line 1 is not its units times what one holds',
    ],
    [
      'a line that is not what its lots give',
      onLines((line) => ({ ...line, lots: [...line.lots, ...line.lots] })),
      'line 1 is not what its lots give',
    ],
    [
      'a total that is not the lines',
      (sale) => ({ ...sale, totalRp: sale.totalRp + 1000 }),
      'the lines are not the total',
    ],
    [
      'PPN of another rule',
      (sale) => ({ ...sale, tax: { ...sale.tax!, rateBp: 1_100 } }),
      'the PPN is not that of its rule',
    ],
    [
      'PPN that its lines do not have',
      onLines((line) => ({ ...line, taxRp: line.taxRp - 1 })),
      'the PPN of the lines is not that of the sale',
    ],
    [
      'PPN of a store that is no PKP',
      (sale) => ({ ...sale, tax: null }),
      'a store that is no PKP has PPN on a line',
    ],
    [
      'rounding up',
      (sale) =>
        onTender('cash', { amountRp: 50_100, changeRp: 9_400 })({ ...sale, roundingRp: 50, dueRp: 140_100 }),
      'the rounding is no rounding down',
    ],
    [
      'rounding by a whole coin',
      (sale) =>
        onTender('cash', { amountRp: 49_950, changeRp: 9_550 })({
          ...sale,
          roundingRp: -100,
          dueRp: 139_950,
        }),
      'the rounding is no rounding down',
    ],
    [
      'rounding where no part is paid in cash',
      (sale) => ({
        ...sale,
        tenders: [{ kind: 'transfer', amountRp: sale.dueRp, reference: '1234' }],
      }),
      'rounding without cash',
    ],
    [
      'a sum due of its own',
      (sale) => ({ ...sale, dueRp: sale.dueRp - 1 }),
      'total and rounding are not what is due',
    ],
    [
      'a tender that is not what is due',
      onTender('qris', { amountRp: 40_100 }),
      'the tenders are not what is due',
    ],
    [
      'change that does not fit',
      onTender('cash', { changeRp: 10_000 }),
      'received less change is not the tender',
    ],
    [
      'a donation nobody gave',
      onTender('cash', { donationRp: -500, changeRp: 10_500 }),
      'change or donation is below nothing',
    ],
  ])('%s', (_, change, wrong) => {
    expect(judged(change)).toBe(wrong);
  });
});

describe('a label says what goods cost, and their weight follows from it', () => {
  const labelled = (grossRp: number) =>
    onLines((line) => ({ ...line, priceReason: { kind: 'label' }, grossRp }));

  test('to a thousandth of the unit', () => {
    // 2 sak at 71.000 are 142.000; a thousandth of one is worth 71 rupiah.
    expect(judged(labelled(142_060))).toBe('line 1 is not gross less discounts');
    expect(judged(labelled(142_100))).toBe('line 1 is not price times quantity');
  });
});

test.each<[string, Partial<BodyInput<'sale-returned/1'>>, string]>([
  ['a total that is not its lines', { totalRp: 18_000 }, 'the lines are not the total'],
  ['PPN that no line has', { taxRp: 5 }, 'the PPN is not that of its lines'],
  ['a refund of its own', { refundRp: 18_700 }, 'total and rounding are not the refund'],
  [
    'more paid back than the refund',
    { refunds: [{ kind: 'cash', amountRp: 20_000 }] },
    'what is paid back is not the refund',
  ],
])('a return with %s is refused', (_, more, wrong) => {
  const sample: RecordBodies['sale-returned/1'] = recordBodies['sale-returned/1'].parse({
    ...sampleBodies['sale-returned/1'],
    ...more,
  });
  expect(wrongReturnSum(sample)).toBe(wrong);
  expect(
    wrongReturnSum(recordBodies['sale-returned/1'].parse(sampleBodies['sale-returned/1'])),
  ).toBeUndefined();
});

test.each<[string, Partial<BodyInput<'debt-paid/1'>>, string]>([
  ['parts of its own', { amountRp: 21_000 }, 'the parts are not the payment'],
  ['rounding nobody paid', { roundingRp: -100 }, 'the tender is not what is paid'],
  ['nothing left to owe and less', { leftRp: -1 }, 'nothing is paid off, or more than was owed'],
])('a debt payment with %s is refused', (_, more, wrong) => {
  const sample = sampleBodies['debt-paid/1'];
  expect(wrongDebtSum(recordBodies['debt-paid/1'].parse({ ...sample, ...more }))).toBe(wrong);
  expect(wrongDebtSum(recordBodies['debt-paid/1'].parse(sample))).toBeUndefined();
});
