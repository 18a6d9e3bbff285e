import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../electron/engine/db/open.ts';
import { scratchDir, type ScratchDir } from '../support/till.ts';
import { openBenchTill, type BenchTill } from './bench-till.ts';
import { benchGoods, type Goods } from './goods.ts';
import { measureSales } from './measure-sales.ts';
import { liveShop } from './shop-life.ts';
import { Twin } from './twin.ts';

let dir: ScratchDir;
let copy: ScratchDir;
let goods: Goods[];
let till: BenchTill;
let twin: Twin;

beforeEach(async () => {
  dir = scratchDir('bench');
  copy = scratchDir('bench-twin');
  goods = await benchGoods(200);
  await liveShop(dir.path, goods, 20, () => undefined);
  till = await openBenchTill(dir.path);
  twin = await Twin.of(dir.path, copy.path);
});

afterEach(() => {
  dir.remove();
  copy.remove();
});

describe('the floor that a sale is measured against', () => {
  test('writes the very rows that the till wrote', async () => {
    const measured = await measureSales(till, twin, goods, 5);
    await till.engine.close();
    expect(() => twin.compare()).not.toThrow();
    expect(measured[0]?.samples).toHaveLength(5);
    expect(measured[0]?.floor).toHaveLength(5);
  });

  test('is found out where it writes less', async () => {
    await measureSales(till, twin, goods, 1);
    await till.engine.close();
    const db = openDatabase(copy.path);
    db.exec('UPDATE stock_lot SET on_hand_thousandths = 0');
    db.close();
    expect(() => twin.compare()).toThrow('stock_lot');
  });
});
