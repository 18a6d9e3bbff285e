/**
 * Every screen, on the shop's usual window and on the smallest, in paper and in the dark: each control
 * says what it is, no text is cut off, and the console is silent. Pictures lie in artifacts/e2e/.
 */
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isPaid } from '../support/e2e-cashier.ts';
import { newContext, newHome, openBrowser } from '../support/e2e-hosts.ts';
import { Person } from '../support/e2e-person.ts';
import { LOOKS, Onlooker } from '../support/e2e-screens.ts';
import { served, stopAllStarted, type ServedLine } from '../support/e2e-start.ts';

let browser: Browser;
const homes = [newHome(), newHome()] as const;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await stopAllStarted();
  for (const home of homes) rmSync(home.path, { recursive: true, force: true });
});

async function openWindow({ url }: ServedLine): Promise<Page> {
  const page = await (await newContext(browser)).newPage();
  await page.goto(url);
  return page;
}

describe('the first run', () => {
  test('asks on screens that are right in every look', async () => {
    const page = await openWindow((await served(homes[0].shop)).line);
    const ratna = new Person(page);
    const onlooker = new Onlooker(page, 'every-screen/first-run', LOOKS);
    await ratna.isOn('Selamat datang di Gerai');
    await onlooker.look('welcome');
    await ratna.press('1', 'F9');
    await ratna.sees('Belum diisi.');
    await onlooker.look('shop-missing');
    await ratna.answers('Koperasi Desa Merah Putih Sukamaju Makmur', 'Gerai Sukamaju', 'Jl. Balai Desa 3');
    await ratna.isAsked('Kabupaten atau kota');
    await ratna.press('F9');
    await onlooker.look('place-missing');
    await ratna.answers('Kabupaten Hulu Sungai Tengah');
    await ratna.press('2', '5');
    await onlooker.look('place');
    await ratna.press('F9');
    await ratna.isAsked('Kode gerai');
    await onlooker.look('till');
    await ratna.press('Enter', 'Enter', '2', 'F9');
    await ratna.isAsked('Nama pengurus');
    await ratna.answers('Ratna', '1234', '1234');
    await ratna.sees('PIN terlalu mudah ditebak.');
    await onlooker.look('owner-weak-pin');
    expect(onlooker.faults).toEqual([]);
  });
});

