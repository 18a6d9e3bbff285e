import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ApprovalSubject } from '../../../shared/contract/approvals.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { returnSubject } from '../../../shared/domain/returns.ts';
import { recordsOf, recordsOfType } from '../../../test/support/journal.ts';
import { allowReturn, goodsOf, returning, type Goods } from '../../../test/support/returning.ts';
import { closeShift, GOODS, openShift, PEOPLE, sell, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

const MINUTE = 60_000;

let shop: SmallShop;
let siti: TillClient;
let joko: string;
/** A sale of one bottle of tea that a buyer brings back. */
let tea: Goods;
let subject: ApprovalSubject;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
  joko = await shop.staffId('Joko');
  await openShift(siti);
  const { saleId } = await sell(siti, GOODS.tea);
  tea = await goodsOf(siti, saleId);
  subject = returnSubject(saleId, tea.lines, rupiah(4_750));
});

afterEach(() => shop.close());

const ask = async (pin: string = PEOPLE.Joko.pin, approverId = joko) =>
  siti.staff.approve({ approverId, pin, subject, amountRp: 4_750 });
const giveBack = async (approvalId: string | null, goods = tea) =>
  siti.returns.complete({ ...(await returning(siti, goods)), approvalId });
const returns = () => recordsOfType(shop, 'sale-returned/1');

describe('who may allow something', () => {
  test('a cashier asks whoever manages the store, or the board', async () => {
    const people = valueOf(await siti.staff.approvers({ action: 'return' }));
    expect(people.map(({ name, role }) => [name, role])).toEqual([
      ['Ratna', 'pengurus'],
      ['Joko', 'pengelola'],
    ]);
  });

  test('another cashier allows nothing, and their PIN is not even looked at', async () => {
    const budi = await shop.staffId('Budi');
    expect(refusalOf(await ask(PEOPLE.Budi.pin, budi))).toMatchObject({
      code: 'approval.not-theirs',
      params: { name: 'Budi' },
    });
    expect(refusalOf(await ask('0000', budi)).code).toBe('approval.not-theirs');
  });

  test('whoever may do it needs nobody, and answers for it alone', async () => {
    const client = await shop.as('Joko');
    valueOf(await client.returns.complete(await returning(client, tea)));
    expect(returns()).toMatchObject([{ body: { approvalId: null, approvedBy: 'Joko' } }]);
  });
});

