import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openReadOnly } from '../../electron/engine/db/open.ts';
import { readAnchors } from '../../electron/engine/journal/index.ts';
import { readGtin, shownGtin } from '../../shared/domain/barcode.ts';
import { rebuildProof } from '../support/rebuild-proof.ts';
import { clientOf, scratchDir, valueOf, type ScratchDir } from '../support/till.ts';
import { openBenchTill } from './bench-till.ts';
import { benchGoods, type Goods } from './goods.ts';
import { liveShop } from './shop-life.ts';

/** Two days that were closed and half of a third. */
const SALES = 500;

let dir: ScratchDir;
let goods: Goods[];

beforeAll(async () => {
  dir = scratchDir('bench');
  goods = await benchGoods(300);
  await liveShop(dir.path, goods, SALES, () => undefined);
});

afterAll(() => dir.remove());

function count(sql: string): unknown {
  const db = openReadOnly(dir.path);
  const found = db.prepare(sql).pluck().get();
  db.close();
  return found;
}

describe('the past that the benchmark writes', () => {
  test('is a journal that every verifier takes, and tables that are what it says', async () => {
    expect(await rebuildProof(dir.path)).toMatchObject({ verified: true, differences: [] });
  });

  test('has the sales it should have, closed days behind it and a shift that runs', () => {
    expect(count('SELECT count(*) FROM sale')).toBe(SALES);
    expect(count('SELECT count(*) FROM z_closing')).toBe(2);
    expect(count('SELECT count(*) FROM shift WHERE closed_at IS NULL')).toBe(1);
    expect(readAnchors(dir.path).anchors).toHaveLength(2);
  });

  test('can be gone on with: a till opens on it and sells', async () => {
    const till = await openBenchTill(dir.path);
    const cashier = clientOf(till.engine, till.cashier);
    const product = goods.find(({ gtins }) => gtins.length > 0)!;
    const code = shownGtin(product.gtins[0]!);
    const { ticket } = valueOf(await cashier.till.scan({ code }));
    const tenders = [{ kind: 'cash' as const, receivedRp: ticket.cashDueRp }];
    const { ticketId, revision, totalRp } = ticket;
    const sale = { ticketId, revision, totalRp, tenders };
    expect(valueOf(await cashier.till.pay(sale)).receipt).toMatch(/-0501$/);
    expect(valueOf(await cashier.catalog.search({ text: product.name })).length).toBeGreaterThan(0);
    await till.engine.close();
  });
});

describe('a catalogue of any size', () => {
  test('is the same each time', async () => {
    expect(await benchGoods(300)).toEqual(goods);
  });

  test('has real names first, then variants, each with a barcode of its own that is right', async () => {
    const many = await benchGoods(20_000);
    const gtins = many.flatMap((product) => product.gtins);
    expect(new Set(gtins).size).toBe(gtins.length);
    expect(gtins.every((gtin14) => readGtin(shownGtin(gtin14)).ok)).toBe(true);
    expect(new Set(many.map((product) => product.productId)).size).toBe(many.length);
    expect(new Set(many.map((product) => product.name)).size).toBeGreaterThan(many.length * 0.95);
  });
});
