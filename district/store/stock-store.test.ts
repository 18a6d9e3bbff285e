import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { rupiah } from '../../shared/domain/money.ts';
import { thousandths } from '../../shared/domain/quantity.ts';
import { ChainVerifier } from '../../shared/journal/verify.ts';
import { LPG } from '../../test/support/paper-subsidy.ts';
import { FIRST_DAY, PaperTill } from '../../test/support/paper-till.ts';
import { nodeCrypto } from '../crypto.ts';
import { foldSubsidy } from '../ingest/fold-subsidy.ts';
import type { Db } from './db.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { stockOfEarlierRecords } from './migrations/030-subsidy.ts';
import { insertRecords } from './record-store.ts';
import { saveTill } from './till-store.ts';

let db: Db;
beforeAll(async () => {
  db = await openEmbedded();
  await migrate(db);
});
afterAll(() => db.close());

const levels = () =>
  db.rows(
    z.object({ product: z.string(), shop: z.int(), damaged: z.int() }),
    `SELECT product_id AS product, shop_thousandths AS shop, damaged_thousandths AS damaged
     FROM stock_level ORDER BY product_id`,
  );
const zones = () => db.rows(z.object({ zone: z.int() }), 'SELECT zone FROM programme_place');

it('adds up the stock of records from before there were levels just as of those that come in', async () => {
  const till = new PaperTill();
  const { tillId, publicKey, example } = till;
  const store = { storeCode: 'DDP01', tillNumber: 1, koperasi: 'K', gerai: 'G', kabupaten: 'P' };
  await saveTill(db, { code: '4711', tillId, publicKey, example, ...store }, 1);
  const lot = {
    lotId: LPG.refill,
    productId: LPG.refill,
    owner: 'store' as const,
    unitCostRp: rupiah(16_000),
  };
  till.append('opening-stock/1', {
    part: 1,
    parts: 1,
    lots: [{ ...lot, quantityThousandths: thousandths(20_000) }],
  });
  till.openDay(FIRST_DAY);
  till.sell(54_000, { productId: LPG.refill, pieces: 3 });
  till.takeBack(till.sell(36_000, { productId: LPG.refill, pieces: 2 }));
  till.takeBack(till.sell(18_000, { productId: LPG.refill }), 'damaged');
  const verifier = new ChainVerifier(nodeCrypto);
  const records = till.records.map((bytes) => ({ ...verifier.take(bytes), bytes }));
  await insertRecords(db, tillId, records);
  await foldSubsidy(
    db,
    tillId,
    records.map(({ record }) => record),
  );
  const coming = { levels: await levels(), zones: await zones() };
  expect(coming).toEqual({
    levels: [{ product: LPG.refill, shop: 16_000, damaged: 1_000 }],
    zones: [{ zone: 1 }],
  });
  await db.script(`DELETE FROM stock_level; DELETE FROM programme_place; ${stockOfEarlierRecords()}`);
  expect({ levels: await levels(), zones: await zones() }).toEqual(coming);
});
