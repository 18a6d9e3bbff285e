import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { errorText } from '../../../shared/i18n/errors.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import { recordsOfType } from '../../../test/support/journal.ts';
import {
  closeShift,
  GOODS,
  openShift,
  payment,
  ringUp,
  sell,
  SmallShop,
} from '../../../test/support/small-shop.ts';
import { clientOf, refusalOf, valueOf } from '../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
  await openShift(siti);
});

afterEach(() => shop.close());

const sales = () => recordsOfType(shop, 'sale-completed/2');

describe('paying in cash', () => {
  test('a twenty for rice and tea: change, receipt, and the whole of it on record', async () => {
    valueOf(await siti.till.scan({ code: GOODS.rice, quantityThousandths: 333 }));
    const ticket = await ringUp(siti, GOODS.tea);
    const paid = valueOf(await siti.till.pay(payment(ticket, 20_000)));
    expect(paid).toMatchObject({
      receipt: 'SKM01-1-0001',
      totalRp: 9_712,
      cashRoundingRp: -12,
      dueRp: 9_700,
      receivedRp: 20_000,
      changeRp: 10_300,
      lineCount: 2,
      printJobId: null,
    });
    expect(paid.check).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
    const [record] = sales();
    expect(record).toMatchObject({
      businessDate: '2026-04-15',
      actor: await shop.staffId('Siti'),
      body: {
        saleId: paid.saleId,
        cashier: 'Siti',
        number: 1,
        totalRp: 9_712,
        roundingRp: -12,
        dueRp: 9_700,
        perpetualGrossRp: 9_712,
        tenders: [{ kind: 'cash', amountRp: 9_700, receivedRp: 20_000, changeRp: 10_300 }],
        lines: [
          {
            name: 'Beras premium',
            category: 'Sembako',
            totalRp: 4_962,
            priceReason: { kind: 'list' },
            taxRp: 0,
            programmeRule: null,
          },
          { name: 'Teh Botol 350 ml', category: 'Minuman', totalRp: 4_750 },
        ],
      },
    });
  });

  test('afterwards the ticket is a new one, empty, with the next number', async () => {
    const { ticketId } = await ringUp(siti, GOODS.noodles);
    await sell(siti);
    const next = valueOf(await siti.till.ticket({}));
    expect(next).toMatchObject({ revision: 0, lines: [], totalRp: 0, nextReceipt: 'SKM01-1-0002' });
    expect(next.ticketId).not.toBe(ticketId);
  });

  test('one sweet costs less than the smallest coin, and is given away', async () => {
    const paid = valueOf(await siti.till.pay(payment(await ringUp(siti, GOODS.sweet), 0)));
    expect(paid).toMatchObject({ totalRp: 50, cashRoundingRp: -50, dueRp: 0, changeRp: 0 });
  });

  test('the manager sells on the cashier’s shift: the cash is hers, the deed is his', async () => {
    await sell(await shop.as('Joko'), GOODS.noodles);
    expect(sales()).toMatchObject([{ actor: await shop.staffId('Joko'), body: { cashier: 'Siti' } }]);
  });

  test('what was sold has left the shop, also where the books say there was none', async () => {
    const rung = await ringUp(siti, GOODS.noodles);
    valueOf(await siti.till.setQuantity({ lineId: rung.lines[0]!.lineId, quantityThousandths: 45_000 }));
    const { productId } = rung.lines[0]!;
    await sell(siti);
    expect(valueOf(await siti.catalog.product({ productId })).onHandThousandths).toBe(-5_000);
  });
});

describe('what is no payment leaves the ticket to be paid', () => {
  const wrong: readonly (readonly [what: string, receivedRp: number, refusal: string, words: RegExp])[] = [
    ['less than is due', 8_000, 'tender.too-small', /kurang Rp200\./],
    ['nothing', 0, 'tender.too-small', /kurang Rp8\.200\./],
    ['less than nothing', -8_200, 'tender.too-small', /kurang Rp16\.400\./],
    [
      'a barcode scanned into the money field',
      8_998_866_200_301,
      'tender.too-large',
      /Rp8\.998\.866\.200\.301/,
    ],
    ['a few noughts too many', 82_000_000, 'tender.too-large', /Rp82\.000\.000 .* Rp8\.200/],
  ];

  test.each(wrong)('%s', async (_what, receivedRp, refusal, words) => {
    const ticket = await ringUp(siti, GOODS.noodles, GOODS.tea);
    const error = refusalOf(await siti.till.pay(payment(ticket, receivedRp)));
    expect(error.code).toBe(refusal);
    expect(errorText(error.code, error.params)).toMatch(words);
    expect(valueOf(await siti.till.ticket({}))).toEqual(ticket);
    expect(sales()).toEqual([]);
    expect(valueOf(await siti.till.pay(payment(ticket))).dueRp).toBe(8_200);
  });

  test('an empty ticket', async () => {
    const empty = valueOf(await siti.till.ticket({}));
    expect(refusalOf(await siti.till.pay(payment(empty, 10_000))).code).toBe('ticket.empty');
  });

  test('cash twice, or nothing at all', async () => {
    const { ticketId, revision, totalRp } = await ringUp(siti, GOODS.noodles);
    const cash = { kind: 'cash' as const, receivedRp: 3_500 };
    const paying = async (tenders: (typeof cash)[]) =>
      refusalOf(await siti.till.pay({ ticketId, revision, totalRp, tenders })).code;
    expect(await paying([])).toBe('request.malformed');
    expect(await paying([cash, cash])).toBe('tender.twice');
  });
});

