/** What the till refuses: each time it says so in words, and what was in the basket stays there. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { basketOf } from '../support/e2e-cashier.ts';
import type { Person } from '../support/e2e-person.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { GOODS } from '../support/small-shop.ts';

const ONE_PACKET = ['1 bks Indomie Goreng 85 g 3.500'];

let shop: ServedShop;
let siti: Person;

beforeAll(async () => {
  shop = await ServedShop.open();
  siti = await shop.atWindow('Siti');
}, 180_000);

afterAll(() => shop.close());

test('before the shift is open a scan is refused, and nothing is in the basket afterwards', async () => {
  await siti.goesTo('Kasir');
  await siti.isOn('Shift belum dibuka');
  await siti.scans(GOODS.noodles);
  await siti.isTold(`Barcode ${GOODS.noodles} belum masuk keranjang.`);
  await siti.presses('Buka kasir');
  await siti.isAsked('Modal awal');
  await siti.answers('100000');
  await siti.sees('Keranjang kosong');
  expect(await basketOf(siti)).toEqual([]);
});

describe('with a packet of noodles in the basket', () => {
  beforeEach(async () => {
    await shop.clearCounter();
    await siti.page.reload();
    await siti.sees('Keranjang kosong');
    await siti.scans(GOODS.noodles);
    await siti.sees('1 baris, 1 barang');
  });

  test('a barcode nobody knows', async () => {
    await siti.scans('8999999000011');
    await siti.isTold('Barcode 8999999000011 belum terdaftar. Keranjang tidak berubah.');
    expect(await basketOf(siti)).toEqual(ONE_PACKET);
  });

  test('a barcode misread in its last digit', async () => {
    await siti.scans('089686010948');
    await siti.isTold('Barcode 089686010948 salah baca. Keranjang tidak berubah.');
    expect(await basketOf(siti)).toEqual(ONE_PACKET);
  });

  test.each([
    ['goods without a price', GOODS.syrup, 'Sirup jeruk belum ada harga. Keranjang tidak berubah.'],
    ['goods no longer sold', GOODS.oldSoap, 'Sabun lama sudah tidak dijual. Keranjang tidak berubah.'],
    ['half a packet', `0,5*${GOODS.noodles}`, 'Indomie Goreng 85 g dijual utuh, bukan pecahan.'],
  ])('%s', async (_what, typed, words) => {
    await siti.answers(typed);
    await siti.isTold(words);
    expect(await basketOf(siti)).toEqual(ONE_PACKET);
  });

  test.each([
    ['none', '0', 'Jumlah harus lebih dari nol. Keranjang tidak berubah.'],
    ['less than none', '-3', 'Jumlah tidak terbaca. Keranjang tidak berubah.'],
    ['a barcode’s worth', '8998866200301', 'Jumlah tidak terbaca.'],
    ['more than any shop has', '1000000', 'Jumlah paling banyak'],
  ])('a quantity of %s', async (_what, quantity, words) => {
    await siti.presses('Jumlah');
    await siti.isAsked('Jumlah Indomie Goreng 85 g, bungkus');
    await siti.answers(quantity);
    await siti.isTold(words);
    expect(await basketOf(siti)).toEqual(ONE_PACKET);
  });

  test.each([
    ['too little money', '1000', 'Uang kurang Rp2.500. Belum dibayar, keranjang tetap.'],
    ['a barcode for money', '8998866200301', 'Uang kurang Rp3.500. Belum dibayar, keranjang tetap.'],
  ])('%s', async (_what, money, words) => {
    await siti.presses('Bayar');
    await siti.isAsked('Uang tunai diterima');
    await siti.answers(money);
    await siti.isTold(words);
    expect(await shop.sales()).toEqual([]);
    await siti.presses('Keranjang');
    await expect.poll(() => basketOf(siti)).toEqual(ONE_PACKET);
  });
});
