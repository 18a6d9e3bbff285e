import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import { recordsOf, recordsOfType } from '../../../test/support/journal.ts';
import { closeShift, GOODS, openShift, sell, SmallShop } from '../../../test/support/small-shop.ts';
import { StumblingIds } from '../../../test/support/stumbling-ids.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

let ids: StumblingIds;
let shop: SmallShop;
let siti: TillClient;

beforeEach(async () => {
  ids = new StumblingIds();
  shop = await SmallShop.open({ ids });
  siti = await shop.as('Siti');
  await openShift(siti);
  await sell(siti, GOODS.noodles);
});

afterEach(() => shop.close());

const jumps = () => recordsOfType(shop, 'clock-jumped/1').map(({ body }) => body);
const at = (time: string) => Date.parse(time);

describe('a PC whose clock can not be trusted', () => {
  test('set back in the middle of the day: one record, and the sales keep their order', async () => {
    shop.till.clock.pass(3_600_000);
    shop.till.clock.set('2026-04-14T20:00:00Z');
    await sell(siti, GOODS.tea);
    await sell(siti, GOODS.rice);
    expect(jumps()).toEqual([{ fromAt: at('2026-04-15T02:00:00Z'), toAt: at('2026-04-14T20:00:00Z') }]);
    const sales = recordsOfType(shop, 'sale-completed/2');
    expect(sales.map(({ body }) => body.number)).toEqual([1, 2, 3]);
    expect(sales.map(({ businessDate }) => businessDate)).toEqual(['2026-04-15', '2026-04-15', '2026-04-15']);
    expect(sales[1]!.at).toBeLessThan(sales[0]!.at);
    expect(sales[1]!.mono).toBeGreaterThan(sales[0]!.mono);
  });

  test('set forward: a record too, since every time after it is off', async () => {
    shop.till.clock.set('2026-04-15T09:00:00Z');
    await sell(siti, GOODS.tea);
    expect(jumps()).toEqual([{ fromAt: at('2026-04-15T01:00:00Z'), toAt: at('2026-04-15T09:00:00Z') }]);
  });

  test('set right by half a minute: not worth a record', async () => {
    shop.till.clock.set('2026-04-15T01:00:30Z');
    await sell(siti, GOODS.tea);
    expect(jumps()).toEqual([]);
  });

  test('whose time merely passes, for hours: no record', async () => {
    shop.till.clock.pass(11 * 3_600_000);
    await sell(siti, GOODS.tea);
    expect(jumps()).toEqual([]);
  });

  test('that was off for a night: no record, for a till that is off can not tell', async () => {
    shop.till.clock.set('2026-04-16T00:30:00Z');
    await shop.restart();
    siti = await shop.as('Siti');
    await sell(siti, GOODS.tea);
    expect(jumps()).toEqual([]);
  });

  test('that comes back with an earlier time than its last record: a record', async () => {
    shop.till.clock.set('2000-01-01T00:00:00Z');
    await shop.restart();
    siti = await shop.as('Siti');
    expect(jumps()).toEqual([{ fromAt: at('2026-04-15T01:00:00Z'), toAt: at('2000-01-01T00:00:00Z') }]);
    const [first, second] = [...new Set(recordsOf(shop.till.dir.path).map(({ boot }) => boot))].slice(-2);
    expect(first).not.toBe(second);
  });

  test('is told of again where the first telling was rolled back with its command', async () => {
    await closeShift(siti, 203_500);
    const joko = await shop.as('Joko');
    shop.till.clock.set('2026-04-14T20:00:00Z');
    ids.stumble();
    expect(refusalOf(await joko.cash.closeDay({})).code).toBe('internal');
    expect(jumps()).toEqual([]);
    valueOf(await joko.cash.closeDay({}));
    expect(jumps()).toEqual([{ fromAt: at('2026-04-15T01:00:00Z'), toAt: at('2026-04-14T20:00:00Z') }]);
    shop.till.log.forgive('internal error');
  });

  test('shows in the day’s report', async () => {
    shop.till.clock.set('2026-04-14T20:00:00Z');
    await sell(siti, GOODS.tea);
    const joko = await shop.as('Joko');
    const report = valueOf(await joko.reports.daily({ businessDate: '2026-04-15' }));
    expect(report.clockJumps).toBe(1);
    expect(report.events).toMatchObject([{ kind: 'clock-jumped', subject: String(-5 * 3_600_000) }]);
  });
});
