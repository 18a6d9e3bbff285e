import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../shared/contract/index.ts';
import { errorText } from '../../shared/i18n/errors.ts';
import { recordsOf, recordsOfType } from '../support/journal.ts';
import { rebuildProof } from '../support/rebuild-proof.ts';
import { SmallDisk } from '../support/small-disk.ts';
import { GOODS, openShift, payment, sell, SmallShop, SOUND } from '../support/small-shop.ts';
import { refusalOf, valueOf } from '../support/till.ts';

const DISK_MB = 6;

/** Whether this process may mount a disk of its own to fill. */
const mayMount = (() => {
  const disk = SmallDisk.mount(1);
  disk?.remove();
  return disk !== undefined;
})();

describe.skipIf(!mayMount)('a full disk (only where a test may mount one, as root on Linux)', () => {
  let disk: SmallDisk;
  let shop: SmallShop;
  let siti: TillClient;

  beforeEach(async () => {
    disk = SmallDisk.mount(DISK_MB)!;
    shop = await SmallShop.open({}, disk);
    siti = await shop.as('Siti');
    await openShift(siti);
  });

  afterEach(() => shop.closeAsItIs());

  /** Fills the disk but for a corner, then sells until it takes no more. */
  async function sellUntilFull(): Promise<number> {
    disk.fill(500_000);
    for (let sales = 0; sales < 500; sales += 1) {
      const scanned = await siti.till.scan({ code: GOODS.noodles });
      const paid = scanned.ok ? await siti.till.pay(payment(scanned.value.ticket)) : scanned;
      if (paid.ok) continue;
      if (paid.error.code !== 'storage.full') throw new Error(`refused: ${paid.error.code}`);
      return sales;
    }
    throw new Error('the disk is never full');
  }

  test('stops selling with words; nothing is half written, and it goes on once there is room', async () => {
    const sold = await sellUntilFull();
    const before = { records: recordsOf(shop.till.dir.path), ticket: valueOf(await siti.till.ticket({})) };
    const refused = refusalOf(await siti.till.scan({ code: GOODS.tea }));
    expect(refused.code).toBe('storage.full');
    expect(errorText(refused.code, refused.params)).toMatch(/penuh.*Kosongkan ruang/);
    expect(valueOf(await siti.till.ticket({}))).toEqual(before.ticket);
    expect(recordsOf(shop.till.dir.path)).toEqual(before.records);
    expect(sold).toBeGreaterThan(0);
    expect(recordsOfType(shop, 'sale-completed/2')).toHaveLength(sold);

    disk.free();
    const next = await sell(siti, GOODS.tea);
    expect(next.receipt).toBe(`SKM01-1-${String(sold + 1).padStart(4, '0')}`);
    shop.till.log.forgive('storage fault');
    expect(await shop.proof()).toEqual(SOUND);
  });

  test('is not in the way of looking things up', async () => {
    await sellUntilFull();
    expect(valueOf(await siti.catalog.search({ text: 'teh' }))).toHaveLength(1);
    expect(valueOf(await siti.sales.recent({ limit: 1 }))).toHaveLength(1);
    expect(valueOf(await shop.till.nobody.staff.list({}))).toHaveLength(4);
  });

  test('at the end of the day: the day stays open, and is closed once there is room', async () => {
    const joko = await shop.as('Joko');
    await sellUntilFull();
    disk.free();
    const { ticketId } = valueOf(await siti.till.ticket({}));
    valueOf(await siti.till.abandon({ ticketId }));
    valueOf(await siti.cash.lockCount({ counts: [] }));
    valueOf(await siti.cash.closeShift({ reason: 'unknown' }));
    disk.fill();
    expect(refusalOf(await joko.cash.closeDay({})).code).toBe('storage.full');
    expect(recordsOfType(shop, 'day-closed/2')).toEqual([]);
    disk.free();
    valueOf(await joko.cash.closeDay({}));
    expect(await rebuildProof(shop.till.dir.path)).toMatchObject({ verified: true, differences: [] });
  });

  test('is survived by closing and opening: nothing acknowledged is lost', async () => {
    const sold = await sellUntilFull();
    await shop.till.engine.close();
    disk.free();
    await shop.restart();
    siti = await shop.as('Siti');
    expect(valueOf(await siti.sales.recent({ limit: 1 }))[0]?.receipt).toBe(
      `SKM01-1-${String(sold).padStart(4, '0')}`,
    );
    await sell(siti, GOODS.tea);
    expect(await rebuildProof(shop.till.dir.path)).toMatchObject({ verified: true, differences: [] });
  });
});
