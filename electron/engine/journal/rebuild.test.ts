import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../../shared/contract/wire.ts';
import { stockMovesOf, shopDelta } from '../../../shared/domain/ledger.ts';
import { countOut } from '../../../test/day/shop.ts';
import { COUNTER_DEEDS } from '../../../test/support/deeds.ts';
import { recordsOf } from '../../../test/support/journal.ts';
import { rebuildProof } from '../../../test/support/rebuild-proof.ts';
import { SmallShop, SOUND } from '../../../test/support/small-shop.ts';
import { valueOf } from '../../../test/support/till.ts';
import { openReadOnly } from '../db/open.ts';
import { trialBalance } from '../ledger/index.ts';

const HOUR = 3_600_000;

type ShopDeed = (shop: SmallShop) => Promise<Reply<unknown> | void>;

/** What happens around the counter in the course of some days. */
const SHOP_DEEDS: Readonly<Record<string, ShopDeed>> = {
  'opens a shift': async (shop) => (await shop.as('Siti')).cash.openShift({ floatRp: 150_000 }),
  'counts the drawer': async (shop) => (await shop.as('Siti')).cash.lockCount({ counts: countOut(180_000) }),
  'closes the shift': async (shop) => (await shop.as('Siti')).cash.closeShift({ reason: 'miscount' }),
  'closes the day': async (shop) => (await shop.as('Joko')).cash.closeDay({}),
  'ends the day in order': async (shop) => {
    const [siti, joko] = [await shop.as('Siti'), await shop.as('Joko')];
    const { ticketId } = valueOf(await siti.till.ticket({}));
    await siti.till.abandon({ ticketId });
    for (const aside of valueOf(await siti.till.parked({}))) {
      await siti.till.abandonParked({ ticketId: aside.ticketId });
    }
    await siti.cash.lockCount({ counts: countOut(150_000) });
    await siti.cash.closeShift({ reason: 'unknown' });
    return joko.cash.closeDay({});
  },
  'begins the next day': async (shop) => {
    shop.till.clock.pass(24 * HOUR);
    return (await shop.as('Siti')).cash.openShift({ floatRp: 0 });
  },
  'has its clock set back': (shop) => {
    shop.till.clock.set(new Date(shop.till.clock.now() - 2 * HOUR).toISOString());
    return Promise.resolve();
  },
  'is switched off and on': (shop) => shop.restart(),
  'raises the price of tea': async (shop) => {
    const joko = await shop.as('Joko');
    const { products } = valueOf(await joko.catalog.list({ text: 'Teh' }));
    const { onHandThousandths: _, packs: _packs, ...tea } = products[0]!;
    return joko.catalog.save({ ...tea, priceRp: (tea.priceRp ?? 0) + 25 });
  },
  'gets a delivery list': async (shop) => {
    const contentBase64 = Buffer.from('nama;plu;harga;stok\nKopi sachet;701;1500;30').toString('base64');
    const joko = await shop.as('Joko');
    const { draftId } = valueOf(await joko.catalog.importPreview({ fileName: 'kopi.csv', contentBase64 }));
    return joko.catalog.importCommit({ draftId });
  },
};

/** Most of what happens is that somebody buys something. */
const atTheCounter = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('scans noodles', 'scans tea', 'weighs rice') },
  { weight: 2, arbitrary: fc.constantFrom('is paid exactly', 'is paid with a large note') },
  { weight: 3, arbitrary: fc.constantFrom(...Object.keys(COUNTER_DEEDS)) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.keys(SHOP_DEEDS)) },
);

/** Some days of trade; each begins and ends as it should, whatever happens in between. */
const days = fc
  .array(fc.array(atTheCounter, { minLength: 15, maxLength: 40, size: 'max' }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((each) => each.flatMap((deeds) => ['begins the next day', ...deeds, 'ends the day in order']));

async function live(shop: SmallShop, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const deed = SHOP_DEEDS[name];
    if (deed === undefined) await COUNTER_DEEDS[name]!(await shop.as('Siti'));
    else await deed(shop);
    shop.till.clock.pass(60_000);
  }
}

/** On-hand quantities of every lot, summed up from the records alone. */
function stockByRecords(shop: SmallShop): Map<string, number> {
  const sums = new Map<string, number>();
  for (const move of recordsOf(shop.till.dir.path).flatMap(stockMovesOf)) {
    sums.set(move.lotId, (sums.get(move.lotId) ?? 0) + shopDelta(move));
  }
  return sums;
}

describe('whatever has happened in a shop', () => {
  test('the tables are what the journal says, row for row; money and goods add up', async () => {
    await fc.assert(
      fc.asyncProperty(days, async (names) => {
        const shop = await SmallShop.open();
        try {
          await live(shop, names);
          expect(await shop.proof()).toEqual(SOUND);
          const db = openReadOnly(shop.till.dir.path);
          const balance = trialBalance(db);
          const lots = db.prepare('SELECT lot_id, on_hand_thousandths FROM stock_lot').raw().all();
          db.close();
          expect(balance.reduce((sum, { amount_rp: amount }) => sum + amount, 0)).toBe(0);
          expect(new Map(lots as [string, number][])).toEqual(stockByRecords(shop));
        } finally {
          await shop.closeAsItIs();
        }
      }),
      { numRuns: 8 },
    );
  });

  test('a difference between tables and journal is seen, wherever it is', async () => {
    const shop = await SmallShop.open();
    await live(shop, [
      'opens a shift',
      'scans noodles',
      'is paid exactly',
      'scans tea',
      'takes the first line off',
      'scans tea',
      'loses the buyer',
      'ends the day in order',
    ]);
    await shop.till.engine.close();
    const { default: Database } = await import('better-sqlite3');
    const wrong: readonly (readonly [table: string, sql: string])[] = [
      ['store', "UPDATE store SET till_id = 'x'"],
      ['staff', "UPDATE staff SET role = 'pengurus' WHERE name = 'Budi'"],
      ['product', "UPDATE product SET price_rp = 1 WHERE plu = '101'"],
      ['product_barcode', 'DELETE FROM product_barcode'],
      ['stock_lot', 'UPDATE stock_lot SET on_hand_thousandths = on_hand_thousandths + 1'],
      ['sale', 'UPDATE sale SET copies = 1'],
      ['perpetual', 'UPDATE perpetual SET void_rp = 0'],
      ['business_day', 'UPDATE business_day SET opened_at = 1'],
      ['shift', "UPDATE shift SET note = 'x'"],
      ['z_closing', 'UPDATE z_closing SET net_rp = 0'],
      ['account_day', "DELETE FROM account_day WHERE account = 'sales'"],
      ['day_total', 'UPDATE day_total SET reprints = 9'],
      ['day_event', 'DELETE FROM day_event'],
    ];
    for (const [table, sql] of wrong) {
      const db = new Database(shop.database);
      db.pragma('foreign_keys = OFF');
      db.exec('BEGIN');
      expect(db.prepare(sql).run().changes, sql).toBeGreaterThan(0);
      db.exec('COMMIT');
      db.close();
      const { differences } = await rebuildProof(shop.till.dir.path);
      expect(differences.map((difference) => difference.table)).toContain(table);
    }
    await shop.closeAsItIs();
  });
});
