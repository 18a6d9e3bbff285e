/**
 * Worn keys, impatient fingers and scanners that wait for nobody: nothing is sold twice, and no scan
 * is lost. What a scan may meet is either in the basket or refused in words that name its code.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GS1_SEPARATOR } from '../../shared/domain/gs1.ts';
import { basketOf, isPaid } from '../support/e2e-cashier.ts';
import { holdBack } from '../support/e2e-hold-back.ts';
import type { Person } from '../support/e2e-person.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { GOODS } from '../support/small-shop.ts';

const { noodles, tea } = GOODS;
const ONE_PACKET = ['1 bks Indomie Goreng 85 g 3.500'];
const PACKET_AND_BOTTLE = [...ONE_PACKET, '1 btl Teh Botol 350 ml 4.750'];
const SCAN_BOX = 'Scan barcode atau ketik nama barang';
const CASH = 'Uang tunai diterima';

let shop: ServedShop;
let siti: Person;
let before: number;

beforeAll(async () => {
  shop = await ServedShop.open();
  await shop.openShift();
  siti = await shop.atWindow('Siti');
}, 180_000);

afterAll(() => shop.close());

beforeEach(async () => {
  await shop.clearCounter();
  before = (await shop.sales()).length;
  await siti.page.reload();
  await siti.sees('Keranjang kosong');
  await siti.isAsked(SCAN_BOX);
});

/** What has been sold in this story, as the journal's sales say. */
async function sold(): Promise<number[]> {
  return (await shop.sales()).slice(before);
}

/** The basket, once half a second has changed nothing in it; nothing while things still happen. */
async function settledBasket(): Promise<string[] | undefined> {
  const seen = await basketOf(siti);
  await siti.page.waitForTimeout(500);
  const now = await basketOf(siti);
  return now.join('\n') === seen.join('\n') ? now : undefined;
}

describe('scans right behind each other', () => {
  test('two within 20 ms are two lines', async () => {
    await siti.scans(noodles, tea);
    await expect.poll(settledBasket).toEqual(PACKET_AND_BOTTLE);
  });

  test('twelve in one go are twelve items', async () => {
    await siti.scans(...Array.from({ length: 6 }, () => [noodles, tea]).flat());
    await expect
      .poll(settledBasket)
      .toEqual(['6 bks Indomie Goreng 85 g 21.000', '6 btl Teh Botol 350 ml 28.500']);
  });

  test('a GS1 code is one scan, with the Ctrl+] of keyboard scanners between its parts', async () => {
    const gtin = `01${noodles.padStart(14, '0')}`;
    await siti.scans(`${gtin}10LOT7${GS1_SEPARATOR}21A9`, tea);
    await expect.poll(settledBasket).toEqual(PACKET_AND_BOTTLE);
  });

  test('a quantity typed before them is for the first alone', async () => {
    await siti.types('12*');
    await siti.scans(noodles, tea);
    await expect
      .poll(settledBasket)
      .toEqual(['12 bks Indomie Goreng 85 g 42.000', '1 btl Teh Botol 350 ml 4.750']);
  });

  test('two on the screen of a paid sale begin the next basket', async () => {
    await siti.scans(noodles);
    await paysExactly();
    await siti.scans(tea, noodles);
    await expect.poll(settledBasket).toEqual(['1 btl Teh Botol 350 ml 4.750', ...ONE_PACKET]);
    expect(await sold()).toEqual([3500]);
  });

  test('one that comes while the sale is being stored belongs to the next buyer', async () => {
    await siti.scans(noodles);
    const letGo = await holdBack(siti.page, 'till.pay');
    await siti.presses('Bayar');
    await siti.isAsked(CASH);
    await siti.press('Enter');
    await siti.scans(tea);
    await letGo();
    // The change stays on the screen until the cashier has given it.
    await isPaid(siti);
    await siti.page.waitForTimeout(600);
    await siti.presses('Pembeli berikut');
    await expect.poll(settledBasket).toEqual(['1 btl Teh Botol 350 ml 4.750']);
    expect(await sold()).toEqual([3500]);
  });
});