describe('two windows, two clicks', () => {
  test('a double click sends one command twice: one sale, the same answer', async () => {
    const order = payment(await ringUp(siti, GOODS.noodles), 5_000);
    const commandId = uuidv7();
    const [first, second] = await Promise.all([
      siti.till.pay(order, { commandId }),
      siti.till.pay(order, { commandId }),
    ]);
    expect(valueOf(first)).toEqual(valueOf(second));
    expect(sales()).toHaveLength(1);
  });

  test('so does a retry after a restart, when nobody remembers but the disk', async () => {
    const order = payment(await ringUp(siti, GOODS.noodles), 5_000);
    const commandId = uuidv7();
    const before = valueOf(await siti.till.pay(order, { commandId }));
    await shop.restart();
    siti = await shop.as('Siti');
    expect(valueOf(await siti.till.pay(order, { commandId }))).toEqual(before);
    expect(sales()).toHaveLength(1);
  });

  test('two different commands for one ticket sell it once', async () => {
    const order = payment(await ringUp(siti, GOODS.noodles));
    const replies = await Promise.all([siti.till.pay(order), siti.till.pay(order)]);
    expect(valueOf(replies[0]).receipt).toBe('SKM01-1-0001');
    expect(refusalOf(replies[1]).code).toBe('ticket.empty');
    expect(sales()).toHaveLength(1);
  });

  test('the second click comes when the next buyer’s goods are already on the ticket', async () => {
    const order = payment(await ringUp(siti, GOODS.noodles));
    valueOf(await siti.till.pay(order));
    const next = await ringUp(siti, GOODS.tea);
    expect(refusalOf(await siti.till.pay(order)).code).toBe('ticket.changed');
    expect(valueOf(await siti.till.ticket({}))).toEqual(next);
  });

  test('a window that has not seen the last change can not pay', async () => {
    const other = await shop.as('Joko');
    const seen = await ringUp(siti, GOODS.noodles);
    const now = await ringUp(other, GOODS.tea);
    expect(refusalOf(await siti.till.pay(payment(seen, 10_000))).code).toBe('ticket.changed');
    expect(valueOf(await siti.till.pay(payment(now, 10_000))).lineCount).toBe(2);
  });

  test('a command’s number is good for that command alone', async () => {
    const commandId = uuidv7();
    valueOf(await siti.till.scan({ code: GOODS.noodles }, { commandId }));
    expect(refusalOf(await siti.till.scan({ code: GOODS.tea }, { commandId })).code).toBe(
      'command.id-reused',
    );
    const order = payment(valueOf(await siti.till.ticket({})));
    expect(refusalOf(await siti.till.pay(order, { commandId })).code).toBe('command.id-reused');
    expect(valueOf(await siti.till.ticket({})).lines).toHaveLength(1);
  });
});

describe('numbers that leave no gap', () => {
  test('receipts follow each other through restarts, refusals and nights', async () => {
    const receipts: string[] = [];
    for (let night = 0; night < 3; night += 1) {
      receipts.push((await sell(siti, GOODS.noodles)).receipt);
      refusalOf(await siti.till.pay(payment(await ringUp(siti, GOODS.tea), 100)));
      await shop.restart();
      siti = await shop.as('Siti');
      // The tea is still on the ticket.
      receipts.push((await sell(siti)).receipt);
      await closeShift(siti, 200_000);
      const joko = await shop.as('Joko');
      valueOf(await joko.cash.closeDay({}));
      shop.till.clock.pass(24 * 3_600_000);
      await shop.restart();
      siti = await shop.as('Siti');
      await openShift(siti);
    }
    expect(receipts).toEqual(Array.from({ length: 6 }, (_, i) => `SKM01-1-000${i + 1}`));
    expect(sales().map((sale) => sale.body.perpetualGrossRp)).toEqual([
      3_500, 8_250, 11_750, 16_500, 20_000, 24_750,
    ]);
  });

  test('whatever is bought, a receipt adds up', async () => {
    const codes = fc.constantFrom(GOODS.noodles, GOODS.tea, GOODS.sweet);
    const basket = fc.record({
      pieces: fc.array(codes, { maxLength: 5 }),
      grams: fc.integer({ min: 1, max: 25_000 }),
      more: fc.nat(10_000_000),
    });
    await fc.assert(
      fc.asyncProperty(basket, async ({ pieces, grams, more }) => {
        valueOf(await siti.till.scan({ code: GOODS.rice, quantityThousandths: grams }));
        const ticket = await ringUp(siti, ...pieces);
        const paid = valueOf(await siti.till.pay(payment(ticket, ticket.cashDueRp + more)));
        expect(paid.totalRp).toBe(ticket.lines.reduce((sum, line) => sum + line.totalRp, 0));
        expect(paid.totalRp + paid.cashRoundingRp).toBe(paid.dueRp);
        expect(paid.receivedRp - paid.changeRp).toBe(paid.dueRp);
        expect(paid.dueRp % 100).toBe(0);
        expect(paid.changeRp).toBe(more);
      }),
      { numRuns: 25 },
    );
    const records = sales();
    expect(records.map((sale) => sale.body.number)).toEqual(records.map((_, i) => i + 1));
  });
});

describe('who is asking', () => {
  test('nobody sells without having signed in', async () => {
    const stranger = clientOf(shop.till.engine, 'f'.repeat(64));
    for (const client of [shop.till.nobody, stranger]) {
      expect(refusalOf(await client.till.scan({ code: GOODS.noodles })).code).toBe('session.required');
    }
  });
});
