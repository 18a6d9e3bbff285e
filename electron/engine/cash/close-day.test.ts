import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import { addToDayTotals, EMPTY_DAY_TOTALS } from '../../../shared/domain/day-totals.ts';
import { recordsOf, recordsOfType } from '../../../test/support/journal.ts';
import { closeShift, GOODS, openShift, ringUp, sell, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;
let joko: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
  joko = await shop.as('Joko');
});

afterEach(() => shop.close());

const closings = () => recordsOfType(shop, 'day-closed/2');

/** Noodles and tea, one packet taken off again, a buyer who left, a receipt printed twice. */
async function tradingDay(): Promise<void> {
  await openShift(siti, 200_000);
  const { saleId } = await sell(siti, GOODS.noodles, GOODS.noodles, GOODS.tea);
  const { lines } = await ringUp(siti, GOODS.noodles, GOODS.tea);
  valueOf(await siti.till.removeLine({ lineId: lines[0]!.lineId }));
  await sell(siti);
  const left = await ringUp(siti, GOODS.noodles);
  valueOf(await siti.till.abandon({ ticketId: left.ticketId }));
  valueOf(await siti.sales.reprint({ saleId }));
  await closeShift(siti, 216_000);
}

describe('closing the day', () => {
  test('makes a Z that says what the day’s records say', async () => {
    await tradingDay();
    const closed = valueOf(await joko.cash.closeDay({}));
    expect(closed).toEqual({ zNumber: 1, businessDate: '2026-04-15', printJobId: null });
    const all = recordsOf(shop.till.dir.path);
    const day = all.filter((record) => record.businessDate === '2026-04-15');
    const [z] = closings();
    expect(z!.body).toMatchObject({
      number: 1,
      firstSeq: day[0]!.seq,
      lastSeq: z!.seq - 1,
      headHash: z!.prev,
      previousZHash: null,
      shifts: 1,
      cashVarianceRp: -400,
      totals: {
        saleCount: 2,
        lineCount: 3,
        grossRp: 16_500,
        roundingRp: -100,
        cashRp: 16_400,
        voidedLines: 1,
        voidedRp: 3_500,
        abandonedTickets: 1,
        reprints: 1,
      },
      tenders: [{ kind: 'cash', count: 2, amountRp: 16_400 }],
      categories: [
        { category: 'Minuman', lines: 2, quantityThousandths: 2_000, amountRp: 9_500 },
        { category: 'Mi instan', lines: 1, quantityThousandths: 2_000, amountRp: 7_000 },
      ],
      perpetual: { grossRp: 16_500, voidRp: 3_500, refundRp: 0, netRp: 16_400 },
    });
    expect(z!.body.totals).toEqual(day.reduce(addToDayTotals, EMPTY_DAY_TOTALS));
    expect(day[0]).toMatchObject({ type: 'day-opened/1' });
  });

  test('runs the perpetual totals on through every Z, and chains the Zs', async () => {
    for (const day of [15, 16, 17]) {
      shop.till.clock.set(`2026-04-${day}T01:00:00Z`);
      await openShift(siti, 0);
      await sell(siti, GOODS.noodles);
      await closeShift(siti, 3_500);
      valueOf(await joko.cash.closeDay({}));
    }
    const zs = closings();
    expect(zs.map(({ body }) => [body.number, body.totals.grossRp, body.perpetual.grossRp])).toEqual([
      [1, 3_500, 3_500],
      [2, 3_500, 7_000],
      [3, 3_500, 10_500],
    ]);
    const hashes = anchors().map(({ hash }) => hash);
    expect(zs.map(({ body }) => body.previousZHash)).toEqual([null, hashes[0], hashes[1]]);
  });

  test('notes where the journal must reach in a file beside the database', async () => {
    await tradingDay();
    valueOf(await joko.cash.closeDay({}));
    expect(anchors()).toEqual([
      { zNumber: 1, seq: closings()[0]!.seq, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  test('of a day without a sale is a Z of noughts', async () => {
    await openShift(siti, 0);
    await closeShift(siti, 0);
    valueOf(await joko.cash.closeDay({}));
    expect(closings()).toMatchObject([{ body: { totals: EMPTY_DAY_TOTALS, tenders: [], categories: [] } }]);
  });

  test('with a clock set back at the last moment still names the very last record', async () => {
    await tradingDay();
    shop.till.clock.set('2026-04-15T00:10:00Z');
    valueOf(await joko.cash.closeDay({}));
    expect(recordsOf(shop.till.dir.path).slice(-2)).toMatchObject([
      { type: 'clock-jumped/1' },
      { type: 'day-closed/2' },
    ]);
  });
});

describe('the day stays open', () => {
  test('while a shift is', async () => {
    await openShift(siti);
    expect(refusalOf(await joko.cash.closeDay({})).code).toBe('day.shift-still-open');
  });

  test('where there is none to close', async () => {
    expect(refusalOf(await joko.cash.closeDay({})).code).toBe('day.not-open');
    await tradingDay();
    valueOf(await joko.cash.closeDay({}));
    expect(refusalOf(await joko.cash.closeDay({})).code).toBe('day.not-open');
    expect(closings()).toHaveLength(1);
  });

  test('for a cashier: closing it is not theirs', async () => {
    await tradingDay();
    expect(refusalOf(await siti.cash.closeDay({})).code).toBe('permission.denied');
    expect(closings()).toEqual([]);
  });
});

function anchors(): { zNumber: number; seq: number; hash: string }[] {
  const text = readFileSync(join(shop.till.dir.path, 'anchors.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { zNumber: number; seq: number; hash: string });
}
