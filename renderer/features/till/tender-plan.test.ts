import { describe, expect, it } from 'vitest';
import type { QrisPayment } from '../../../shared/contract/till.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { NO_DRAFTS, planTenders, tendersOf, withRow, type Drafts, type TenderDraft } from './tender-plan.ts';

function qris(state: QrisPayment['state'], amountRp: number): QrisPayment {
  return {
    paymentId: `qris-${state}`,
    amountRp: rupiah(amountRp),
    state,
    payload: '',
    modules: [],
    merchantName: '',
    shownAt: 0,
  };
}

function ticket(totalRp: number, payments: QrisPayment[] = [], backRp = 0) {
  const exchange =
    backRp === 0 ? null : { saleId: 's', receipt: 'SKM01-1-0001', lines: 1, totalRp: rupiah(backRp) };
  return { totalRp: rupiah(totalRp), exchange, qris: payments, cashStepRp: rupiah(100) };
}

const kasbon = (amountRp: number): TenderDraft => ({ kind: 'kasbon', amountRp });

describe('how a ticket of Rp11.750 is paid', () => {
  it.each<[string, QrisPayment[], Partial<Drafts>, object]>([
    [
      'nothing typed is exact cash, rounded down',
      [],
      {},
      { cashRp: 11_700, roundingRp: -50, receivedRp: 11_700, changeRp: 0 },
    ],
    [
      'Rp20.000 laid down, then another way after all: it pays everything',
      [],
      { receivedRp: 20_000 },
      { cashRp: 11_700, changeRp: 8300, shortRp: 0, openRp: 11_750 },
    ],
    [
      'Rp10.000 laid down: another way pays what that leaves',
      [],
      { receivedRp: 10_000 },
      { shortRp: 1700, changeRp: 0, openRp: 1750 },
    ],
    [
      'part on account, the rest rounded',
      [],
      { rows: [kasbon(5000)] },
      { settledRp: 5000, restRp: 6750, cashRp: 6700, roundingRp: -50 },
    ],
    [
      'all on account: nothing is rounded',
      [],
      { rows: [kasbon(11_750)] },
      { restRp: 0, cashRp: 0, roundingRp: 0 },
    ],
    [
      'a shown code is set aside but settles nothing',
      [qris('waiting', 10_000)],
      {},
      { waitingRp: 10_000, settledRp: 0, restRp: 1750, cashRp: 1700 },
    ],
    ['a confirmed code settles', [qris('confirmed', 11_750)], {}, { settledRp: 11_750, restRp: 0 }],
    ['more written down than due', [], { rows: [kasbon(12_000)] }, { overRp: 250, restRp: 0 }],
    [
      'a donation is never more than the change',
      [],
      { receivedRp: 12_000, donationRp: 500 },
      { changeRp: 300, donationRp: 300 },
    ],
  ])('%s', (_what, payments, drafts, expected) => {
    expect(planTenders(ticket(11_750, payments), { ...NO_DRAFTS, ...drafts })).toMatchObject(expected);
  });

  it('with goods worth Rp5.000 brought back', () => {
    expect(planTenders(ticket(11_750, [], 5000), NO_DRAFTS)).toMatchObject({ dueRp: 6750, cashRp: 6700 });
  });

  it('with goods worth more brought back', () => {
    const plan = planTenders(ticket(11_750, [], 20_000), NO_DRAFTS);
    expect(plan).toMatchObject({ dueRp: -8250, restRp: 0, cashRp: 0, shortRp: 0, changeRp: 0 });
  });
});

describe('what the engine is told', () => {
  const told = (payments: QrisPayment[], drafts: Partial<Drafts>) => {
    const all = { ...NO_DRAFTS, ...drafts };
    const bill = ticket(11_750, payments);
    return tendersOf(bill, all, planTenders(bill, all));
  };

  it('is cash alone', () => {
    expect(told([], { receivedRp: 20_000 })).toEqual([{ kind: 'cash', receivedRp: 20_000, donationRp: 0 }]);
  });

  it('is every part, cash last, and no code that nobody confirmed', () => {
    const payments = [qris('confirmed', 5000), qris('waiting', 1000)];
    expect(told(payments, { rows: [kasbon(2000)] })).toEqual([
      { kind: 'qris', paymentId: 'qris-confirmed' },
      { kind: 'kasbon', amountRp: 2000 },
      { kind: 'cash', receivedRp: 3700, donationRp: 0 },
    ]);
  });

  it('is no cash where nothing is left for it', () => {
    expect(told([], { rows: [kasbon(11_750)] })).toEqual([kasbon(11_750)]);
  });
});

describe('one more part', () => {
  const transfer: TenderDraft = { kind: 'transfer', amountRp: 2000, reference: '77' };

  it('of a bank is a row of its own', () => {
    expect(withRow([transfer], transfer)).toEqual([transfer, transfer]);
  });

  it('on an account makes the row there larger', () => {
    expect(withRow([kasbon(2000), transfer], kasbon(500))).toEqual([kasbon(2500), transfer]);
  });
});
