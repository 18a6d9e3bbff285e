/** Forty items for one buyer: once by keyboard and scanner alone, once by fingers on a small screen. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { basketOf, isPaid, reads } from '../support/e2e-cashier.ts';
import { NARROW } from '../support/e2e-hosts.ts';
import type { Person } from '../support/e2e-person.ts';
import { Onlooker } from '../support/e2e-screens.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { GOODS } from '../support/small-shop.ts';

const SCAN_BOX = 'Scan barcode atau ketik nama barang';
/** A sack's worth of rice counts as one item, as on the counter. */
const FORTY_ITEMS = [
  '22 bks Indomie Goreng 85 g 77.000',
  '3 biji Permen kopi 150',
  '1,500 kg Beras premium 22.350',
  '14 btl Teh Botol 350 ml 66.500',
];
const DUE_RP = 166_000;

let shop: ServedShop;
let before: number;

beforeAll(async () => {
  shop = await ServedShop.open();
  await shop.openShift();
}, 180_000);

afterAll(() => shop.close());

beforeEach(async () => {
  await shop.clearCounter();
  before = (await shop.sales()).length;
  return () => shop.closeWindows();
});

async function sold(): Promise<number[]> {
  return (await shop.sales()).slice(before);
}

test('by keyboard alone', async () => {
  const siti = await shop.atWindow('Siti');
  const onlooker = new Onlooker(siti.page, 'desk-forty-keyboard');
  await siti.sees('Keranjang kosong');
  for (let packet = 0; packet < 10; packet += 1) await siti.scans(GOODS.noodles);
  await siti.types('12*');
  await siti.scans(GOODS.noodles);
  for (let sweet = 0; sweet < 3; sweet += 1) await siti.answers(GOODS.sweet);
  await siti.answers(`1,5*${GOODS.rice}`);
  await siti.types('teh bot');
  await siti.page.getByRole('option', { name: /^Teh Botol/, selected: true }).waitFor();
  await siti.press('Enter');
  for (let bottle = 0; bottle < 8; bottle += 1) await siti.scans(GOODS.tea);
  await siti.sees('4 baris, 35 barang');
  await siti.press('F3');
  await siti.isAsked(/^Jumlah Teh Botol 350 ml/);
  await siti.answers('14');
  await siti.sees('4 baris, 40 barang');
  await siti.isAsked(SCAN_BOX);
  expect(await basketOf(siti)).toEqual(FORTY_ITEMS);
  await onlooker.look('basket');

  await siti.presses('Bayar');
  await siti.isAsked('Uang tunai diterima');
  await siti.answers('200000');
  await isPaid(siti);
  expect(await reads(siti, 'Kembalian')).toContain('Rp34.000');
  await onlooker.look('paid');
  expect(await sold()).toEqual([DUE_RP]);
  await siti.scans(GOODS.tea);
  await expect.poll(() => basketOf(siti)).toEqual(['1 btl Teh Botol 350 ml 4.750']);
  expect(onlooker.faults).toEqual([]);
});

test('by touch, on a screen of 1024 by 768', async () => {
  const siti = await shop.atWindow('Siti', { viewport: NARROW, hasTouch: true });
  const onlooker = new Onlooker(siti.page, 'desk-forty-touch');
  await siti.sees('Keranjang kosong');
  for (let packet = 0; packet < 10; packet += 1) await siti.scans(GOODS.noodles);
  await setsQuantity(siti, '22');
  await finds(siti, 'permen', 'Permen kopi');
  await setsQuantity(siti, '3');
  await finds(siti, 'beras', 'Beras premium');
  await setsQuantity(siti, '1,5');
  await siti.scans(GOODS.tea);
  await siti.taps(/^Jumlah/);
  await siti.isAsked(/^Jumlah Teh Botol/);
  await onlooker.look('quantity');
  await taps(siti, '14');
  await siti.taps(/^Ubah/);
  await siti.sees('4 baris, 40 barang');
  expect(await basketOf(siti)).toEqual(FORTY_ITEMS);
  await onlooker.look('basket');

  await siti.taps(/^Bayar/);
  await siti.isAsked('Uang tunai diterima');
  // Two hundred thousand, digit by digit.
  await taps(siti, '200');
  await siti.taps('00');
  await siti.taps('0');
  await onlooker.look('pay');
  await siti.taps(/^Selesaikan/);
  await isPaid(siti);
  expect(await reads(siti, 'Kembalian')).toContain('Rp34.000');
  await onlooker.look('paid');
  expect(await sold()).toEqual([DUE_RP]);
  // Only now is a tap no second half of the one that finished the sale.
  await siti.page.waitForTimeout(600);
  await siti.taps(/^Pembeli berikut/);
  await siti.sees('Keranjang kosong');
  expect(onlooker.faults).toEqual([]);
});

/** Types words on the screen keyboard of the system, and taps what is found. */
async function finds(siti: Person, words: string, product: string): Promise<void> {
  await siti.page.getByLabel(SCAN_BOX).tap();
  // Such a keyboard sends text, and no keys.
  await siti.page.keyboard.insertText(words);
  await siti.page.getByRole('option', { name: product }).tap();
  await expect.poll(() => basketOf(siti)).toContainEqual(expect.stringContaining(product));
}

/** F3 with a finger: the button, the number pad, the button. */
async function setsQuantity(siti: Person, digits: string): Promise<void> {
  await siti.taps(/^Jumlah/);
  await siti.page.locator('#till-quantity').waitFor();
  await taps(siti, digits);
  await siti.taps(/^Ubah/);
  await siti.isAsked(SCAN_BOX);
}

/** Digits on the number pad of the screen. */
async function taps(siti: Person, digits: string): Promise<void> {
  for (const digit of digits) await siti.taps(digit);
}
