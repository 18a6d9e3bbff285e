import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../../shared/contract/index.ts';
import type { TenderInput, Ticket } from '../../../../shared/contract/till.ts';
import { recordsOf, recordsOfType } from '../../../../test/support/journal.ts';
import { allowReturn, goodsOf, returning } from '../../../../test/support/returning.ts';
import {
  closeShift,
  GOODS,
  openShift,
  payment,
  ringUp,
  sell,
  SmallShop,
} from '../../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../../test/support/till.ts';

const DAY = 24 * 3_600_000;

let shop: SmallShop;
let siti: TillClient;
/** Manages the store, so that he takes goods back without asking anybody. */
let joko: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
  joko = await shop.as('Joko');
  await openShift(siti);
});

afterEach(() => shop.close());

const returns = () => recordsOfType(shop, 'sale-returned/1');
const onHand = async (name: string) => {
  const ratna = await shop.as('Ratna');
  return valueOf(await ratna.catalog.list({ text: name })).products[0]!.onHandThousandths;
};
/** Pays the open ticket as it is said. */
const paidBy = async (tenders: TenderInput[], ticket?: Ticket) => {
  const open = ticket ?? valueOf(await siti.till.ticket({}));
  return valueOf(await siti.till.pay({ ...payment(open), tenders }));
};
const waysOf = async (saleId: string) =>
  valueOf(await joko.returns.preview(await goodsOf(joko, saleId))).ways.map(({ kind, refundRp, cashRp }) => [
    kind,
    refundRp,
    cashRp,
  ]);

async function aMember(limitRp = 0, sukarelaRp = 0): Promise<string> {
  const member = valueOf(
    await joko.members.saveMember({
      memberId: null,
      number: null,
      name: 'Bu Tin',
      phone: '',
      address: '',
      tier: 'umum',
      cardCodes: [],
      creditLimitRp: limitRp,
      active: true,
      joinedOn: null,
    }),
  );
  const { memberId } = member;
  valueOf(await joko.members.setSavings({ memberId, pokokRp: 0, wajibRp: 0, sukarelaRp }));
  return memberId;
}

describe('goods that come back', () => {
  test('are paid back in cash, stand in the shop again and have a number of their own', async () => {
    const before = await onHand('Teh');
    const { saleId, receipt } = await sell(siti, GOODS.tea, GOODS.tea, GOODS.noodles);
    const back = valueOf(
      await joko.returns.complete(await returning(joko, await goodsOf(joko, saleId, { 0: 1_000 }))),
    );
    expect(back).toMatchObject({
      receipt: 'SKM01-1-R001',
      totalRp: 4_750,
      refundRp: 4_700,
      refunds: [{ kind: 'cash', amountRp: 4_700 }],
      printJobId: null,
    });
    expect(await onHand('Teh')).toBe(before - 1_000);
    expect(returns()).toMatchObject([
      {
        businessDate: '2026-04-15',
        actor: await shop.staffId('Joko'),
        body: {
          returnId: back.returnId,
          cashier: 'Siti',
          number: 1,
          sale: { saleId, receipt, number: 1, businessDate: '2026-04-15' },
          lines: [
            {
              name: 'Teh Botol 350 ml',
              quantityThousandths: 1_000,
              soldThousandths: 2_000,
              condition: 'sellable',
            },
          ],
          roundingRp: -50,
          reason: 'wrong-item',
          approvedBy: 'Joko',
          perpetualRefundRp: 4_750,
        },
      },
    ]);
    const sale = valueOf(await siti.returns.sale({ saleId }));
    expect(sale.lines.map((line) => [line.leftThousandths, line.leftRp])).toEqual([
      [1_000, 4_750],
      [1_000, 3_500],
    ]);
  });

  test('all of it gives back all that was paid, in one go or piece by piece', async () => {
    const whole = await sell(siti, GOODS.tea, GOODS.tea, GOODS.sweet);
    expect(
      valueOf(await joko.returns.complete(await returning(joko, await goodsOf(joko, whole.saleId)))).refundRp,
    ).toBe(whole.dueRp);
    const pieces = await sell(siti, GOODS.tea, GOODS.tea, GOODS.sweet);
    const given: number[] = [];
    for (const piece of [{ 0: 1_000 }, { 1: 1_000 }, { 0: 1_000 }]) {
      const goods = await goodsOf(joko, pieces.saleId, piece);
      given.push(valueOf(await joko.returns.complete(await returning(joko, goods))).refundRp);
    }
    expect(given).toEqual([4_700, 100, 4_700]);
    expect(given.reduce((sum, each) => sum + each, 0)).toBe(pieces.dueRp);
  });

  test('that are damaged are here, but can not be sold', async () => {
    const before = await onHand('Teh');
    const { saleId } = await sell(siti, GOODS.tea);
    const goods = await goodsOf(joko, saleId);
    const damaged = {
      ...goods,
      lines: goods.lines.map((line) => ({ ...line, condition: 'damaged' as const })),
    };
    valueOf(await joko.returns.complete(await returning(joko, damaged)));
    expect(await onHand('Teh')).toBe(before - 1_000);
  });

  test('by weight come back by weight, packets only whole', async () => {
    valueOf(await siti.till.scan({ code: GOODS.rice, quantityThousandths: 1_250 }));
    const { saleId } = await sell(siti, GOODS.noodles);
    const sale = valueOf(await siti.returns.sale({ saleId }));
    expect(sale.lines.map((line) => line.fractional)).toEqual([true, false]);
    const half = await goodsOf(joko, saleId, { 1: 500 });
    expect(refusalOf(await joko.returns.preview(half)).code).toBe('quantity.fraction');
    const rice = await goodsOf(joko, saleId, { 0: 333 });
    expect(valueOf(await joko.returns.complete(await returning(joko, rice)))).toMatchObject({
      totalRp: 4_962,
      refundRp: 4_900,
    });
  });

  test('take the cash out of what the count expects', async () => {
    const { saleId } = await sell(siti, GOODS.noodles, GOODS.noodles);
    const one = await goodsOf(joko, saleId, { 0: 1_000 });
    valueOf(await joko.returns.complete(await returning(joko, one)));
    await closeShift(siti, 203_500);
    const counted = recordsOfType(shop, 'cash-counted/2').at(-1);
    expect(counted?.body).toMatchObject({
      expectedRp: 203_500,
      cashSalesRp: 7_000,
      cashRefundsRp: 3_500,
      cashRefundCount: 1,
    });
  });
});

