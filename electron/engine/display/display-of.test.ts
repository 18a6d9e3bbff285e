import { expect, test } from 'vitest';
import type { Ticket } from '../../../shared/contract/till.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import { displayOf } from './display-of.ts';

const store = { gerai: 'Gerai Sukamaju', koperasi: 'KDMP Sukamaju' };
const MEMBER = '0199d1c2-5a00-7000-8000-000000000001';

const line = {
  lineId: '0199d1c2-5a00-7000-8000-0000000000aa',
  productId: '0199d1c2-5a00-7000-8000-0000000000bb',
  name: 'Mi goreng',
  unit: 'dus',
  baseUnit: 'bungkus',
  contentThousandths: 40_000,
  fractional: false,
  quantityThousandths: thousandths(1_000),
  listPriceRp: rupiah(140_000),
  unitPriceRp: rupiah(128_030),
  reason: { kind: 'tier', tier: 'anggota' },
  grossRp: rupiah(128_030),
  discounts: [],
  totalRp: rupiah(128_030),
  labelled: false,
} as const;

/** A member's ticket, which the buyer's screen must not tell from anybody's. */
const ticket: Ticket = {
  ticketId: '0199d1c2-5a00-7000-8000-0000000000cc',
  revision: 3,
  buyer: { tier: 'anggota', tierBy: 'buyer', memberId: MEMBER, buyerId: null },
  lines: [{ ...line, discounts: [] }],
  totalRp: rupiah(128_030),
  savedRp: rupiah(11_970),
  taxRp: null,
  cashRoundingRp: rupiah(-30),
  cashDueRp: rupiah(128_000),
  cashStepRp: rupiah(100),
  exchange: null,
  subsidy: null,
  qris: [],
  nextReceipt: 'SKM01-1-0007',
};
const empty = { ...ticket, lines: [], totalRp: rupiah(0) };
const code = {
  paymentId: '0199d1c2-5a00-7000-8000-0000000000dd',
  amountRp: rupiah(100_000),
  state: 'waiting',
  payload: '00020101',
  modules: ['101', '010', '101'],
  merchantName: 'KDMP SUKAMAJU',
  shownAt: 1,
} as const;
const waiting = { ...code, modules: [...code.modules] };
const sums = {
  totalRp: rupiah(8_250),
  dueRp: rupiah(8_200),
  receivedRp: rupiah(10_000),
  cashlessRp: rupiah(0),
  returnedRp: rupiah(0),
  donationRp: rupiah(300),
  changeRp: rupiah(1_500),
};
const paid = { ...sums, leftMs: 12.5 };

test.each([
  ['an awaited QRIS payment goes first', { ticket: { ...ticket, qris: [waiting] }, paid }, 'qris'],
  [
    'a confirmed one is no news',
    { ticket: { ...ticket, qris: [{ ...waiting, state: 'confirmed' as const }] }, paid },
    'basket',
  ],
  ['goods rung up end the sale before', { ticket, paid }, 'basket'],
  ['a sale just paid', { ticket: empty, paid }, 'paid'],
  ['nothing to show', { ticket: empty, paid: undefined }, 'idle'],
])('%s', (_what, sources, kind) => {
  expect(displayOf({ store, ...sources }).kind).toBe(kind);
});

test('of several codes the last one that waits is shown, with its amount and who gets the money', () => {
  const later = { ...waiting, amountRp: rupiah(28_030), payload: '00020102' };
  expect(displayOf({ store, ticket: { ...ticket, qris: [waiting, later] }, paid })).toEqual({
    kind: 'qris',
    gerai: 'Gerai Sukamaju',
    amountRp: 28_030,
    payload: '00020102',
    modules: ['101', '010', '101'],
    merchantName: 'KDMP SUKAMAJU',
  });
});

test('of a basket nothing is shown but goods and sums: not whose it is, nor which price that made', () => {
  const exchange = { saleId: MEMBER, receipt: 'SKM01-1-0003', lines: 1, totalRp: rupiah(3_500) };
  expect(displayOf({ store, ticket: { ...ticket, exchange }, paid })).toEqual({
    kind: 'basket',
    gerai: 'Gerai Sukamaju',
    lines: [{ name: 'Mi goreng', quantityThousandths: 1_000, unit: 'dus', totalRp: 128_030 }],
    lineCount: 1,
    totalRp: 128_030,
    savedRp: 11_970,
    returnedRp: 3_500,
    dueRp: 128_000,
  });
});

test('the minute of a sale ends in whole milliseconds, never early', () => {
  expect(displayOf({ store, ticket: empty, paid })).toEqual({
    kind: 'paid',
    gerai: 'Gerai Sukamaju',
    ...sums,
    leftMs: 13,
  });
});
