import { expect, test } from 'vitest';
import { rupiah } from '../../../shared/domain/money.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import type { Ticket } from '../../../shared/contract/till.ts';
import type { StoreProfile } from '../../../shared/contract/setup.ts';
import { qrRows } from '../qr/index.ts';
import { displayOf } from './display-of.ts';

const store = { gerai: 'Gerai Sukamaju', koperasi: 'KDMP Sukamaju' } as StoreProfile;
const noodles = { name: 'Mi', unit: 'bks', quantityThousandths: thousandths(1000), totalRp: rupiah(3_500) };
const ticket = {
  lines: [{ ...noodles, lineId: 'l1', memberName: 'Bu Rahayu' }],
  totalRp: rupiah(3_500),
  cashDueRp: rupiah(3_500),
} as unknown as Ticket;
const qris = {
  amountRp: rupiah(3_500),
  payload: '000201…6304ABCD',
  merchantName: 'KDMP SUKAMAJU',
};
const money = {
  totalRp: rupiah(8_250),
  dueRp: rupiah(8_200),
  receivedRp: rupiah(10_000),
  changeRp: rupiah(1_800),
};
const paid = { ...money, leftMs: 12.5 };

test.each([
  ['nothing set up', { store: undefined, ticket, qris, paid }, 'idle'],
  ['an awaited QRIS payment, whatever else there is', { store, ticket, qris, paid }, 'qris'],
  ['goods rung up after a sale', { store, ticket, qris: undefined, paid }, 'basket'],
  ['a sale just paid', { store, ticket: { ...ticket, lines: [] }, qris: undefined, paid }, 'paid'],
  ['nothing to show', { store, ticket: undefined, qris: undefined, paid: undefined }, 'idle'],
])('%s', (_what, sources, kind) => {
  expect(displayOf(sources).kind).toBe(kind);
});

test('a QRIS code stands with its amount and who gets the money', () => {
  expect(displayOf({ store, ticket, qris, paid })).toEqual({
    kind: 'qris',
    gerai: 'Gerai Sukamaju',
    ...qris,
    rows: qrRows(qris.payload),
  });
});

test('of a line nothing is shown but what, how much and what it comes to', () => {
  expect(displayOf({ store, ticket, qris: undefined, paid: undefined })).toMatchObject({ lines: [noodles] });
  expect(JSON.stringify(displayOf({ store, ticket, qris: undefined, paid: undefined }))).not.toContain(
    'Rahayu',
  );
});

test('the minute of a sale ends in whole milliseconds, never early', () => {
  expect(displayOf({ store, ticket: undefined, qris: undefined, paid })).toMatchObject({
    ...money,
    leftMs: 13,
  });
});
