import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { DailyReport } from '../../../shared/contract/reports.ts';
import { busyDay } from '../../../test/support/busy-day.ts';
import { closeShift, GOODS, openShift, sell, SmallShop } from '../../../test/support/small-shop.ts';
import { valueOf } from '../../../test/support/till.ts';
import { goodsOf, returning } from '../../../test/support/returning.ts';

let shop: SmallShop;
let siti: TillClient;
let joko: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
  joko = await shop.as('Joko');
  await openShift(siti);
});

afterEach(() => shop.close());

const reportOf = async (businessDate: string) => valueOf(await joko.reports.daily({ businessDate }));
const sum = (rows: readonly { readonly amountRp: number }[]) =>
  rows.reduce((total, { amountRp }) => total + amountRp, 0);

/** Everything that somebody with a pencil would add up. */
function checkWithPencil(report: DailyReport): void {
  expect(report.grossRp - report.returnRp + report.roundingRp).toBe(report.netRp);
  expect(sum(report.tenders) - report.donationRp - sum(report.refunds)).toBe(report.netRp);
  expect(sum(report.categories)).toBe(report.grossRp);
  expect(sum(report.hours)).toBe(report.grossRp);
  for (const shift of report.shifts) {
    const { floatRp, cashSalesRp, cashDebtsRp, cashRefundsRp } = shift;
    expect(floatRp + cashSalesRp + cashDebtsRp - cashRefundsRp).toBe(shift.expectedRp);
  }
}

test('a busy day’s report adds up, from the sales to the drawer', async () => {
  await busyDay(siti, joko);
  await closeShift(siti, 216_200);
  const report = await reportOf('2026-04-15');
  checkWithPencil(report);
  expect(report).toMatchObject({
    saleCount: 4,
    grossRp: 30_900,
    returnCount: 1,
    returnRp: 4_750,
    // Of the sales' Rp30.850: what came back makes no receipt smaller.
    averageRp: 7_713,
    donationRp: 100,
    debtPaidRp: 4_750,
    tenders: [
      { kind: 'cash', count: 3, amountRp: 16_200 },
      { kind: 'kasbon', count: 1, amountRp: 4_750 },
      { kind: 'transfer', count: 1, amountRp: 10_000 },
    ],
    debtPayments: [{ kind: 'cash', count: 1, amountRp: 4_700 }],
    shifts: [{ floatRp: 200_000, cashSalesRp: 16_200, cashDebtsRp: 4_700, countedRp: 216_200 }],
  });
  expect(report.events.map(({ kind, who, subject }) => [kind, who, subject])).toContainEqual([
    'approval-given',
    'Siti',
    'line-price Joko',
  ]);
});

test('goods of an earlier day make today’s net smaller, never its average', async () => {
  const { saleId } = await sell(siti, GOODS.rice, GOODS.rice);
  await closeShift(siti, 229_800);
  valueOf(await joko.cash.closeDay({}));
  shop.till.clock.pass(24 * 3_600_000);
  await openShift(siti);
  await sell(siti, GOODS.noodles);
  valueOf(await joko.returns.complete(await returning(joko, await goodsOf(joko, saleId))));
  await closeShift(siti, 173_700);
  const report = await reportOf('2026-04-16');
  checkWithPencil(report);
  expect(report).toMatchObject({ netRp: -26_300, averageRp: 3_500 });
});

test('PPN is a row from the day on which the store collects it, and of no earlier one', async () => {
  const ratna = await shop.as('Ratna');
  const tradeOneDay = async () => {
    await sell(siti, GOODS.tea);
    await closeShift(siti, 204_700);
    valueOf(await joko.cash.closeDay({}));
  };
  await tradeOneDay();
  shop.till.clock.pass(24 * 3_600_000);
  const npwp = '0123456789012345';
  valueOf(await ratna.policy.setTaxStatus({ validFrom: '2026-04-16', pkp: true, npwp }));
  await openShift(siti);
  await tradeOneDay();
  const roll = async (businessDate: string) =>
    valueOf(await joko.reports.printDaily({ businessDate })).lines.join('\n');
  expect(await roll('2026-04-15')).not.toContain('PPN');
  expect(await roll('2026-04-16')).toContain('Termasuk PPN');
});
