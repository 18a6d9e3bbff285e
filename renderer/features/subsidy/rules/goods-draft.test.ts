import { expect, test } from 'vitest';
import { checkGoods, goodsDraftOf, newGoods, toGoods } from './goods-draft.ts';

const productId = '0199c3a0-0000-7000-8000-000000000002';

test('a bag of five kilos holds five units of the programme', () => {
  const draft = { ...newGoods('sphp'), productId, measure: '5' };
  expect(toGoods(draft)).toEqual({
    productId,
    programme: 'sphp',
    measureThousandths: 5_000,
    cylinder: null,
  });
});

test('the filling is under the rules; the empty cylinder and the deposit belong to their kind only', () => {
  const draft = { ...newGoods('lpg-3kg'), productId };
  expect(toGoods({ ...draft, role: 'refill' })).toMatchObject({
    programme: 'lpg-3kg',
    cylinder: { role: 'refill', kind: 'lpg-3kg' },
  });
  for (const role of ['empty', 'deposit'] as const) {
    const goods = toGoods({ ...draft, role });
    expect(goods).toMatchObject({ programme: null, cylinder: { role, kind: 'lpg-3kg' } });
  }
});

test('a linked product opens as it was saved, the empty cylinder under its kind', () => {
  const empty = {
    productId,
    programme: null,
    measureThousandths: 1_000,
    cylinder: { role: 'empty', kind: 'lpg-3kg' },
  } as const;
  expect(toGoods(goodsDraftOf(empty))).toEqual(empty);
});

test('without a product, or holding nothing, it is refused', () => {
  expect(checkGoods(newGoods('sphp')).productId).toBe('Pilih barangnya.');
  expect(checkGoods({ ...newGoods('sphp'), measure: '0' }).measure).toBe('Isi lebih dari nol.');
});