describe('nothing comes back twice', () => {
  test('more than is left of a line, in one return or over several', async () => {
    const { saleId } = await sell(siti, GOODS.tea, GOODS.tea);
    const both = await goodsOf(joko, saleId);
    const input = await returning(joko, both);
    const three = { ...both, lines: both.lines.map((line) => ({ ...line, quantityThousandths: 3_000 })) };
    expect(refusalOf(await joko.returns.complete({ ...input, ...three }))).toMatchObject({
      code: 'return.too-many',
      params: { name: 'Teh Botol 350 ml', left: '2 botol' },
    });
    const twice = { ...both, lines: [...both.lines, ...both.lines] };
    expect(refusalOf(await joko.returns.complete({ ...input, ...twice })).code).toBe('return.too-many');
    valueOf(await joko.returns.complete(input));
    expect(refusalOf(await joko.returns.complete(input))).toMatchObject({
      code: 'return.too-many',
      params: { left: '' },
    });
    expect(returns()).toHaveLength(1);
  });

  test('a double click gives the same answer and no second return', async () => {
    const { saleId } = await sell(siti, GOODS.tea, GOODS.tea);
    const input = await returning(joko, await goodsOf(joko, saleId, { 0: 1_000 }));
    const commandId = uuidv7();
    const clicks = await Promise.all([1, 2, 3].map(() => joko.returns.complete(input, { commandId })));
    expect(new Set(clicks.map((reply) => JSON.stringify(valueOf(reply)))).size).toBe(1);
    expect(returns()).toHaveLength(1);
  });

  test('a return has nothing to return', async () => {
    const { saleId } = await sell(siti, GOODS.tea);
    const back = valueOf(await joko.returns.complete(await returning(joko, await goodsOf(joko, saleId))));
    expect(refusalOf(await joko.returns.sale({ saleId: back.returnId })).code).toBe('return.of-return');
    expect(refusalOf(await joko.returns.sale({ saleId: uuidv7() })).code).toBe('sale.unknown');
  });

  test('goods of another sale, nothing at all, or less than nothing are refused', async () => {
    const one = await goodsOf(joko, (await sell(siti, GOODS.tea)).saleId);
    const other = await goodsOf(joko, (await sell(siti, GOODS.noodles)).saleId);
    const input = await returning(joko, one);
    const wrong = [
      { lines: other.lines },
      { lines: [] },
      { lines: one.lines.map((line) => ({ ...line, quantityThousandths: 0 })) },
      { lines: one.lines.map((line) => ({ ...line, quantityThousandths: -1_000 })) },
    ];
    const codes = await Promise.all(
      wrong.map(async (change) => refusalOf(await joko.returns.complete({ ...input, ...change })).code),
    );
    expect(codes).toEqual([
      'ticket.line-unknown',
      'request.malformed',
      'quantity.invalid',
      'quantity.invalid',
    ]);
    expect(returns()).toHaveLength(0);
  });

  test('another sum than was seen is not paid out', async () => {
    const { saleId } = await sell(siti, GOODS.tea);
    const input = await returning(joko, await goodsOf(joko, saleId));
    expect(refusalOf(await joko.returns.complete({ ...input, refundRp: 4_800 }))).toMatchObject({
      code: 'return.changed',
      params: { refundRp: 4_700 },
    });
  });
});

