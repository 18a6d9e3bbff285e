import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import { recordsOfType } from '../../../test/support/journal.ts';
import {
  closeShift,
  GOODS,
  openShift,
  PEOPLE,
  ringUp,
  sell,
  SmallShop,
} from '../../../test/support/small-shop.ts';
import { TamperedTill } from '../../../test/support/tampering.ts';
import { lineOf, refusalOf, scratchDir, TestTill, valueOf } from '../../../test/support/till.ts';

const HOUR = 3_600_000;

let shop: SmallShop;
let siti: TillClient;
let joko: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
  joko = await shop.as('Joko');
});

afterEach(() => shop.close());

const today = async () => valueOf(await joko.reports.daily({ businessDate: '2026-04-15' }));

describe('the report of a day', () => {
  test('that is still running has totals and hours, and nothing that only a Z can prove', async () => {
    await openShift(siti, 200_000);
    await sell(siti, GOODS.noodles, GOODS.noodles);
    shop.till.clock.pass(3 * HOUR);
    await sell(siti, GOODS.tea);
    expect(await today()).toMatchObject({
      closed: false,
      seal: null,
      saleCount: 2,
      lineCount: 2,
      grossRp: 11_750,
      roundingRp: -50,
      netRp: 11_700,
      averageRp: 5_850,
      tenders: [{ kind: 'cash', count: 2, amountRp: 11_700 }],
      categories: [
        { category: 'Mi instan', quantityThousandths: 2_000, lines: 1, amountRp: 7_000 },
        { category: 'Minuman', quantityThousandths: 1_000, lines: 1, amountRp: 4_750 },
      ],
      hours: [
        { hour: 8, amountRp: 7_000 },
        { hour: 11, amountRp: 4_750 },
      ],
      // The count is still to come: nobody may read what it should be.
      shifts: [{ number: 1, cashier: 'Siti', floatRp: 200_000, expectedRp: null, countedRp: null }],
      events: [],
    });
  });

  test('past midnight has its hours in the order they came', async () => {
    shop.till.clock.set('2026-04-15T16:10:00Z');
    await openShift(siti);
    await sell(siti, GOODS.tea);
    shop.till.clock.pass(HOUR);
    await sell(siti, GOODS.noodles);
    expect((await today()).hours.map(({ hour }) => hour)).toEqual([23, 0]);
  });

  test('that was closed carries the seal of its Z', async () => {
    await openShift(siti, 100_000);
    await sell(siti, GOODS.tea);
    await closeShift(siti, 104_000);
    valueOf(await joko.cash.closeDay({}));
    const [z] = recordsOfType(shop, 'day-closed/2');
    const report = await today();
    expect(report).toMatchObject({
      closed: true,
      seal: {
        zNumber: 1,
        closedBy: 'Joko',
        firstSeq: z!.body.firstSeq,
        lastSeq: z!.body.lastSeq,
        headHash: z!.body.headHash,
        signature: z!.body.signature,
        previousZHash: null,
        perpetualGrossRp: 4_750,
        perpetualNetRp: 4_700,
      },
      shifts: [{ expectedRp: 104_700, countedRp: 104_000, varianceRp: -700, reason: 'miscount' }],
      events: [{ kind: 'cash-variance', who: 'Siti', subject: 'miscount', amountRp: -700 }],
    });
  });

  test('lists what was out of the ordinary, with who did it', async () => {
    await openShift(siti);
    const { saleId } = await sell(siti, GOODS.noodles);
    const { lines } = await ringUp(siti, GOODS.tea, GOODS.noodles);
    valueOf(await joko.till.removeLine({ lineId: lines[0]!.lineId }));
    valueOf(await siti.till.abandon({ ticketId: (await ringUp(siti)).ticketId, reason: 'no-money' }));
    valueOf(await siti.sales.reprint({ saleId }));
    const report = await today();
    expect(report.events.map(({ kind, who, subject, amountRp }) => [kind, who, subject, amountRp])).toEqual([
      ['line-voided', 'Joko', 'mistake Teh Botol 350 ml', 4_750],
      ['ticket-abandoned', 'Siti', 'no-money 1', 3_500],
      ['receipt-reprinted', 'Siti', 'SKM01-1-0001', null],
    ]);
    expect(report).toMatchObject({ voidedLines: 1, voidedRp: 4_750, abandonedTickets: 1, reprints: 1 });
  });

  test('counts all events, though it lists only the first two hundred', async () => {
    await openShift(siti);
    const { ticket, lineId } = lineOf(
      await siti.till.scan({ code: GOODS.noodles, quantityThousandths: 206_000 }),
    );
    for (let left = 205; left > 0; left -= 1) {
      valueOf(await siti.till.setQuantity({ lineId, quantityThousandths: left * 1_000 }));
    }
    shop.till.clock.set('2026-04-15T00:10:00Z');
    valueOf(await siti.till.abandon({ ticketId: ticket.ticketId }));
    const report = await today();
    expect(report.events).toHaveLength(200);
    expect(report).toMatchObject({ voidedLines: 205, abandonedTickets: 1, clockJumps: 1 });
  });

  test('of a day that never was is refused', async () => {
    for (const reply of [
      await joko.reports.daily({ businessDate: '2026-04-14' }),
      await joko.reports.dailyPdf({ businessDate: '2026-04-14' }),
      await joko.reports.printDaily({ businessDate: '2026-04-14' }),
    ]) {
      expect(refusalOf(reply).code).toBe('report.unknown');
    }
  });

  test('is not for cashiers: it would tell the count before it is made', async () => {
    await openShift(siti);
    const replies = [
      await siti.reports.daily({ businessDate: '2026-04-15' }),
      await siti.reports.days({}),
      await siti.reports.printDaily({ businessDate: '2026-04-15' }),
      await siti.reports.dailyPdf({ businessDate: '2026-04-15' }),
      await siti.reports.verifyJournal({}),
    ];
    expect(replies.map((reply) => refusalOf(reply).code)).toEqual(Array(5).fill('permission.denied'));
  });
});

