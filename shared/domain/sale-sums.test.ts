import { describe, expect, test } from 'vitest';
import { recordBodies } from '../journal/bodies.ts';
import { sampleBodies, type BodyInput } from '../../test/support/records.ts';
import { wrongSum } from './sale-sums.ts';

type Sale = BodyInput<'sale-completed/1'>;

/** The sample sale with something changed, judged. */
function judged(change: (sale: Sale) => Sale): string | undefined {
  const sample = structuredClone(sampleBodies['sale-completed/1']);
  return wrongSum(recordBodies['sale-completed/1'].parse(change(sample)));
}

describe('a sale adds up or is refused', () => {
  test('the sample sale does', () => {
    expect(judged((sale) => sale)).toBeUndefined();
  });

  test.each<[string, (sale: Sale) => Sale, string]>([
    [
      'a line that is not price times quantity',
      (sale) => ({ ...sale, lines: sale.lines.map((line) => ({ ...line, totalRp: line.totalRp + 1 })) }),
      'line 1 is not price times quantity',
    ],
    [
      'a line that is not what its lots give',
      (sale) => ({
        ...sale,
        lines: sale.lines.map((line) => ({ ...line, lots: [...line.lots, ...line.lots] })),
      }),
      'line 1 is not what its lots give',
    ],
    [
      'a total that is not the lines',
      (sale) => ({ ...sale, totalRp: sale.totalRp + 1000 }),
      'the lines are not the total',
    ],
    ['rounding up', (sale) => ({ ...sale, roundingRp: 50 }), 'the rounding is no rounding down'],
    [
      'rounding by a whole coin',
      (sale) => ({ ...sale, roundingRp: -100 }),
      'the rounding is no rounding down',
    ],
    [
      'a sum due of its own',
      (sale) => ({ ...sale, dueRp: sale.dueRp - 1 }),
      'total and rounding are not what is due',
    ],
    [
      'a tender that is not what is due',
      (sale) => ({
        ...sale,
        tenders: sale.tenders.map((each) => ({ ...each, amountRp: each.amountRp + 100 })),
      }),
      'the tenders are not what is due',
    ],
    [
      'change that does not fit',
      (sale) => ({
        ...sale,
        tenders: sale.tenders.map((each) => ({ ...each, changeRp: each.changeRp + 100 })),
      }),
      'received less change is not the tender',
    ],
  ])('%s', (_, change, wrong) => {
    expect(judged(change)).toBe(wrong);
  });
});
