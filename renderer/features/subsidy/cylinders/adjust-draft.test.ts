import { expect, test } from 'vitest';
import { checkAdjustment, toAdjustment, type AdjustDraft } from './adjust-draft.ts';

const DRAFT: AdjustDraft = {
  cause: 'counted',
  quantity: null,
  full: 43,
  empties: 57,
  damaged: 0,
  agen: 'PT Sinar Gas',
  owed: null,
  agenOwes: false,
  note: 'hitung akhir bulan',
};

test('a count says what stands there, in thousandths', () => {
  expect(toAdjustment(DRAFT, 'lpg-3kg')).toEqual({
    cause: 'counted',
    kind: 'lpg-3kg',
    fullThousandths: 43_000,
    emptyThousandths: 57_000,
    damagedThousandths: 0,
    note: 'hitung akhir bulan',
  });
});

test('an agen that owes the store is below zero', () => {
  const agreed: AdjustDraft = { ...DRAFT, cause: 'agen', owed: 3, agenOwes: true };
  expect(toAdjustment(agreed, 'lpg-3kg')).toMatchObject({ cause: 'agen', owedThousandths: -3_000 });
  expect(toAdjustment({ ...agreed, agenOwes: false }, 'lpg-3kg')).toMatchObject({ owedThousandths: 3_000 });
});

test('a reason is asked for, and a figure that is none is refused', () => {
  expect(checkAdjustment({ ...DRAFT, note: ' ' }).note).toBe('Belum diisi.');
  expect(checkAdjustment({ ...DRAFT, empties: null }).empties).toBe('Belum diisi.');
  expect(checkAdjustment({ ...DRAFT, cause: 'damaged', quantity: 0 }).quantity).toBe('Belum diisi.');
  expect(
    Object.values(checkAdjustment({ ...DRAFT, cause: 'repaired', quantity: 2 })).filter(Boolean),
  ).toEqual([]);
});
