import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import { countOut } from '../../../test/day/shop.ts';
import { recordsOfType } from '../../../test/support/journal.ts';
import { closeShift, GOODS, openShift, ringUp, sell, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
});

afterEach(() => shop.close());

describe('opening', () => {
  test('in the morning nothing is open, and today is proposed', async () => {
    expect(valueOf(await siti.cash.state({}))).toEqual({
      day: null,
      shift: null,
      proposedDate: '2026-04-15',
      lastZ: null,
    });
  });

  test('the first shift opens the business day with it', async () => {
    const shift = valueOf(await siti.cash.openShift({ floatRp: 200_000 }));
    expect(shift).toMatchObject({ number: 1, cashier: 'Siti', floatRp: 200_000, count: null });
    expect(valueOf(await siti.cash.state({}))).toMatchObject({
      day: { businessDate: '2026-04-15', shiftsClosed: 0, saleCount: 0 },
      shift,
    });
    expect(recordsOfType(shop, 'day-opened/1')).toHaveLength(1);
  });

  test('a second drawer is refused while one is open, and says whose', async () => {
    await openShift(siti);
    const budi = await shop.as('Budi');
    expect(refusalOf(await budi.cash.openShift({ floatRp: 0 }))).toMatchObject({
      code: 'shift.already-open',
      params: { cashier: 'Siti' },
    });
  });

  test('the afternoon’s shift is the day’s second, with takings of its own', async () => {
    await openShift(siti, 200_000);
    await sell(siti, GOODS.noodles);
    await closeShift(siti, 203_500);
    const budi = await shop.as('Budi');
    expect(valueOf(await budi.cash.openShift({ floatRp: 50_000 }))).toMatchObject({ number: 2 });
    await sell(budi, GOODS.noodles, GOODS.noodles);
    const { count } = valueOf(await budi.cash.lockCount({ counts: countOut(57_000) }));
    expect(count).toMatchObject({ expectedRp: 57_000, cashSalesRp: 7_000, cashSaleCount: 1, varianceRp: 0 });
    expect(recordsOfType(shop, 'day-opened/1')).toHaveLength(1);
  });
});

describe('the date of a business day', () => {
  /** Closes a day without a sale, so that there is a last one. */
  async function closedDay(businessDate: string | null = null): Promise<void> {
    valueOf(await siti.cash.openShift({ floatRp: 0, businessDate }));
    await closeShift(siti, 0);
    valueOf(await (await shop.as('Joko')).cash.closeDay({}));
  }

  test('goes on past midnight: a sale at one at night belongs to the evening', async () => {
    shop.till.clock.set('2026-04-15T16:30:00Z');
    await openShift(siti);
    shop.till.clock.pass(90 * 60_000);
    await sell(siti, GOODS.noodles);
    const [sale] = recordsOfType(shop, 'sale-completed/2');
    expect(sale).toMatchObject({
      businessDate: '2026-04-15',
      at: Date.parse('2026-04-15T18:00:00Z'),
      offset: 420,
    });
    await closeShift(siti, 203_500);
    const { businessDate } = valueOf(await (await shop.as('Joko')).cash.closeDay({}));
    expect(businessDate).toBe('2026-04-15');
    expect(valueOf(await siti.cash.state({})).proposedDate).toBe('2026-04-16');
  });

  test('is never one that was closed before, nor an earlier one', async () => {
    await closedDay();
    for (const businessDate of ['2026-04-15', '2026-04-14', '1999-12-31']) {
      expect(refusalOf(await siti.cash.openShift({ floatRp: 0, businessDate }))).toMatchObject({
        code: 'day.date-not-after-last',
        params: { last: '2026-04-15' },
      });
    }
  });

  test('may be tomorrow’s, but not next week’s: that is a slip', async () => {
    const refused = await siti.cash.openShift({ floatRp: 0, businessDate: '2026-04-17' });
    expect(refusalOf(refused)).toMatchObject({ code: 'day.date-far', params: { date: '2026-04-17' } });
    valueOf(await siti.cash.openShift({ floatRp: 0, businessDate: '2026-04-16' }));
  });

  test('follows the last Z where the PC has lost its clock', async () => {
    await closedDay();
    shop.till.clock.set('2009-01-01T00:00:00Z');
    const { proposedDate } = valueOf(await siti.cash.state({}));
    expect(proposedDate).toBe('2026-04-16');
    await closedDay(proposedDate);
    expect(valueOf(await siti.cash.state({}))).toMatchObject({
      proposedDate: '2026-04-17',
      lastZ: { zNumber: 2, businessDate: '2026-04-16' },
    });
  });

  test('can not be changed by opening a further shift', async () => {
    await openShift(siti, 0);
    await closeShift(siti, 0);
    valueOf(await siti.cash.openShift({ floatRp: 0, businessDate: '2026-04-16' }));
    expect(valueOf(await siti.cash.state({})).day?.businessDate).toBe('2026-04-15');
  });
});

