import { describe, expect, test } from 'vitest';
import type { DebtorDetail } from '../../../shared/contract/debts.ts';
import { businessDateSchema } from '../../../shared/domain/business-date.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { EMPTY_PAYMENT, payPlan, tenderOf, type PayDraft } from './pay-plan.ts';

const date = businessDateSchema.parse('2026-04-15');

/** Rp4.750 that is due first, and Rp14.900. */
const DEBTS: Pick<DebtorDetail, 'open' | 'owedRp' | 'savingsRp' | 'cashStepRp'> = {
  owedRp: rupiah(19_650),
  savingsRp: rupiah(6_000),
  cashStepRp: rupiah(100),
  open: [
    { saleId: 'tea', leftRp: rupiah(4_750) },
    { saleId: 'rice', leftRp: rupiah(14_900) },
  ].map(({ saleId, leftRp }) => ({
    saleId,
    leftRp,
    receipt: 'SKM01-1-0001',
    businessDate: date,
    dueDate: date,
    daysLate: 0,
    amountRp: leftRp,
    returnedRp: rupiah(0),
    paidRp: rupiah(0),
  })),
};

const plan = (draft: Partial<PayDraft>) => payPlan({ ...EMPTY_PAYMENT, ...draft }, DEBTS);

describe('a payment as it is typed', () => {
  test('nothing typed means all of it, exact, with the coins that no longer go round let off', () => {
    expect(plan({})).toMatchObject({
      amountRp: 19_650,
      roundingRp: -50,
      dueRp: 19_600,
      receivedRp: 19_600,
      changeRp: 0,
      leftRp: 0,
      errors: {},
    });
  });

  test('a part goes to what was due first, and the change is told', () => {
    const { parts, changeRp, leftRp, errors } = plan({ amountRp: 10_000, receivedRp: 50_000 });
    expect(parts).toEqual([
      { saleId: 'tea', amountRp: 4_750 },
      { saleId: 'rice', amountRp: 5_250 },
    ]);
    expect({ changeRp, leftRp }).toEqual({ changeRp: 40_000, leftRp: 9_650 });
    expect(Object.values(errors).every((words) => words === undefined)).toBe(true);
  });

  test('a receipt that was chosen is what “all” means', () => {
    expect(plan({ chosen: ['rice'] })).toMatchObject({
      meantRp: 14_900,
      amountRp: 14_900,
      parts: [{ saleId: 'rice', amountRp: 14_900 }],
      leftRp: 4_750,
    });
  });

  test.each([
    [{ amountRp: 0 }, 'amountRp', 'Isi jumlahnya.'],
    [{ amountRp: 19_700 }, 'amountRp', 'Paling banyak Rp19.650.'],
    [{ amountRp: 14_900, chosen: ['tea'] }, 'amountRp', 'Paling banyak Rp4.750.'],
    [{ amountRp: 10_050 }, 'amountRp', 'Cicilan tunai kelipatan Rp100.'],
    [{ receivedRp: 19_500 }, 'receivedRp', 'Uang kurang Rp100.'],
    [
      { way: 'transfer' as const, reference: ' ' },
      'reference',
      'Tanpa nomor bukti uangnya tidak bisa dicari.',
    ],
    [{ way: 'savings' as const }, 'amountRp', 'Simpanan tinggal Rp6.000.'],
  ])('%j is refused beside its field', (draft, field, words) => {
    expect(plan(draft).errors).toMatchObject({ [field]: words });
  });

  test('the bank takes any amount, exactly', () => {
    const draft = { ...EMPTY_PAYMENT, way: 'transfer' as const, amountRp: 10_051, reference: ' BRI 7781 ' };
    const exact = payPlan(draft, DEBTS);
    expect(exact).toMatchObject({ roundingRp: 0, dueRp: 10_051, changeRp: 0, leftRp: 9_599 });
    expect(tenderOf(draft, exact)).toEqual({ kind: 'transfer', reference: 'BRI 7781' });
    expect(tenderOf({ ...draft, way: 'savings' }, exact)).toEqual({ kind: 'savings' });
    expect(tenderOf(EMPTY_PAYMENT, plan({}))).toEqual({ kind: 'cash', receivedRp: 19_600 });
  });
});
