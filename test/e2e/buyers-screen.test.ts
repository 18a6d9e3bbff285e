/** The buyer's window beside the till's: it shows what is rung up, and is in nobody's way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { basketOf, isPaid } from '../support/e2e-cashier.ts';
import { openDesktop } from '../support/e2e-desktop.ts';
import { Person } from '../support/e2e-person.ts';
import { Onlooker, type Look } from '../support/e2e-screens.ts';
import { stockShelf } from '../support/many-goods.ts';
import { readByPhone, rowsDrawn, takeQris } from '../support/qris.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { GOODS } from '../support/small-shop.ts';
import { valueOf } from '../support/till.ts';

const SCAN_BOX = 'Scan barcode atau ketik nama barang';

/** From a small second screen to a television, in both themes. */
const SCREENS: readonly Look[] = [
  [1024, 600],
  [1024, 768],
  [1366, 768],
  [1920, 1080],
].flatMap(([width = 0, height = 0]) =>
  (['light', 'dark'] as const).map((theme) => ({
    name: `${width}x${height}-${theme}`,
    size: { width, height },
    theme,
  })),
);

/** What stands on the buyer's screen, its lines as one; the part under the store's name. */
async function reads(buyer: Page): Promise<string> {
  const text = await buyer.getByRole('main').innerText();
  return text.replaceAll(/\s+/g, ' ').trim();
}

