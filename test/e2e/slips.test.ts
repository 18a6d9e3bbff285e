/** Worn keys, nervous fingers and a scanner that never waits: what is meant once happens once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { basketOf, isPaid, reads } from '../support/e2e-cashier.ts';
import type { Person } from '../support/e2e-person.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { GOODS } from '../support/small-shop.ts';

const TWO_PACKETS = ['2 bks Indomie Goreng 85 g 7.000'];

let shop: ServedShop;
let siti: Person;

beforeAll(async () => {
  shop = await ServedShop.open();
  await shop.openShift();
  siti = await shop.atWindow('Siti');
}, 180_000);

afterAll(() => shop.close());

/** One packet of noodles in the basket, and how many sales there were before it is paid. */
let before: number;

beforeEach(async () => {
  await shop.clearCounter();
  await siti.page.reload();
  await siti.sees('Keranjang kosong');
  await siti.scans(GOODS.noodles);
  await siti.sees('1 baris, 1 barang');
  before = (await shop.sales()).length;
});

async function soldSince(): Promise<number[]> {
  return (await shop.sales()).slice(before);
}

describe('paying', () => {
  test('a double click on Bayar opens the pay screen and sells nothing yet', async () => {
    await siti.page.getByRole('button', { name: 'Bayar' }).dblclick();
    await siti.isAsked('Uang tunai diterima');
    expect(await soldSince()).toEqual([]);
    // Had the second click paid, this Enter would find nothing to pay.
    await siti.press('Enter');
    await isPaid(siti);
    expect(await soldSince()).toEqual([3500]);
  });

  test('a double click on Selesaikan sells once, and the change stays on the screen', async () => {
    await siti.presses('Bayar');
    await siti.isAsked('Uang tunai diterima');
    await siti.types('5000');
    const finish = siti.page.getByRole('button', { name: 'Selesaikan' });
    const paid = siti.page.getByRole('main', { name: 'Lunas' });
    // Until the screen has been seen for half a second it takes no click at all.
    await expect
      .poll(async () => {
        if (await finish.isVisible()) await finish.dblclick({ timeout: 1000 });
        return paid.isVisible();
      })
      .toBe(true);
    expect(await reads(siti, 'Kembalian')).toContain('Rp1.500');
    expect(await soldSince()).toEqual([3500]);
  });

  test('an Enter that bounces sells once, and the change stays on the screen', async () => {
    await siti.presses('Bayar');
    await siti.isAsked('Uang tunai diterima');
    await siti.types('10000');
    await siti.bounces('Enter');
    await isPaid(siti);
    expect(await reads(siti, 'Kembalian')).toContain('Rp6.500');
    expect(await soldSince()).toEqual([3500]);
  });

  test('an Enter that follows faster than any hand pays all the digits before it', async () => {
    await siti.presses('Bayar');
    await siti.isAsked('Uang tunai diterima');
    await siti.page.keyboard.type('5000');
    await siti.press('Enter');
    await isPaid(siti);
    expect(await reads(siti, 'Kembalian')).toContain('Rp1.500');
  });
});

describe('a scan', () => {
  test('while the money is being typed lands in no field: one more thing is in the basket', async () => {
    await siti.presses('Bayar');
    await siti.isAsked('Uang tunai diterima');
    await siti.types('9');
    await siti.scans(GOODS.tea);
    await siti.sees('Total sekarang Rp8.250.');
    expect(await siti.page.getByLabel('Uang tunai diterima').inputValue()).toBe('9');
    expect(await soldSince()).toEqual([]);
    await siti.types('000');
    await siti.press('Enter');
    await isPaid(siti);
    // Rp8.250 in cash are Rp8.200.
    expect(await reads(siti, 'Kembalian')).toContain('Rp800');
    expect(await soldSince()).toEqual([8200]);
  });

  test('while a button has the focus rings up the goods and presses nothing', async () => {
    await siti.tabsToButton('Bayar');
    await siti.scans(GOODS.noodles);
    await expect.poll(() => basketOf(siti)).toEqual(TWO_PACKETS);
    expect(await siti.page.getByLabel('Uang tunai diterima').count()).toBe(0);
  });

  test('over the help closes it and rings up the goods', async () => {
    await siti.presses('Bantuan');
    await siti.isOn('Tombol di layar ini');
    await siti.scans(GOODS.noodles);
    await expect.poll(() => basketOf(siti)).toEqual(TWO_PACKETS);
  });

  test('right after Lunas begins the next basket', async () => {
    await siti.presses('Bayar');
    await siti.isAsked('Uang tunai diterima');
    await siti.press('Enter');
    await isPaid(siti);
    await siti.scans(GOODS.tea);
    await expect.poll(() => basketOf(siti)).toEqual(['1 btl Teh Botol 350 ml 4.750']);
  });
});