describe('the example store', () => {
  let person: Person;
  let onlooker: Onlooker;
  let pins: Record<string, string>;

  beforeAll(async () => {
    const { line } = await served(homes[1].shop, '--demo');
    pins = line.pins ?? {};
    const page = await openWindow(line);
    person = new Person(page);
    onlooker = new Onlooker(page, 'every-screen/example-store', LOOKS);
  }, 120_000);

  beforeEach(({ onTestFailed }) => {
    onTestFailed(() => onlooker.look('failed'));
  });

  test('signing in', async () => {
    await person.isOn('Siapa yang bertugas');
    await onlooker.look('sign-in');
    await person.presses(/pengurus/);
    await person.answers('0000');
    await person.sees('PIN salah.');
    await onlooker.look('wrong-pin');
    await person.answers(pins['pengurus']!);
    await person.isAsked('Modal awal');
    expect(onlooker.faults).toEqual([]);
  });

  test('opening a shift', async () => {
    await person.press('F9');
    await person.sees('Isi modal awal, boleh 0.');
    await onlooker.look('open-shift-missing');
    await person.presses('Kasir');
    await person.isOn('Shift belum dibuka');
    await onlooker.look('till-closed');
    await person.presses('Buka kasir');
    await person.isAsked('Modal awal');
    await person.answers('300000');
    await person.sees('Keranjang kosong');
    await onlooker.look('till-empty');
    expect(onlooker.faults).toEqual([]);
  });

  test('selling', async () => {
    for (const plu of ['1', '2', '17', '4', '5', '6', '7', '8', '9']) await person.answers(`2*${plu}`);
    for (const weighed of ['1,25*11', '0,250*14', '12,5*15']) await person.answers(weighed);
    await person.sees(/^12 baris/);
    await onlooker.look('basket');
    await person.types('indom');
    await person.page.getByRole('option').first().waitFor();
    await onlooker.look('search');
    await person.press('Escape');
    await person.types('tidakada');
    await person.sees('Tidak ada barang dengan nama');
    await onlooker.look('search-nothing');
    await person.press('Escape', 'F3');
    await person.isAsked(/^Jumlah /);
    await onlooker.look('quantity');
    await person.press('Escape');
    await person.scans('8999999000011');
    await person.isTold('belum terdaftar');
    await onlooker.look('refused');
    await person.press('F12', 'Escape');
    await person.sees(/^Batalkan seluruh keranjang/);
    await onlooker.look('abandon');
    await person.press('Escape', 'Delete');
    await person.sees(/^Hapus .* Sebabnya/);
    await onlooker.look('remove');
    await person.press('5');
    await person.isAsked('Tulis sebab lain');
    await onlooker.look('remove-note');
    await person.press('Escape');
    await person.types('12*');
    await onlooker.look('times');
    await person.press('Escape');
    expect(onlooker.faults).toEqual([]);
  });

  test('a price by hand, for whom the basket is', async () => {
    await person.presses('Harga');
    await person.isAsked(/^Ubah harga/);
    await person.types('1000');
    await onlooker.look('change');
    await person.press('Enter');
    await person.sees('Sebabnya?');
    await onlooker.look('change-why');
    await person.press('Escape');
    await person.presses('Pembeli');
    await person.isAsked('Cari anggota atau lembaga');
    await onlooker.look('buyer-none');
    await person.types('Siti Aminah Rahayu');
    await person.press('F6');
    await person.sees(/menjadi anggota/);
    await onlooker.look('member');
    expect(onlooker.faults).toEqual([]);
  });

  test('putting a basket aside and calling it back', async () => {
    await person.presses('Tahan');
    await person.isAsked('Ditahan untuk siapa?');
    await onlooker.look('park');
    await person.answers('Bu Rahayu Kusumawardani, RT 4');
    await person.sees('Keranjang kosong');
    await onlooker.look('parked');
    await person.presses(/^Panggil/);
    await person.isOn('Panggil keranjang');
    await onlooker.look('recall');
    await person.press('Enter');
    await person.sees(/^12 baris/);
    expect(onlooker.faults).toEqual([]);
  });

  test('help, menu, and the drawer without a sale', async () => {
    await person.presses('Bantuan');
    await person.isOn('Tombol di layar ini');
    await onlooker.look('help');
    await person.press('Escape');
    await person.presses('Menu');
    await person.isOn('Buka bagian');
    await onlooker.look('menu');
    await person.presses('Buka laci');
    await person.isOn('Buka laci tanpa jual');
    await onlooker.look('drawer');
    await person.presses('Kasir');
    await person.sees(/^12 baris/);
    expect(onlooker.faults).toEqual([]);
  });

  test('paying', async () => {
    await person.presses('Bayar');
    await person.isAsked('Uang tunai diterima');
    await onlooker.look('pay');
    for (const [way, screen] of [
      ['Kasbon', 'pay-kasbon'],
      ['Transfer', 'pay-transfer'],
      ['QRIS', 'pay-qris'],
    ] as const) {
      await person.presses(way);
      await person.isAsked(`Jumlah ${way}`);
      await onlooker.look(screen);
    }
    await person.answers('');
    await person.sees('QRIS menunggu konfirmasi');
    await onlooker.look('pay-qris-waiting');
    await person.press('F9');
    await person.isTold('QRIS belum dikonfirmasi.');
    await person.press('Delete');
    await person.presses('Tunai');
    await person.isAsked('Uang tunai diterima');
    await person.answers('1000');
    await person.isTold('Uang kurang');
    await onlooker.look('pay-short');
    await person.types('000');
    await person.press('Enter');
    await isPaid(person);
    await onlooker.look('paid');
    await person.presses('Cetak ulang');
    await person.isTold('Printer belum dipasang');
    await onlooker.look('reprinted-without-printer');
    await person.presses('Pembeli berikut');
    await person.sees('Keranjang kosong');
    await person.answers('2*9');
    await person.sees('1 baris, 2 barang');
    await person.presses('Cetak ulang');
    await person.isOn('Cetak ulang struk');
    await onlooker.look('receipts');
    await person.press('Escape');
    await person.presses('Bayar');
    await person.isAsked('Uang tunai diterima');
    await person.press('Enter');
    await isPaid(person);
    expect(onlooker.faults).toEqual([]);
  });

  test('closing the shift and the day', async () => {
    await person.goesTo('Kas');
    await person.isAsked('Lembar 100.000');
    await person.answers('12', '3', '1');
    await onlooker.look('count');
    await person.presses('Kunci hitungan');
    await person.sees('Menurut catatan');
    await person.presses('Tutup kasir');
    await person.sees('Pilih sebab dulu');
    await onlooker.look('variance');
    await person.press('4');
    await person.presses('Tutup kasir');
    await person.sees('Shift sudah ditutup.');
    await onlooker.look('close-day');
    await person.presses('Tutup hari, cetak Z');
    await person.sees('Z-0001 selesai.');
    await onlooker.look('report');
    expect(onlooker.faults).toEqual([]);
  });

  test('goods', async () => {
    await person.goesTo('Barang');
    await person.isAsked(/^Cari barang/);
    await person.types('beras');
    await person.sees('Beras SPHP 5 kg');
    await onlooker.look('catalogue');
    await person.press('Enter');
    await person.isAsked('Harga jual');
    await onlooker.look('product');
    await person.presses('Satuan & harga');
    await person.isOn('Satuan & harga');
    await onlooker.look('terms');
    await person.presses('Tambah satuan');
    await person.presses('Tambah harga');
    await person.press('F9');
    await person.sees('Belum diisi.');
    await onlooker.look('terms-missing');
    await person.press('Escape');
    await person.isAsked('Harga jual');
    await person.press('Escape');
    await person.presses('Barang baru');
    await person.isAsked('Nama barang');
    await person.press('F9');
    await person.sees('Belum diisi.');
    await onlooker.look('new-product-missing');
    await person.press('Escape');
    await person.presses('Impor berkas');
    await person.isOn('Impor barang');
    await onlooker.look('import');
    expect(onlooker.faults).toEqual([]);
  });

  test('promotions', async () => {
    await person.goesTo('Promo');
    await person.isOn('Promo');
    await onlooker.look('promotions');
    await person.press('ArrowDown', 'Enter');
    await person.isAsked('Nama promo');
    await onlooker.look('promotion');
    await person.press('Escape');
    await person.presses('Promo baru');
    await person.isAsked('Nama promo');
    await person.press('F9');
    await person.sees('Belum diisi.');
    await onlooker.look('promotion-missing');
    expect(onlooker.faults).toEqual([]);
  });

  test('settings', async () => {
    await person.goesTo('Setelan');
    await person.isOn('Setelan');
    await person.press('8');
    await person.tabsTo('Alamat printer');
    await person.press('F9');
    await person.sees('Isi alamat printer.');
    await onlooker.look('printer-missing');
    for (const section of ['Kabupaten', 'Petugas', 'Tampilan', 'Tentang', 'Aturan kasir']) {
      await person.goesTo('Setelan');
      await person.presses(section);
      await person.page.locator('[aria-current="page"]', { hasText: section }).waitFor();
      await onlooker.look(section.toLowerCase().replace(' ', '-'));
    }
    await person.presses('Petugas');
    await person.presses('Tambah petugas');
    await person.isAsked('Nama');
    await person.press('F9');
    await person.sees('Belum diisi.');
    await onlooker.look('staff-missing');
    expect(onlooker.faults).toEqual([]);
  });
});
