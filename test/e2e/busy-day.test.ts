/** The evening of a busy day: the count and the report show where every rupiah came from and went. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { busyDay } from '../support/busy-day.ts';
import type { Person } from '../support/e2e-person.ts';
import { LOOKS, Onlooker } from '../support/e2e-screens.ts';
import { ServedShop } from '../support/e2e-shop.ts';

let shop: ServedShop;

beforeAll(async () => {
  shop = await ServedShop.open();
  await shop.openShift();
  await busyDay(await shop.as('Siti'), await shop.as('Joko'));
}, 180_000);

afterAll(() => shop.close());

/** The rows of a part of the screen, each as the words and figures that stand in it. */
const rowsOf = (person: Person, part: string) =>
  person.page
    .getByRole('region', { name: part })
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) =>
        Array.from(row.querySelectorAll('td'), (each) => each.textContent)
          .filter((text) => text !== '')
          .join(' '),
      ),
    );

test('the count shows cash for debts and cash given back between sales and what should be there', async () => {
  const siti = await shop.atWindow('Siti');
  const onlooker = new Onlooker(siti.page, 'busy-day/count', LOOKS);
  await siti.goesTo('Kas');
  await siti.isAsked('Lembar 100.000');
  await siti.answers('1');
  await siti.presses('Kunci hitungan');
  await siti.sees('Menurut catatan');
  const facts = await siti.page.locator('dl').filter({ hasText: 'Menurut catatan' }).innerText();
  expect(facts.split(/\s*\n\s*/)).toEqual(
    ['Modal awal', '100.000', 'Penjualan tunai, 3 nota', '16.200', 'Utang dibayar tunai', '4.700'].concat([
      'Retur tunai',
      '−4.700',
      'Menurut catatan',
      '116.200',
      'Dihitung di laci',
      '100.000',
    ]),
  );
  await onlooker.look('result');
  await siti.press('1');
  await siti.presses('Tutup kasir');
  await siti.sees('Shift sudah ditutup.');
  expect(onlooker.faults).toEqual([]);
});

test('the report shows every way of paying, returns and debts paid, and how they come to the net', async () => {
  const joko = await shop.atWindow('Joko');
  const onlooker = new Onlooker(joko.page, 'busy-day/report', LOOKS);
  await joko.goesTo('Laporan');
  await joko.isOn('Laporan harian');
  await joko.sees('Utang dibayar');
  expect(await rowsOf(joko, 'Cara bayar')).toEqual([
    '',
    'Tunai 3 16.200',
    'Transfer 1 10.000',
    'Kasbon 1 4.750',
    'Jumlah 30.950',
    'Titipan sumbangan −100',
    'Retur dikembalikan −4.700',
    'Penjualan bersih 26.150',
  ]);
  await joko.sees('Ada nota yang dibayar dengan lebih dari satu cara.');
  expect(await rowsOf(joko, 'Retur dikembalikan')).toContain('Tunai 1 4.700');
  expect(await rowsOf(joko, 'Utang dibayar')).toEqual([
    '',
    'Tunai 1 4.700',
    'Jumlah 4.700',
    'Pembulatan tunai 50',
    'Utang berkurang 4.750',
  ]);
  const categories = await rowsOf(joko, 'Penjualan per kelompok');
  expect(categories).toContain('Retur, 1 nota −4.750');
  expect(categories.at(-1)).toBe('Bersih 26.150');
  expect(await rowsOf(joko, 'Kas di laci')).toContain('Utang dibayar tunai 4.700');
  await joko.sees('Persetujuan: harga atur, oleh Joko');
  await onlooker.look('top');
  await joko.page.getByRole('region', { name: 'Kejadian khusus' }).scrollIntoViewIfNeeded();
  await onlooker.look('bottom');
  expect(onlooker.faults).toEqual([]);
});