describe('an approval', () => {
  test('is on record with both people, and lets the cashier do that one thing', async () => {
    expect(refusalOf(await giveBack(null))).toMatchObject({
      code: 'approval.required',
      params: { action: 'return', amountRp: 4_750 },
    });
    const given = valueOf(await ask());
    if (given.status !== 'given') throw new Error(given.status);
    const [record] = recordsOfType(shop, 'approval-given/1');
    expect(record).toMatchObject({
      actor: await shop.staffId('Siti'),
      body: {
        approvalId: given.approvalId,
        action: 'return',
        amountRp: 4_750,
        approver: 'Joko',
        approverId: joko,
        requester: 'Siti',
        requesterId: await shop.staffId('Siti'),
      },
    });
    valueOf(await giveBack(given.approvalId));
    expect(returns()).toMatchObject([
      { body: { cashier: 'Siti', approvalId: given.approvalId, approvedBy: 'Joko' } },
    ]);
  });

  test('leaves the session what it was', async () => {
    valueOf(await ask());
    expect(valueOf(await siti.staff.me({})).role).toBe('kasir');
    expect(refusalOf(await siti.cash.closeDay({})).code).toBe('permission.denied');
  });

  test('is gone once it was used', async () => {
    const again = await sell(siti, GOODS.tea, GOODS.tea);
    const one = await goodsOf(siti, again.saleId, { 0: 1_000 });
    const approvalId = await allowReturn(shop, siti, one);
    valueOf(await giveBack(approvalId, one));
    expect(refusalOf(await giveBack(approvalId, one)).code).toBe('approval.used');
    expect(returns()).toHaveLength(1);
  });

  test('is not used up by a command that is asked again under its own id', async () => {
    const input = { ...(await returning(siti, tea)), approvalId: await allowReturn(shop, siti, tea) };
    const commandId = uuidv7();
    const first = valueOf(await siti.returns.complete(input, { commandId }));
    const count = recordsOf(shop.till.dir.path).length;
    expect(valueOf(await siti.returns.complete(input, { commandId }))).toEqual(first);
    expect(recordsOf(shop.till.dir.path)).toHaveLength(count);
  });

  test('stays good where the command was refused for something else', async () => {
    const approvalId = await allowReturn(shop, siti, tea);
    const input = { ...(await returning(siti, tea)), approvalId };
    expect(refusalOf(await siti.returns.complete({ ...input, refundRp: 4_800 })).code).toBe('return.changed');
    valueOf(await siti.returns.complete(input));
  });

  test('given for other goods, another sum or to another cashier does not fit', async () => {
    const other = await sell(siti, GOODS.tea, GOODS.tea);
    const both = await goodsOf(siti, other.saleId);
    const one = await goodsOf(siti, other.saleId, { 0: 1_000 });
    const forOne = await allowReturn(shop, siti, one);
    expect(refusalOf(await giveBack(forOne, both)).code).toBe('approval.unfit');
    expect(refusalOf(await giveBack(forOne)).code).toBe('approval.unfit');
    expect(refusalOf(await giveBack(uuidv7(), one)).code).toBe('approval.unfit');
    const budi = await shop.as('Budi');
    const asBudi = { ...(await returning(budi, one)), approvalId: forOne };
    expect(refusalOf(await budi.returns.complete(asBudi)).code).toBe('approval.unfit');
    valueOf(await giveBack(forOne, one));
  });

  test('over less than the action costs does not cover it', async () => {
    const given = valueOf(
      await siti.staff.approve({ approverId: joko, pin: PEOPLE.Joko.pin, subject, amountRp: 4_000 }),
    );
    if (given.status !== 'given') throw new Error(given.status);
    expect(refusalOf(await giveBack(given.approvalId)).code).toBe('approval.unfit');
  });

  test('lasts ten minutes', async () => {
    const approvalId = await allowReturn(shop, siti, tea);
    shop.till.clock.pass(10 * MINUTE + 1);
    expect(refusalOf(await giveBack(approvalId)).code).toBe('approval.expired');
    const fresh = await allowReturn(shop, siti, tea);
    shop.till.clock.pass(10 * MINUTE);
    valueOf(await giveBack(fresh));
  });

  test('does not come back to life when somebody sets the clock', async () => {
    const approvalId = await allowReturn(shop, siti, tea);
    shop.till.clock.set('2026-04-15T00:30:00Z');
    expect(refusalOf(await giveBack(approvalId)).code).toBe('approval.expired');
  });

  test('ends with its shift', async () => {
    const approvalId = await allowReturn(shop, siti, tea);
    await closeShift(siti, 204_700);
    expect(refusalOf(await ask()).code).toBe('shift.closed');
    await openShift(siti);
    expect(refusalOf(await giveBack(approvalId)).code).toBe('approval.expired');
  });

  test('waits over a restart of the till', async () => {
    const approvalId = await allowReturn(shop, siti, tea);
    await shop.restart();
    siti = await shop.as('Siti');
    valueOf(await giveBack(approvalId));
    expect(returns()).toHaveLength(1);
  });
});

describe('a wrong PIN', () => {
  test('is counted together with those at signing in, and five lock the person out', async () => {
    expect(valueOf(await ask('0000'))).toEqual({ status: 'wrong-pin', triesLeft: 4 });
    valueOf(await shop.till.nobody.staff.signIn({ staffId: joko, pin: '0000' }));
    expect(valueOf(await ask('0000'))).toEqual({ status: 'wrong-pin', triesLeft: 2 });
    await Promise.all([ask('0000'), ask('0000')]);
    expect(valueOf(await ask())).toMatchObject({ status: 'locked' });
    const signIn = valueOf(await shop.till.nobody.staff.signIn({ staffId: joko, pin: PEOPLE.Joko.pin }));
    expect(signIn.status).toBe('locked');
    expect(recordsOfType(shop, 'sign-in-locked/1')).toHaveLength(1);
    expect(recordsOfType(shop, 'approval-given/1')).toHaveLength(0);
    shop.till.clock.pass(MINUTE);
    expect(valueOf(await ask())).toMatchObject({ status: 'given' });
  });

  test('is forgotten after the right one', async () => {
    valueOf(await ask('0000'));
    valueOf(await ask());
    expect(valueOf(await ask('0000'))).toEqual({ status: 'wrong-pin', triesLeft: 4 });
  });

  test('and the right one are in no record', async () => {
    valueOf(await ask());
    const text = JSON.stringify(recordsOf(shop.till.dir.path));
    // As a value of its own: its digits may stand in a hash by chance.
    expect(text).not.toContain(`"${PEOPLE.Joko.pin}"`);
  });
});