describe('a scan while something else is open', () => {
  beforeEach(async () => {
    await siti.scans(noodles);
    await siti.sees('1 baris, 1 barang');
  });

  test.each([
    ['the help', 'F1'],
    ['the menu, whose first button has the focus', 'F5'],
    ['the quantity', 'F3'],
    ['the label of a basket put aside', 'F6'],
    ['the list of receipts', 'F11'],
  ])('%s', async (_what, key) => {
    await siti.press(key);
    await expect.poll(() => siti.page.getByLabel(SCAN_BOX).isVisible()).toBe(false);
    await siti.scans(tea, noodles);
    await expect
      .poll(settledBasket)
      .toEqual(['2 bks Indomie Goreng 85 g 7.000', '1 btl Teh Botol 350 ml 4.750']);
    await siti.isAsked(SCAN_BOX);
    expect(await sold()).toEqual([]);
  });

  test('the quantity, of which a digit has been typed: the digit counts for nothing', async () => {
    await siti.press('F3');
    await siti.isAsked(/^Jumlah Indomie/);
    await siti.types('7');
    await siti.scans(tea);
    await expect.poll(settledBasket).toEqual(PACKET_AND_BOTTLE);
  });

  test('the search list: no product of the list is taken', async () => {
    await siti.types('beras');
    await siti.page.getByRole('option', { name: 'Beras premium', selected: true }).waitFor();
    await siti.scans(tea);
    await expect.poll(settledBasket).toEqual(PACKET_AND_BOTTLE);
    expect(await siti.page.getByLabel(SCAN_BOX).inputValue()).toBe('');
  });

  test('the list of baskets put aside', async () => {
    await siti.press('F6');
    await siti.answers('Bu Tini');
    await siti.sees('Keranjang kosong');
    await siti.presses(/^Panggil/);
    await siti.isOn('Panggil keranjang');
    await siti.scans(tea);
    await expect.poll(settledBasket).toEqual(['1 btl Teh Botol 350 ml 4.750']);
    await shop.clearCounter();
    await siti.sees('Keranjang kosong');
    await siti.presses(/^Panggil/);
    await siti.isOn('Panggil keranjang');
    await siti.press('F9');
    await expect.poll(settledBasket).toEqual(ONE_PACKET);
  });

  test('the pay screen: one more thing on the counter, and no money is typed by it', async () => {
    await siti.presses('Bayar');
    await siti.isAsked(CASH);
    await siti.scans(tea);
    await siti.sees('Ditambah: Teh Botol 350 ml.');
    expect(await siti.page.getByLabel(CASH, { exact: true }).inputValue()).toBe('');
    await siti.press('Escape');
    await expect.poll(settledBasket).toEqual(PACKET_AND_BOTTLE);
    expect(await sold()).toEqual([]);
  });
});

describe('Enter from a scanner', () => {
  test.each(['Bayar', 'Jumlah', 'Hapus'])('presses no button: %s', async (button) => {
    await siti.scans(noodles);
    await siti.sees('1 baris, 1 barang');
    await siti.page.getByRole('button', { name: new RegExp(`^${button}`) }).focus();
    await siti.scans(tea);
    await expect.poll(settledBasket).toEqual(PACKET_AND_BOTTLE);
    expect(await siti.page.getByLabel(CASH, { exact: true }).count()).toBe(0);
  });
});

test('Space presses the button that has the focus, and writes a space in a field', async () => {
  await siti.scans(noodles);
  await siti.sees('1 baris, 1 barang');
  await siti.page.getByRole('button', { name: /^Jumlah/ }).focus();
  await siti.press('Space');
  await siti.isAsked(/^Jumlah Indomie/);
  await siti.press('Escape');
  await siti.types('teh bot');
  expect(await siti.page.getByLabel(SCAN_BOX).inputValue()).toBe('teh bot');
});