describe('who may take goods back, and until when', () => {
  test('a cashier asks each time, with "another reason" only in words', async () => {
    const { saleId } = await sell(siti, GOODS.tea);
    const goods = await goodsOf(siti, saleId);
    expect(valueOf(await siti.returns.preview(goods)).needsApproval).toBe(true);
    expect(valueOf(await joko.returns.preview(goods)).needsApproval).toBe(false);
    const input = { ...(await returning(siti, goods)), reason: 'other' as const };
    expect(refusalOf(await siti.returns.complete(input)).code).toBe('return.note-required');
    const said = { ...input, note: 'salah beli rasa' };
    expect(refusalOf(await siti.returns.complete(said)).code).toBe('approval.required');
    const approvalId = await allowReturn(shop, siti, goods);
    valueOf(await siti.returns.complete({ ...said, approvalId }));
    expect(returns()[0]?.body).toMatchObject({
      reason: 'other',
      note: 'salah beli rasa',
      approvedBy: 'Joko',
    });
  });

  test('small amounts may be left to the cashier; late ones never are', async () => {
    const ratna = await shop.as('Ratna');
    const policy = valueOf(await ratna.policy.get({}));
    const approvals = { ...policy.approvals, return: { role: 'pengelola' as const, aboveRp: 10_000 } };
    valueOf(await ratna.policy.save({ ...policy, approvals }));
    const [early, late] = [await sell(siti, GOODS.tea), await sell(siti, GOODS.tea)];
    valueOf(await siti.returns.complete(await returning(siti, await goodsOf(siti, early.saleId))));
    await closeShift(siti, 204_700);
    valueOf(await joko.cash.closeDay({}));
    shop.till.clock.pass(8 * DAY);
    await openShift(siti);
    expect(valueOf(await siti.returns.sale({ saleId: late.saleId })).late).toBe(true);
    const goods = await goodsOf(siti, late.saleId);
    const input = await returning(siti, goods);
    expect(refusalOf(await siti.returns.complete(input)).code).toBe('approval.required');
    const approvalId = await allowReturn(shop, siti, goods);
    valueOf(await siti.returns.complete({ ...input, approvalId }));
  });

  test('without an open shift nobody takes anything back', async () => {
    const { saleId } = await sell(siti, GOODS.tea);
    const input = await returning(joko, await goodsOf(joko, saleId));
    await closeShift(siti, 204_700);
    expect(refusalOf(await joko.returns.complete(input)).code).toBe('shift.closed');
    expect(refusalOf(await joko.till.beginExchange(await goodsOf(joko, saleId))).code).toBe('shift.closed');
  });
});

