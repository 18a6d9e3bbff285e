import { expect, test } from 'vitest';
import type { CylinderState } from '../../../../shared/contract/cylinders.ts';
import { rupiah } from '../../../../shared/domain/money.ts';
import { thousandths } from '../../../../shared/domain/quantity.ts';
import { checkAdjustment, newAdjustment, toAdjustment, type AdjustDraft } from './adjust-draft.ts';

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

test('a count begins with what the books say; where they are below nothing, at nought', () => {
  const nothing = thousandths(0);
  const kind: CylinderState = {
    kind: 'lpg-3kg',
    name: 'LPG 3 kg',
    fullThousandths: thousandths(43_000),
    emptyThousandths: thousandths(-2_000),
    damagedThousandths: nothing,
    loanedThousandths: nothing,
    totalThousandths: thousandths(41_000),
    agenOwedThousandths: nothing,
    depositsRp: rupiah(0),
    agens: [],
    refillProductId: null,
    emptyProductId: null,
    depositProductId: null,
  };
  const draft = { ...newAdjustment(kind), note: 'hitung' };
  expect(draft).toMatchObject({ full: 43, empties: 0, damaged: 0 });
  expect(Object.values(checkAdjustment(draft)).filter(Boolean)).toEqual([]);
});