describe('keys that bounce', () => {
  beforeEach(async () => {
    await siti.scans(noodles, tea);
    await siti.sees('2 baris, 2 barang');
  });

  test('F9 leads to the money once, and Enter takes it once', async () => {
    await siti.bounces('F9');
    await siti.isAsked(CASH);
    await siti.bounces('Enter');
    await isPaid(siti);
    await siti.page.waitForTimeout(500);
    await isPaid(siti);
    expect(await sold()).toEqual([8200]);
  });

  test('F9 that finishes a sale sells once', async () => {
    await siti.presses('Bayar');
    await siti.isAsked(CASH);
    await siti.page.waitForTimeout(600);
    await siti.bounces('F9');
    await isPaid(siti);
    expect(await sold()).toEqual([8200]);
  });

  test('Delete asks once, and Enter takes one line off', async () => {
    await siti.bounces('Delete');
    await siti.sees(/^Hapus .*Sebabnya/);
    await siti.bounces('Enter');
    await expect.poll(settledBasket).toEqual(ONE_PACKET);
  });

  test('a digit is one digit: of 2 packets there are not 22', async () => {
    await siti.press('F3');
    await siti.isAsked(/^Jumlah Teh/);
    await siti.bounces('2');
    await siti.page.waitForTimeout(100);
    await siti.press('Enter');
    await expect.poll(settledBasket).toEqual([...ONE_PACKET, '2 btl Teh Botol 350 ml 9.500']);
  });

  test('Enter behind a typed code rings it up once', async () => {
    await siti.types('2*102');
    await siti.bounces('Enter');
    await expect.poll(settledBasket).toEqual([...PACKET_AND_BOTTLE, '2 biji Permen kopi 100']);
  });

  test('a held Enter pays once and stays on the change', async () => {
    await siti.presses('Bayar');
    await siti.isAsked(CASH);
    for (let repeat = 0; repeat < 20; repeat += 1) {
      await siti.page.keyboard.down('Enter');
      await siti.page.waitForTimeout(40);
    }
    await siti.page.keyboard.up('Enter');
    await isPaid(siti);
    expect(await sold()).toEqual([8200]);
  });
});

describe('an impatient finger', () => {
  beforeEach(async () => {
    await siti.scans(noodles, tea);
    await siti.sees('2 baris, 2 barang');
  });

  test.each([0, 100, 300])('twice on Bayar, %i ms apart, only opens the pay screen', async (apart) => {
    await clicks(/^Bayar/, apart);
    await siti.isAsked(CASH);
    await siti.page.waitForTimeout(500);
    await siti.isAsked(CASH);
    expect(await sold()).toEqual([]);
  });

  test.each([0, 100, 300])(
    'twice on Selesaikan, %i ms apart, sells once and shows the change',
    async (apart) => {
      await siti.presses('Bayar');
      await siti.isAsked(CASH);
      await siti.page.waitForTimeout(600);
      await clicks(/^Selesaikan/, apart);
      await isPaid(siti);
      await siti.page.waitForTimeout(500);
      await isPaid(siti);
      expect(await sold()).toEqual([8200]);
    },
  );

  test('twice on an offered product rings it up once and leaves the chosen line alone', async () => {
    await siti.types('beras');
    const offer = siti.page.getByRole('option', { name: 'Beras premium', selected: true });
    const { x, y } = await middleOf(offer);
    await siti.page.mouse.click(x, y);
    await siti.page.waitForTimeout(100);
    await siti.page.mouse.click(x, y);
    await expect.poll(settledBasket).toEqual([...PACKET_AND_BOTTLE, '1 kg Beras premium 14.900']);
    await siti.press('F3');
    await siti.isAsked(/^Jumlah Beras premium/);
  });

  /** Two clicks on the place where a button is, whatever has come to lie there by the second. */
  async function clicks(button: RegExp, apart: number): Promise<void> {
    const { x, y } = await middleOf(siti.page.getByRole('button', { name: button, disabled: false }));
    await siti.page.mouse.click(x, y);
    if (apart > 0) await siti.page.waitForTimeout(apart);
    await siti.page.mouse.click(x, y);
  }

  async function middleOf(place: ReturnType<Person['page']['locator']>): Promise<{ x: number; y: number }> {
    const box = await place.boundingBox();
    if (box === null) throw new Error('what is to be clicked is out of sight');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
});

/** Pays with exact money. */
async function paysExactly(): Promise<void> {
  await siti.presses('Bayar');
  await siti.isAsked(CASH);
  await siti.press('Enter');
  await isPaid(siti);
}