describe('how it is paid back', () => {
  test('a transfer goes back to the bank under a number, or in cash', async () => {
    await ringUp(siti, GOODS.tea);
    const { saleId } = await paidBy([{ kind: 'transfer', amountRp: 4_750, reference: 'BRI 7731' }]);
    expect(await waysOf(saleId)).toEqual([
      ['transfer', 4_750, 0],
      ['cash', 4_700, 4_700],
    ]);
    const goods = await goodsOf(joko, saleId);
    const unnamed = await returning(joko, goods, { kind: 'transfer', reference: '' });
    expect(refusalOf(await joko.returns.complete(unnamed)).code).toBe('tender.reference-required');
    const named = await returning(joko, goods, { kind: 'transfer', reference: 'BRI 8801' });
    expect(valueOf(await joko.returns.complete(named)).refunds).toEqual([
      { kind: 'transfer', amountRp: 4_750, reference: 'BRI 8801' },
    ]);
  });

  test('never more by a way than came by it: the rest is cash', async () => {
    await ringUp(siti, GOODS.tea, GOODS.tea);
    const { saleId } = await paidBy([
      { kind: 'card', amountRp: 3_000, reference: 'EDC 12' },
      { kind: 'cash', receivedRp: 6_500 },
    ]);
    expect(await waysOf(saleId)).toEqual([
      ['cash', 9_500, 9_500],
      ['card', 9_500, 6_500],
    ]);
    const one = await goodsOf(joko, saleId, { 0: 1_000 });
    const byCard = await returning(joko, one, { kind: 'card', reference: 'EDC 44' });
    expect(valueOf(await joko.returns.complete(byCard)).refunds).toEqual([
      { kind: 'card', amountRp: 3_000, reference: 'EDC 44' },
      { kind: 'cash', amountRp: 1_700 },
    ]);
    expect(await waysOf(saleId)).toEqual([['cash', 4_800, 4_800]]);
    const again = { ...(await returning(joko, one)), refund: { kind: 'card' as const, reference: 'EDC 45' } };
    expect(refusalOf(await joko.returns.complete(again))).toMatchObject({
      code: 'return.way-unfit',
      params: { owed: 0 },
    });
  });

  test('goods that are not paid for come off the debt; what was paid already comes in cash', async () => {
    const memberId = await aMember(50_000);
    await ringUp(siti, GOODS.tea, GOODS.tea);
    const ticket = valueOf(await siti.till.setBuyer({ memberId, buyerId: null }));
    const { saleId } = await paidBy(
      [
        { kind: 'kasbon', amountRp: 6_000 },
        { kind: 'cash', receivedRp: 3_500 },
      ],
      ticket,
    );
    expect(await waysOf(saleId)).toEqual([['debt', 9_500, 3_500]]);
    const inCash = {
      ...(await returning(joko, await goodsOf(joko, saleId))),
      refund: { kind: 'cash' as const },
    };
    expect(refusalOf(await joko.returns.complete(inCash))).toMatchObject({
      code: 'return.way-unfit',
      params: { owed: 1 },
    });
    const one = await returning(joko, await goodsOf(joko, saleId, { 0: 1_000 }), { kind: 'debt' });
    expect(valueOf(await joko.returns.complete(one)).refunds).toEqual([
      { kind: 'kasbon', amountRp: 4_750, memberId },
    ]);
    expect(valueOf(await joko.members.member({ memberId })).owesRp).toBe(1_250);
    const other = await returning(joko, await goodsOf(joko, saleId), { kind: 'debt' });
    expect(valueOf(await joko.returns.complete(other)).refunds).toEqual([
      { kind: 'kasbon', amountRp: 1_250, memberId },
      { kind: 'cash', amountRp: 3_500 },
    ]);
    expect(valueOf(await joko.members.member({ memberId })).owesRp).toBe(0);
  });

  test('what came from savings goes back to them', async () => {
    const memberId = await aMember(0, 20_000);
    await ringUp(siti, GOODS.tea);
    const ticket = valueOf(await siti.till.setBuyer({ memberId, buyerId: null }));
    const { saleId } = await paidBy([{ kind: 'savings', amountRp: 4_750 }], ticket);
    expect(await waysOf(saleId)).toEqual([
      ['savings', 4_750, 0],
      ['cash', 4_700, 4_700],
    ]);
    const input = await returning(joko, await goodsOf(joko, saleId), { kind: 'savings' });
    valueOf(await joko.returns.complete(input));
    expect(valueOf(await joko.members.member({ memberId })).savings?.sukarelaRp).toBe(20_000);
  });
});

