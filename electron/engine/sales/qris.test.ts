import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { Ticket } from '../../../shared/contract/till.ts';
import { readMerchant } from '../../../shared/domain/qris.ts';
import { paying } from '../../../test/support/desk-shop.ts';
import { recordsOf, recordsOfType } from '../../../test/support/journal.ts';
import { readByPhone, takeQris } from '../../../test/support/qris.ts';
import { registering } from '../../../test/support/registering.ts';
import { GOODS, openShift, payment, ringUp, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
  await takeQris(await shop.as('Ratna'));
  await openShift(siti);
});

afterEach(() => shop.close());

/** Shows a code over an amount of the ticket, all of it where nothing is said. */
async function show(ticket: Ticket, amountRp: number = ticket.totalRp) {
  const { ticketId, revision } = ticket;
  const shown = valueOf(await siti.till.showQris({ ticketId, revision, amountRp }));
  const payment_ = shown.qris.at(-1);
  if (payment_ === undefined) throw new Error('no code is shown');
  return { ticket: shown, payment: payment_ };
}

/** The cashier has seen it in the acquirer's app. */
const confirm = (paymentId: string, reference = '') =>
  siti.till.confirmQris({ paymentId, evidence: 'app', reference });

test('a phone reads the merchant and the amount off the code', async () => {
  const { payment: shown } = await show(await ringUp(siti, GOODS.tea));
  expect(shown).toMatchObject({ state: 'waiting', amountRp: 4_750, merchantName: 'KDMP SUKAMAJU' });
  const read = readByPhone(shown.modules);
  expect(read).toBe(shown.payload);
  expect(readMerchant(read)).toMatchObject({ dynamic: true, amount: '4750' });
});

describe('shown is not paid', () => {
  test('a code that waits pays nothing, and showing it leaves no record', async () => {
    const before = recordsOf(shop.till.dir.path).length;
    const { ticket, payment: shown } = await show(await ringUp(siti, GOODS.tea));
    const tender = { kind: 'qris', paymentId: shown.paymentId } as const;
    expect(refusalOf(await siti.till.pay(paying(ticket, tender))).code).toBe('qris.not-confirmed');
    expect(recordsOf(shop.till.dir.path)).toHaveLength(before);
  });

  test('confirmed it is a tender, with where it was seen and by whom', async () => {
    const { payment: shown } = await show(await ringUp(siti, GOODS.tea, GOODS.noodles), 4_000);
    const ticket = valueOf(await confirm(shown.paymentId, '88 4821'));
    expect(refusalOf(await confirm(shown.paymentId)).code).toBe('qris.already-confirmed');
    const qris = { kind: 'qris', paymentId: shown.paymentId } as const;
    const paid = valueOf(await siti.till.pay(paying(ticket, qris, { kind: 'cash', receivedRp: 5_000 })));
    // Of 8.250 the cash part is 4.250, and only that is rounded.
    expect(paid).toMatchObject({ totalRp: 8_250, cashRoundingRp: -50, changeRp: 800 });
    expect(recordsOfType(shop, 'sale-completed/2')[0]?.body.tenders[0]).toMatchObject({
      kind: 'qris',
      amountRp: 4_000,
      evidence: 'app',
      reference: '88 4821',
      confirmedBy: 'Siti',
    });
  });

  test('a large payment needs the end of its reference', async () => {
    await ringUp(siti, ...Array.from({ length: 7 }, () => GOODS.rice));
    const { payment: shown } = await show(await ringUp(siti));
    expect(refusalOf(await confirm(shown.paymentId)).code).toBe('qris.reference-required');
    expect(valueOf(await confirm(shown.paymentId, '4821')).qris).toMatchObject([{ state: 'confirmed' }]);
  });
});

test('a buyer’s NIK is no reference: it is refused while the cashier can still type another', async () => {
  const { nik } = registering('Sumarni');
  valueOf(await siti.subsidy.register(registering('Sumarni')));
  const { payment: shown } = await show(await ringUp(siti, GOODS.tea));
  expect(refusalOf(await confirm(shown.paymentId, nik ?? '')).code).toBe('identity.in-note');
  const ticket = valueOf(await confirm(shown.paymentId, '2026041508120001'));
  valueOf(await siti.till.pay(paying(ticket, { kind: 'qris', paymentId: shown.paymentId })));
});