describe('counting the drawer', () => {
  beforeEach(() => openShift(siti, 200_000));

  test('is blind: before it is locked nobody is told what the books expect', async () => {
    await sell(siti, GOODS.noodles);
    const state = JSON.stringify(valueOf(await siti.cash.state({})));
    expect(state).not.toContain('203500');
    expect(state).not.toMatch(/expected|cashSales/);
  });

  test('once locked, the books stand beside it', async () => {
    await sell(siti, GOODS.noodles);
    await sell(siti, GOODS.tea);
    shop.till.clock.pass(60_000);
    const { count } = valueOf(await siti.cash.lockCount({ counts: countOut(208_000) }));
    expect(count).toEqual({
      countedRp: 208_000,
      floatRp: 200_000,
      cashSalesRp: 8_200,
      cashSaleCount: 2,
      cashRefundsRp: 0,
      cashDebtsRp: 0,
      expectedRp: 208_200,
      varianceRp: -200,
      lockedAt: shop.till.clock.now(),
    });
  });

  test('can not be done again', async () => {
    valueOf(await siti.cash.lockCount({ counts: countOut(100_000) }));
    expect(refusalOf(await siti.cash.lockCount({ counts: countOut(200_000) })).code).toBe(
      'shift.already-counted',
    );
    expect(valueOf(await siti.cash.state({})).shift?.count?.countedRp).toBe(100_000);
  });

  test('waits for the goods on the ticket', async () => {
    await ringUp(siti, GOODS.noodles);
    expect(refusalOf(await siti.cash.lockCount({ counts: [] })).code).toBe('ticket.unfinished');
  });

  test.each([
    ['a note that does not exist', [{ kind: 'note', valueRp: 3_000, count: 1 }]],
    ['a coin that is a note', [{ kind: 'coin', valueRp: 50_000, count: 1 }]],
    [
      'the same note twice',
      [
        { kind: 'note', valueRp: 1_000, count: 1 },
        { kind: 'note', valueRp: 1_000, count: 2 },
      ],
    ],
    ['half a note', [{ kind: 'note', valueRp: 1_000, count: 0.5 }]],
    ['less than none', [{ kind: 'note', valueRp: 1_000, count: -1 }]],
  ] as const)('takes no %s', async (_what, counts) => {
    expect(refusalOf(await siti.cash.lockCount({ counts: [...counts] })).code).toBe('request.malformed');
    expect(valueOf(await siti.cash.state({})).shift?.count).toBeNull();
  });

  test('tells a note of Rp1.000 from a coin', async () => {
    const counts = [
      { kind: 'note' as const, valueRp: 1_000, count: 2 },
      { kind: 'coin' as const, valueRp: 1_000, count: 3 },
    ];
    valueOf(await siti.cash.lockCount({ counts }));
    expect(recordsOfType(shop, 'cash-counted/2')).toMatchObject([{ body: { counts, countedRp: 5_000 } }]);
  });
});

describe('closing the shift', () => {
  beforeEach(() => openShift(siti, 200_000));

  test('needs a count', async () => {
    expect(refusalOf(await siti.cash.closeShift({ reason: null })).code).toBe('shift.not-counted');
  });

  test('with a difference needs a reason, and then goes through', async () => {
    valueOf(await siti.cash.lockCount({ counts: countOut(195_000) }));
    expect(refusalOf(await siti.cash.closeShift({ reason: null })).code).toBe('shift.reason-required');
    const note = '  kembalian Bu Tini kelebihan  ';
    expect(valueOf(await siti.cash.closeShift({ reason: 'wrong-change', note })).varianceRp).toBe(-5_000);
    expect(recordsOfType(shop, 'shift-closed/1')).toMatchObject([
      { body: { varianceRp: -5_000, reason: 'wrong-change', note: 'kembalian Bu Tini kelebihan' } },
    ]);
  });

  test('without a difference keeps no reason, whatever was chosen', async () => {
    valueOf(await siti.cash.lockCount({ counts: countOut(200_000) }));
    valueOf(await siti.cash.closeShift({ reason: 'unknown' }));
    expect(recordsOfType(shop, 'shift-closed/1')).toMatchObject([{ body: { varianceRp: 0, reason: null } }]);
  });

  test('is for who opened it, or who manages the store', async () => {
    const [budi, joko] = [await shop.as('Budi'), await shop.as('Joko')];
    for (const reply of [
      await budi.cash.lockCount({ counts: [] }),
      await budi.cash.closeShift({ reason: 'unknown' }),
    ]) {
      expect(refusalOf(reply)).toMatchObject({ code: 'shift.other-cashier', params: { cashier: 'Siti' } });
    }
    await closeShift(joko, 200_000);
    expect(recordsOfType(shop, 'shift-closed/1')).toMatchObject([{ actor: await shop.staffId('Joko') }]);
  });

  test('can not be done when none is open', async () => {
    await closeShift(siti, 200_000);
    expect(refusalOf(await siti.cash.lockCount({ counts: [] })).code).toBe('shift.closed');
    expect(refusalOf(await siti.cash.closeShift({ reason: null })).code).toBe('shift.closed');
  });

  test('half-way through a power cut goes on where it was', async () => {
    valueOf(await siti.cash.lockCount({ counts: countOut(200_000) }));
    await shop.restart();
    siti = await shop.as('Siti');
    expect(valueOf(await siti.cash.state({})).shift?.count?.countedRp).toBe(200_000);
    expect(valueOf(await siti.cash.closeShift({ reason: null })).varianceRp).toBe(0);
  });
});