describe('in a browser', () => {
  let shop: ServedShop;
  let siti: Person;
  let buyer: Page;

  beforeAll(async () => {
    shop = await ServedShop.open();
    await shop.openShift();
  }, 180_000);
  afterAll(() => shop.close());

  beforeEach(async () => {
    await shop.clearCounter();
    siti = await shop.atWindow('Siti');
    await siti.isAsked(SCAN_BOX);
    const opening = siti.page.waitForEvent('popup');
    await siti.goesTo('Layar pembeli');
    buyer = await opening;
    await buyer.getByRole('heading', { name: 'Gerai Sembako Sukamaju' }).waitFor();
  });
  afterEach(() => shop.closeWindows());

  test('it shows lines, total and change, and the scan box keeps the focus all the while', async () => {
    const onlooker = new Onlooker(buyer, 'buyers-screen', SCREENS);
    await onlooker.look('idle');
    await siti.scans(GOODS.noodles);
    await siti.scans(GOODS.tea);
    await expect
      .poll(() => reads(buyer))
      .toBe(
        '1 bks Indomie Goreng 85 g 3.500 1 btl Teh Botol 350 ml 4.750 Total 2 baris Rp8.250 Bila tunai 8.200',
      );
    await onlooker.look('basket');
    await siti.isAsked(SCAN_BOX);
    await siti.presses('Bayar');
    await siti.isAsked('Uang tunai diterima');
    await siti.answers('20000');
    await isPaid(siti);
    await expect
      .poll(() => reads(buyer))
      .toBe(
        'Kembalian Rp11.800 Belanja 8.250 Pembulatan tunai −50 Uang diterima 20.000 Terima kasih sudah berbelanja',
      );
    await onlooker.look('paid');
    await siti.scans(GOODS.tea);
    await expect.poll(() => reads(buyer)).toContain('1 btl Teh Botol 350 ml 4.750');
    await siti.isAsked(SCAN_BOX);
    expect(onlooker.faults).toEqual([]);
  });

  test('a QRIS code stands large while it waits, and a phone reads it off the screen', async () => {
    await takeQris(await shop.as('Ratna'));
    await siti.scans(GOODS.noodles);
    await siti.sees('1 baris, 1 barang');
    const till = (await shop.as('Siti')).till;
    const { ticketId, revision } = valueOf(await till.ticket({}));
    const { qris } = valueOf(await till.showQris({ ticketId, revision, amountRp: 3_500 }));
    await buyer.getByText('Menunggu pembayaran').waitFor();
    expect(await reads(buyer)).toContain('Rp3.500 Penerima KDMP SUKAMAJU');
    const drawn = buyer.getByRole('img', { name: 'Kode QRIS' });
    const boxes = await drawn.locator('path').getAttribute('d');
    expect(readByPhone(rowsDrawn(boxes ?? ''))).toBe(qris[0]?.payload);
    const onlooker = new Onlooker(buyer, 'buyers-screen-qris', SCREENS);
    await onlooker.look('qris');
    expect(onlooker.faults).toEqual([]);
    valueOf(await till.cancelQris({ paymentId: qris[0]!.paymentId }));
    await expect.poll(() => reads(buyer)).toContain('Indomie Goreng 85 g');
  });

  test('a long basket shows its newest lines whole, and how many came before', async () => {
    const plus = await stockShelf(await shop.as('Joko'), 12);
    for (const [index, plu] of plus.entries()) {
      await siti.answers(plu);
      await siti.sees(`${index + 1} baris, ${index + 1} barang`);
    }
    await buyer.setViewportSize({ width: 1024, height: 600 });
    const rows = buyer.getByRole('row');
    await expect.poll(() => rows.last().innerText()).toContain('12.000');
    const shown = await rows.count();
    expect(shown).toBeGreaterThan(5);
    expect(shown).toBeLessThan(12);
    await buyer.getByText(`${12 - shown} baris sebelumnya`).waitFor();
    const onlooker = new Onlooker(buyer, 'buyers-screen-long', SCREENS);
    await onlooker.look('long');
    expect(onlooker.faults).toEqual([]);
  });

  test('a scan while it has the focus reaches the till, once', async () => {
    const atBuyersWindow = new Person(buyer);
    await atBuyersWindow.scans(GOODS.noodles);
    await siti.sees('1 baris, 1 barang');
    await atBuyersWindow.scans(GOODS.tea);
    await siti.sees('2 baris, 2 barang');
    await expect.poll(() => reads(buyer)).toContain('Teh Botol 350 ml');
    expect(await basketOf(siti)).toEqual(['1 bks Indomie Goreng 85 g 3.500', '1 btl Teh Botol 350 ml 4.750']);
  });

  test('no key means anything there, and nobody is signed in', async () => {
    await siti.scans(GOODS.noodles);
    await expect.poll(() => reads(buyer)).toContain('Indomie');
    const before = await reads(buyer);
    for (const key of ['F1', 'F5', 'F9', 'Delete', 'Escape', 'Enter', '1', 'Tab', 'Enter', ' ']) {
      await buyer.keyboard.press(key);
    }
    expect(await reads(buyer)).toBe(before);
    expect(await basketOf(siti)).toEqual(['1 bks Indomie Goreng 85 g 3.500']);
    expect(await buyer.evaluate(() => sessionStorage.getItem('gerai.session'))).toBeNull();
    expect(await buyer.evaluate(() => document.body.innerText)).not.toContain('Siti');
  });

  test('it takes the till’s theme, outlives a reload, and the same key closes it', async () => {
    await siti.goesTo('Layar gelap');
    await expect.poll(() => buyer.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await siti.press('Escape');
    await siti.isAsked(SCAN_BOX);
    await buyer.reload();
    await buyer.getByRole('heading', { name: 'Gerai Sembako Sukamaju' }).waitFor();
    const closed = buyer.waitForEvent('close');
    await siti.goesTo('Layar pembeli');
    await closed;
    await siti.isAsked(SCAN_BOX);
  });

  test('another browser on this machine reaches it by the till’s address', async () => {
    const other = await shop.openAt('&/layar');
    await siti.scans(GOODS.noodles);
    await expect.poll(() => reads(other)).toContain('1 bks Indomie Goreng 85 g 3.500');
  });
});

describe('on the desktop', () => {
  let home: string;
  let till: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    home = mkdtempSync(path.join(tmpdir(), 'gerai-buyer-'));
    till = await openDesktop(home, path.join(home, 'toko'));
    page = await till.firstWindow();
    await page.waitForFunction(() => 'gerai' in globalThis);
  }, 180_000);
  afterAll(async () => {
    await till.close();
    rmSync(home, { recursive: true, force: true });
  });

  type Bridge = { gerai: { toggleDisplay(): Promise<void> } };
  const toggle = (from: Page) =>
    from.evaluate(() =>
      (globalThis as unknown as Bridge).gerai.toggleDisplay().then(
        () => 'done',
        () => 'refused',
      ),
    );

  /** What every window may do, and where it stands. */
  const windows = () =>
    till.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        url: window.webContents.getURL(),
        bounds: window.getBounds(),
        focusable: window.isFocusable(),
      })),
    );

  test('it opens beside the till, under the same rules, and leaves it the focus', async () => {
    const opening = till.waitForEvent('window');
    expect(await toggle(page)).toBe('done');
    const buyer = await opening;
    await buyer.getByRole('main', { name: 'Layar pembeli' }).waitFor();
    expect(buyer.url()).toBe('app://gerai/#/layar');
    const seen = await buyer.evaluate(async () => {
      const world = globalThis as unknown as Record<string, unknown>;
      return {
        node: [typeof world['require'], typeof world['process']],
        opened: window.open('https://example.org'),
        permission: await Notification.requestPermission(),
        full: await document.documentElement.requestFullscreen().then(
          () => 'full',
          () => 'refused',
        ),
      };
    });
    expect(seen).toEqual({
      node: ['undefined', 'undefined'],
      opened: null,
      permission: 'denied',
      full: 'refused',
    });
    // The buyer's window may not open or close windows itself.
    expect(await toggle(buyer)).toBe('refused');
    expect(await till.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle())).not.toBe(
      'Gerai, layar pembeli',
    );
    const closed = buyer.waitForEvent('close');
    expect(await toggle(page)).toBe('done');
    await closed;
    expect(till.windows()).toHaveLength(1);
  });

  test('it fills a second screen, can’t take the focus there, and goes when that is unplugged', async () => {
    await till.evaluate(({ screen }) => {
      const [own] = screen.getAllDisplays();
      const bounds = { x: 1366, y: 0, width: 1024, height: 600 };
      Object.assign(screen, { getAllDisplays: () => [own, { ...own, id: 77, bounds, workArea: bounds }] });
    });
    const opening = till.waitForEvent('window');
    await toggle(page);
    const buyer = await opening;
    await buyer.getByRole('main', { name: 'Layar pembeli' }).waitFor();
    const own = (await windows()).find(({ url }) => url.endsWith('#/layar'));
    expect(own).toMatchObject({ focusable: false });
    const gone = buyer.waitForEvent('close');
    await till.evaluate(({ screen }) => screen.emit('display-removed', {}, { id: 77 }));
    await gone;
    expect(till.windows()).toHaveLength(1);
  });

  test('it goes with the till’s window', async () => {
    const opening = till.waitForEvent('window');
    await toggle(page);
    await (await opening).getByRole('main', { name: 'Layar pembeli' }).waitFor();
    const ended = till.waitForEvent('close').then(() => 'ended');
    await till.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => !window.webContents.getURL().endsWith('#/layar'))
        ?.close(),
    );
    expect(await ended).toBe('ended');
  });
});
