import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import { recordsOfType } from '../../../test/support/journal.ts';
import { closeShift, GOODS, openShift, sell, SmallShop } from '../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';
import { VirtualPrinter } from '../../../test/support/virtual-printer.ts';

let shop: SmallShop;
let siti: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  siti = await shop.as('Siti');
  await openShift(siti);
});

afterEach(() => shop.close());

describe('a receipt', () => {
  test('is shown as it is printed, in either width', async () => {
    const { saleId, check } = await sell(siti, GOODS.noodles);
    const narrow = valueOf(await siti.sales.receipt({ saleId }));
    const wide = valueOf(await siti.sales.receipt({ saleId, columns: 48 }));
    expect(narrow).toMatchObject({ receipt: 'SKM01-1-0001', columns: 32 });
    expect(Math.max(...narrow.lines.map((line) => line.length))).toBeLessThanOrEqual(32);
    expect(Math.max(...wide.lines.map((line) => line.length))).toBeLessThanOrEqual(48);
    for (const { lines } of [narrow, wide]) {
      const paper = lines.join('\n');
      expect(paper).toContain('Indomie Goreng 85 g');
      expect(paper).toContain('SKM01-1-0001');
      expect(paper).toContain(check);
      expect(paper).not.toMatch(/SALINAN/);
    }
  });

  test('comes from the sale’s own record: a new name or price changes no old receipt', async () => {
    const { saleId } = await sell(siti, GOODS.noodles);
    const before = valueOf(await siti.sales.receipt({ saleId }));
    const joko = await shop.as('Joko');
    const { products } = valueOf(await joko.catalog.list({ text: 'Indomie' }));
    const { onHandThousandths: _, packs: _packs, ...noodles } = products[0]!;
    valueOf(await joko.catalog.save({ ...noodles, name: 'Mi goreng', priceRp: 9_000 }));
    expect(valueOf(await siti.sales.receipt({ saleId }))).toEqual(before);
  });

  test('printed again is a SALINAN with its number, counted and on record', async () => {
    const { saleId } = await sell(siti, GOODS.noodles);
    for (const copy of [1, 2]) {
      const again = valueOf(await siti.sales.reprint({ saleId }));
      expect(again.copy).toBe(copy);
      expect(again.lines.join('\n')).toMatch(new RegExp(`SALINAN.*${copy}`));
    }
    expect(recordsOfType(shop, 'receipt-reprinted/1').map(({ body }) => body)).toEqual([
      { saleId, receipt: 'SKM01-1-0001', copy: 1 },
      { saleId, receipt: 'SKM01-1-0001', copy: 2 },
    ]);
    expect(valueOf(await siti.sales.recent({}))).toMatchObject([{ saleId, copies: 2 }]);
  });

  test('can be printed again after the day was closed, and belongs to no day then', async () => {
    const { saleId } = await sell(siti, GOODS.noodles);
    await closeShift(siti, 203_500);
    valueOf(await (await shop.as('Joko')).cash.closeDay({}));
    valueOf(await siti.sales.reprint({ saleId }));
    expect(recordsOfType(shop, 'receipt-reprinted/1')).toMatchObject([{ businessDate: null }]);
  });

  test('of a sale nobody made can be neither shown nor printed', async () => {
    const saleId = '0196a000-0000-7000-8000-000000000001';
    expect(refusalOf(await siti.sales.receipt({ saleId })).code).toBe('sale.unknown');
    expect(refusalOf(await siti.sales.reprint({ saleId })).code).toBe('sale.unknown');
    expect(recordsOfType(shop, 'receipt-reprinted/1')).toEqual([]);
  });

  test('goes to the printer once, and its copy once', async () => {
    const printer = await VirtualPrinter.on();
    const joko = await shop.as('Joko');
    valueOf(await joko.printing.saveSettings({ transport: printer.transport, drawer: false }));
    const paid = await sell(siti, GOODS.noodles);
    const copy = valueOf(await siti.sales.reprint({ saleId: paid.saleId }));
    expect(paid.printJobId).not.toBeNull();
    await expect
      .poll(async () => valueOf(await siti.printing.jobs({})).map(({ state }) => state))
      .toEqual(['printed', 'printed']);
    expect(printer.papers.map((paper) => /SALINAN/.test(JSON.stringify(paper)))).toEqual([false, true]);
    expect(copy.printJobId).not.toBe(paid.printJobId);
    await printer.off();
  });
});

describe('looking for a sale', () => {
  test('the newest come first, as many as are asked for', async () => {
    for (const code of [GOODS.noodles, GOODS.tea, GOODS.rice]) await sell(siti, code);
    const recent = valueOf(await siti.sales.recent({ limit: 2 }));
    expect(recent.map(({ receipt }) => receipt)).toEqual(['SKM01-1-0003', 'SKM01-1-0002']);
    expect(recent[1]).toMatchObject({ cashier: 'Siti', totalRp: 4_750, dueRp: 4_700, lineCount: 1 });
  });

  test.each([
    ['2', ['SKM01-1-0002']],
    ['0002', ['SKM01-1-0002']],
    [' skm01-1-0002 ', ['SKM01-1-0002']],
    ['7', []],
    ['indomie', []],
    ['99999999999999999999', []],
  ])('%j finds %j', async (text, receipts) => {
    await sell(siti, GOODS.noodles);
    await sell(siti, GOODS.tea);
    expect(valueOf(await siti.sales.recent({ text })).map(({ receipt }) => receipt)).toEqual(receipts);
  });
});