test('days are listed newest first, the running one without a Z', async () => {
  await openShift(siti, 0);
  await sell(siti, GOODS.noodles);
  await closeShift(siti, 3_500);
  valueOf(await joko.cash.closeDay({}));
  shop.till.clock.pass(24 * HOUR);
  await openShift(siti, 0);
  expect(valueOf(await joko.reports.days({}))).toMatchObject([
    { businessDate: '2026-04-16', zNumber: null, closedAt: null, saleCount: 0, netRp: 0 },
    { businessDate: '2026-04-15', zNumber: 1, saleCount: 1, netRp: 3_500 },
  ]);
  expect(valueOf(await joko.reports.days({ limit: 1 }))).toHaveLength(1);
});

describe('verifying the journal from the screen', () => {
  test('says how many records are in order', async () => {
    await openShift(siti);
    expect(valueOf(await joko.reports.verifyJournal({}))).toEqual({
      ok: true,
      records: recordsOfType(shop, 'shift-opened/1')[0]!.seq,
      firstBad: null,
    });
  });

  test('says which one is not', async () => {
    const staffId = await shop.staffId('Ratna');
    await shop.till.engine.close();
    const dir = scratchDir('spoiled');
    const copy = new TamperedTill(shop.till.dir.path, `${dir.path}/till`);
    copy.flip(3, 'bytes', 100, 1).close();
    const till = await TestTill.onCopyOf(copy.dataDir);
    const ratna = await till.signInAs(staffId, PEOPLE.Ratna.pin);
    expect(valueOf(await ratna.reports.verifyJournal({})).firstBad).toMatchObject({ seq: 3 });
    await till.dispose();
    dir.remove();
  });
});