describe('money that has arrived', () => {
  test('can’t be left out of the sale, nor its ticket given up', async () => {
    const { payment: shown } = await show(await ringUp(siti, GOODS.tea));
    const ticket = valueOf(await confirm(shown.paymentId));
    expect(refusalOf(await siti.till.pay(payment(ticket))).code).toBe('qris.left-out');
    const givenUp = await siti.till.abandon({ ticketId: ticket.ticketId });
    expect(refusalOf(givenUp).code).toBe('ticket.qris-paid');
    valueOf(await siti.till.pay(paying(ticket, { kind: 'qris', paymentId: shown.paymentId })));
  });

  test('is never more than the goods: none of them can be taken off any more', async () => {
    const { payment: shown } = await show(await ringUp(siti, GOODS.tea, GOODS.noodles), 6_000);
    const ticket = valueOf(await confirm(shown.paymentId));
    const { lineId } = ticket.lines[0]!;
    expect(refusalOf(await siti.till.removeLine({ lineId })).code).toBe('ticket.below-paid');
    expect(valueOf(await siti.till.ticket({}))).toEqual(ticket);
    expect(recordsOfType(shop, 'line-voided/2')).toEqual([]);
    // What leaves enough may go.
    const { lineId: noodles } = ticket.lines[1]!;
    valueOf(await siti.till.setQuantity({ lineId, quantityThousandths: 2_000 }));
    valueOf(await siti.till.removeLine({ lineId: noodles }));
  });

  test('is still there after the power failed', async () => {
    const { payment: shown } = await show(await ringUp(siti, GOODS.tea));
    valueOf(await confirm(shown.paymentId));
    await shop.restart();
    siti = await shop.as('Siti');
    expect(valueOf(await siti.till.ticket({})).qris).toMatchObject([{ state: 'confirmed', amountRp: 4_750 }]);
  });
});

describe('a buyer whose payment is not certain yet', () => {
  test('is put aside with the code, listed as uncertain, and confirmed once called back', async () => {
    const { ticket, payment: shown } = await show(await ringUp(siti, GOODS.tea));
    const { ticketId, revision } = ticket;
    valueOf(await siti.till.park({ ticketId, revision, label: 'Pak RT' }));
    expect(valueOf(await siti.till.parked({}))).toMatchObject([{ label: 'Pak RT', qrisWaiting: true }]);
    expect(refusalOf(await confirm(shown.paymentId)).code).toBe('qris.unknown');
    valueOf(await siti.till.recall({ ticketId }));
    expect(valueOf(await confirm(shown.paymentId)).qris).toMatchObject([{ state: 'confirmed' }]);
  });

  test('goes away, and the code with them', async () => {
    const { ticket } = await show(await ringUp(siti, GOODS.tea));
    valueOf(await siti.till.abandon({ ticketId: ticket.ticketId }));
    expect((await ringUp(siti, GOODS.noodles)).qris).toEqual([]);
  });
});

describe('what no wallet would take is never shown', () => {
  test.each([
    ['more than is owed', 4_751, 'tender.above-due'],
    ['nothing', 0, 'tender.nothing'],
  ])('%s', async (_, amountRp, refusal) => {
    const { ticketId, revision } = await ringUp(siti, GOODS.tea);
    expect(refusalOf(await siti.till.showQris({ ticketId, revision, amountRp })).code).toBe(refusal);
  });

  test('more than ten million at once', async () => {
    valueOf(await siti.till.scan({ code: GOODS.rice, quantityThousandths: 700_000 }));
    const { ticketId, revision, totalRp } = await ringUp(siti);
    const reply = await siti.till.showQris({ ticketId, revision, amountRp: totalRp });
    expect(refusalOf(reply)).toMatchObject({ code: 'qris.too-much', params: { limitRp: 10_000_000 } });
  });

  test('two codes over the same money', async () => {
    const { ticket } = await show(await ringUp(siti, GOODS.tea));
    const { ticketId, revision } = ticket;
    const again = await siti.till.showQris({ ticketId, revision, amountRp: 4_750 });
    expect(refusalOf(again)).toMatchObject({ code: 'tender.above-due', params: { dueRp: 0 } });
    valueOf(await siti.till.cancelQris({ paymentId: ticket.qris[0]!.paymentId }));
    await show(valueOf(await siti.till.ticket({})));
  });
});
