import { describe, expect, test } from 'vitest';
import { returnableSaleSchema } from '../../../../shared/contract/returns.ts';
import {
  draftOf,
  EMPTY_DRAFT,
  goodsOf,
  reasonOf,
  reasonsFor,
  withEverything,
  withQuantity,
  withStep,
  withTurnedCondition,
} from './return-draft.ts';

const TEA = '0196a000-0000-7000-8000-000000000001';
const RICE = '0196a000-0000-7000-8000-000000000002';

const line = {
  lineId: TEA,
  name: 'Teh Botol',
  unit: 'botol',
  fractional: false,
  soldThousandths: 3_000,
  leftThousandths: 2_000,
  unitPriceRp: 4_750,
  totalRp: 14_250,
  leftRp: 9_500,
  deposit: false,
};
const sale = returnableSaleSchema.parse({
  saleId: '0196a000-0000-7000-8000-000000000009',
  receipt: 'SKM01-1-0001',
  at: 0,
  businessDate: '2026-04-15',
  cashier: 'Siti',
  memberId: null,
  buyerId: null,
  lines: [
    line,
    {
      ...line,
      lineId: RICE,
      name: 'Beras',
      unit: 'kg',
      fractional: true,
      soldThousandths: 1_250,
      leftThousandths: 1_250,
    },
  ],
  totalRp: 20_000,
  late: false,
  tenders: [],
});
const [tea, rice] = [sale.lines[0]!, sale.lines[1]!];

describe('what comes back', () => {
  test('goes up and down by whole ones, within what is left', () => {
    let draft = EMPTY_DRAFT;
    const seen = [1, 1, 1, -1, -1, -1].map((step) => {
      draft = withStep(draft, tea, step === 1 ? 1 : -1);
      return draftOf(draft, TEA).quantityThousandths;
    });
    expect(seen).toEqual([1_000, 2_000, 2_000, 1_000, 0, 0]);
  });

  test('of weighed goods is all, nothing, or what is typed', () => {
    const all = withStep(EMPTY_DRAFT, rice, 1);
    expect(draftOf(all, RICE).quantityThousandths).toBe(1_250);
    expect(draftOf(withStep(all, rice, -1), RICE).quantityThousandths).toBe(0);
    expect(draftOf(withQuantity(all, rice, 333), RICE).quantityThousandths).toBe(333);
    expect(draftOf(withQuantity(all, rice, 9_000), RICE).quantityThousandths).toBe(1_250);
  });

  test('is taken as coming back once it is found damaged', () => {
    const damaged = withTurnedCondition(EMPTY_DRAFT, tea);
    expect(draftOf(damaged, TEA)).toEqual({ quantityThousandths: 1_000, damaged: true });
    const two = withQuantity(damaged, tea, 2_000);
    expect(draftOf(withTurnedCondition(two, tea), TEA)).toEqual({
      quantityThousandths: 2_000,
      damaged: false,
    });
  });

  test('is asked for in the order of the receipt, and not at all while nothing is chosen', () => {
    expect(goodsOf(sale, EMPTY_DRAFT)).toBeNull();
    expect(goodsOf(sale, withStep(withStep(EMPTY_DRAFT, tea, 1), tea, -1))).toBeNull();
    const draft = withTurnedCondition(withEverything(EMPTY_DRAFT, sale.lines), tea);
    expect(goodsOf(sale, { ...draft, reason: 'damaged', note: ' bocor ' })).toEqual({
      saleId: sale.saleId,
      lines: [
        { lineId: TEA, quantityThousandths: 2_000, condition: 'damaged' },
        { lineId: RICE, quantityThousandths: 1_250, condition: 'sellable' },
      ],
      reason: 'damaged',
      note: 'bocor',
    });
  });
});

test('deposits alone come back for reasons of their own, and never goods for those', () => {
  const lent = { ...sale, lines: [tea, { ...rice, deposit: true, fractional: false }] };
  const alone = { ...withQuantity(EMPTY_DRAFT, lent.lines[1]!, 1_000), reason: 'cylinder-back' as const };
  expect(reasonsFor(lent, alone)).toEqual(['cylinder-back', 'damaged', 'other']);
  expect(reasonOf(lent, alone)).toBe('cylinder-back');
  const both = withQuantity(alone, tea, 1_000);
  expect(reasonsFor(lent, both)).not.toContain('cylinder-back');
  expect(reasonOf(lent, both)).toBeNull();
});
