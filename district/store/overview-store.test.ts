import { afterAll, beforeAll, expect, it } from 'vitest';
import { businessDateSchema } from '../../shared/domain/business-date.ts';
import { EMPTY_DAY_TOTALS } from '../../shared/domain/day-totals.ts';
import { rupiah } from '../../shared/domain/money.ts';
import type { EnrolmentRequest } from '../../shared/upload/protocol.ts';
import type { Db } from './db.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { listOverview } from './overview-store.ts';
import { saveTill } from './till-store.ts';
import { saveDayTotals } from './totals-store.ts';

const TILL: EnrolmentRequest = {
  code: '4711',
  tillId: '0196357e-0000-7000-8000-000000000001',
  publicKey: 'ab'.repeat(32),
  storeCode: 'DDP01',
  tillNumber: 1,
  koperasi: 'Koperasi Desa',
  gerai: 'Dadapan',
  kabupaten: 'Kabupaten Kediri',
  example: false,
};

const dateOf = (date: string) => businessDateSchema.parse(date);

let db: Db;
beforeAll(async () => {
  db = await openEmbedded();
  await migrate(db);
});
afterAll(() => db.close());

it('shows the office what stayed sold: returns are taken off, cash rounding too', async () => {
  const day = (sold: number, rounding: number, returned: number) => ({
    ...EMPTY_DAY_TOTALS,
    saleCount: 3,
    grossRp: rupiah(sold),
    roundingRp: rupiah(rounding),
    returnRp: rupiah(returned),
  });
  await db.transaction(async (tx) => {
    await saveTill(tx, TILL, 1);
    await saveDayTotals(tx, TILL.tillId, dateOf('2026-04-14'), day(900_000, 0, 0));
    await saveDayTotals(tx, TILL.tillId, dateOf('2026-04-15'), day(500_050, -50, 120_000));
  });
  expect(await listOverview(db)).toMatchObject([{ dayDate: '2026-04-15', netRp: 380_000, saleCount: 3 }]);
});