describe('exchanging goods', () => {
  test('is set against the ticket, and the buyer pays the difference', async () => {
    const { saleId, receipt } = await sell(siti, GOODS.noodles);
    const goods = await goodsOf(joko, saleId);
    const begun = valueOf(await joko.till.beginExchange(goods));
    expect(begun.exchange).toEqual({ saleId, receipt, lines: 1, totalRp: 3_500 });
    expect(returns()).toHaveLength(0);
    const ticket = await ringUp(siti, GOODS.tea);
    expect(ticket).toMatchObject({ totalRp: 4_750, cashDueRp: 1_200 });
    const paid = valueOf(await siti.till.pay(payment(ticket, 2_000)));
    expect(paid).toMatchObject({ changeRp: 800, exchange: { receipt: 'SKM01-1-R001', cashRp: 0 } });
    const [back] = returns();
    expect(back?.body.refunds).toEqual([{ kind: 'exchange', amountRp: 3_500 }]);
    expect(paid.tenders[0]).toEqual({ kind: 'exchange', amountRp: 3_500, returnId: back?.body.returnId });
    expect(valueOf(await siti.till.ticket({})).exchange).toBeNull();
  });

  test('for less gives the rest in cash', async () => {
    const { saleId } = await sell(siti, GOODS.tea, GOODS.tea);
    valueOf(await joko.till.beginExchange(await goodsOf(joko, saleId)));
    const ticket = await ringUp(siti, GOODS.noodles);
    const paid = valueOf(await siti.till.pay(payment(ticket, 0)));
    expect(paid).toMatchObject({ totalRp: 3_500, dueRp: 3_500, exchange: { cashRp: 6_000 } });
    expect(returns()[0]?.body.refunds).toEqual([
      { kind: 'exchange', amountRp: 3_500 },
      { kind: 'cash', amountRp: 6_000 },
    ]);
    await closeShift(siti, 203_500);
    expect(recordsOfType(shop, 'shift-closed/1').at(-1)?.body.varianceRp).toBe(0);
  });

  test('of goods that are still owed for pays off the debt before it gives cash', async () => {
    const memberId = await aMember(50_000);
    await ringUp(siti, GOODS.tea, GOODS.tea);
    const onAccount = valueOf(await siti.till.setBuyer({ memberId, buyerId: null }));
    const { saleId } = await paidBy([{ kind: 'kasbon', amountRp: 9_500 }], onAccount);
    valueOf(await joko.till.beginExchange(await goodsOf(joko, saleId)));
    valueOf(await siti.till.pay(payment(await ringUp(siti, GOODS.noodles), 0)));
    expect(returns()[0]?.body.refunds).toEqual([
      { kind: 'exchange', amountRp: 3_500 },
      { kind: 'kasbon', amountRp: 6_000, memberId },
    ]);
    expect(valueOf(await joko.members.member({ memberId })).owesRp).toBe(3_500);
  });

  test('is not begun twice, and given up it leaves nothing behind', async () => {
    const { saleId } = await sell(siti, GOODS.noodles);
    const goods = await goodsOf(joko, saleId);
    expect(refusalOf(await siti.till.beginExchange(goods)).code).toBe('approval.required');
    const approvalId = await allowReturn(shop, siti, goods);
    valueOf(await siti.till.beginExchange({ ...goods, approvalId }));
    expect(refusalOf(await siti.till.beginExchange(goods)).code).toBe('exchange.already');
    expect(valueOf(await siti.till.cancelExchange({})).exchange).toBeNull();
    const paid = await sell(siti, GOODS.tea);
    expect(paid.exchange).toBeNull();
    expect(returns()).toHaveLength(0);
  });

  test('of goods that came back meanwhile is refused, and nothing is sold', async () => {
    const { saleId } = await sell(siti, GOODS.noodles);
    const goods = await goodsOf(joko, saleId);
    valueOf(await joko.till.beginExchange(goods));
    const ticket = await ringUp(siti, GOODS.tea);
    valueOf(await joko.returns.complete(await returning(joko, goods)));
    const count = recordsOf(shop.till.dir.path).length;
    expect(refusalOf(await siti.till.pay(payment(ticket, 1_200))).code).toBe('return.too-many');
    expect(recordsOf(shop.till.dir.path)).toHaveLength(count);
    valueOf(await siti.till.cancelExchange({}));
    valueOf(await siti.till.pay(payment(valueOf(await siti.till.ticket({})), 5_000)));
  });

  test('goes aside with its ticket and comes back with it', async () => {
    const { saleId } = await sell(siti, GOODS.noodles);
    valueOf(await joko.till.beginExchange(await goodsOf(joko, saleId)));
    const { ticketId, revision } = await ringUp(siti, GOODS.tea);
    expect(valueOf(await siti.till.park({ ticketId, revision, label: 'Bu Tin' })).exchange).toBeNull();
    expect(valueOf(await siti.till.recall({ ticketId })).exchange).toMatchObject({ saleId, totalRp: 3_500 });
  });
});
