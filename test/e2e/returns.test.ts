/** Goods come back: by a scan of their receipt, with somebody's word, in every look. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { basketOf, isPaid } from '../support/e2e-cashier.ts';
import { NARROW } from '../support/e2e-hosts.ts';
import type { Person } from '../support/e2e-person.ts';
import { LOOKS, Onlooker } from '../support/e2e-screens.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { GOODS, PEOPLE, sell } from '../support/small-shop.ts';
import { valueOf } from '../support/till.ts';

let shop: ServedShop;
let siti: Person;
/** The receipt of two packets of noodles, a bottle of tea and 1,25 kg of rice. */
let receipt: string;
let saleId: string;

beforeAll(async () => {
  shop = await ServedShop.open();
  await shop.openShift();
  siti = await shop.atWindow('Siti');
}, 180_000);

afterAll(() => shop.close());

beforeEach(async () => {
  await shop.clearCounter();
  const client = await shop.as('Siti');
  valueOf(await client.till.scan({ code: GOODS.rice, quantityThousandths: 1_250 }));
  ({ receipt, saleId } = await sell(client, GOODS.noodles, GOODS.noodles, GOODS.tea));
  await siti.page.reload();
  await siti.sees('Keranjang kosong');
});

/** The lines of the return as they stand on the screen: what of each comes back. */
const comesBack = () =>
  siti.page
    .getByRole('table', { name: 'Barang di nota ini' })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          `${row.querySelector('output')?.textContent ?? '-'} ${row.querySelector('td')?.firstChild?.textContent}`,
      ),
    );
const leftOf = async () => {
  const { lines } = valueOf(await (await shop.as('Siti')).returns.sale({ saleId }));
  return lines.map((line) => line.leftThousandths);
};

describe('a return', () => {
  test('by keyboard alone: receipt scanned, goods chosen, allowed by PIN, money handed back', async () => {
    const onlooker = new Onlooker(siti.page, 'returns', LOOKS);
    await siti.scans(receipt);
    await siti.isOn(`Retur nota ${receipt.slice(-4)}`);
    await onlooker.look('receipt');
    await siti.press('F9');
    await siti.isTold('Belum ada barang yang kembali.');
    await siti.press('ArrowDown', 'ArrowRight', 'ArrowDown', 'F7', 'ArrowUp');
    expect(await comesBack()).toEqual(['0 Beras premium', '1 Indomie Goreng 85 g', '1 Teh Botol 350 ml']);
    await siti.press('F9');
    await siti.isTold('Alasan belum dipilih.');
    await siti.press('2');
    await siti.sees('Dikembalikan ke pembeli');
    await onlooker.look('chosen');
    await siti.press('F9');
    await siti.isOn('Perlu persetujuan');
    await onlooker.look('approval-who');
    await siti.presses(/^Joko/);
    await siti.isAsked('PIN Joko');
    await siti.answers('0000');
    await siti.sees('PIN salah.');
    await onlooker.look('approval-pin');
    await siti.types(PEOPLE.Joko.pin);
    await siti.press('F10');
    await siti.page.getByRole('main', { name: 'Retur tercatat' }).waitFor();
    await siti.sees('8.200');
    await onlooker.look('returned');
    expect(await leftOf()).toEqual([1_250, 1_000, 0]);
    await siti.sees('Selesai');
    await expect
      .poll(async () => {
        await siti.press('Enter');
        return siti.page.getByText('Keranjang kosong').isVisible();
      })
      .toBe(true);
    expect(onlooker.faults).toEqual([]);
  });

  test('is given up with Esc at any point, and nothing has come back', async () => {
    await siti.scans(receipt);
    await siti.isOn(`Retur nota ${receipt.slice(-4)}`);
    await siti.press('F6', '1', 'F9');
    await siti.presses(/^Joko/);
    await siti.isAsked('PIN Joko');
    await siti.press('Escape');
    await siti.sees('Siapa yang menyetujui');
    // The same key at once would be a bounce.
    await expect
      .poll(async () => {
        await siti.press('Escape');
        return siti.page.getByText('Belum disetujui').isVisible();
      })
      .toBe(true);
    expect(await comesBack()).toEqual(['1,250 Beras premium', '2 Indomie Goreng 85 g', '1 Teh Botol 350 ml']);
    await siti.press('Escape');
    await siti.sees('Keranjang kosong');
    expect(await leftOf()).toEqual([1_250, 2_000, 1_000]);
  });

  test('of weighed goods takes the weight that is typed', async () => {
    await siti.press('F11');
    await siti.isOn('Cetak ulang struk');
    await siti.presses('Retur');
    await siti.isOn(`Retur nota ${receipt.slice(-4)}`);
    await siti.press('F3');
    await siti.isAsked(/^Beras premium, paling banyak 1,250 kg/);
    await siti.answers('0,333');
    expect(await comesBack()).toEqual(['0,333 Beras premium', '0 Indomie Goreng 85 g', '0 Teh Botol 350 ml']);
    await siti.press('Escape');
  });
});

describe('an exchange', () => {
  beforeEach(async () => {
    siti = await shop.atWindow('Siti', { viewport: NARROW, hasTouch: true });
    await siti.sees('Keranjang kosong');
  });

  test('by touch on the smallest screen: noodles come back, tea goes out, the difference is paid', async () => {
    const onlooker = new Onlooker(siti.page, 'exchange', LOOKS);
    await siti.scans(receipt);
    await siti.isOn(`Retur nota ${receipt.slice(-4)}`);
    await siti.taps('Tambah: Indomie Goreng 85 g');
    await siti.page.getByRole('radio', { name: /^Salah barang/ }).check({ force: true });
    await siti.taps(/^Tukar barang/);
    await siti.taps(/^Joko/);
    for (const digit of PEOPLE.Joko.pin) await siti.taps(digit);
    await siti.taps(/^Setujui/);
    await siti.sees('Ditukar dari nota');
    await siti.scans(GOODS.tea);
    await siti.sees('1 baris, 1 barang');
    expect(await basketOf(siti)).toEqual(['1 btl Teh Botol 350 ml 4.750']);
    await onlooker.look('basket');
    await siti.presses('Bayar');
    await siti.isAsked('Uang tunai diterima');
    await siti.press('Enter');
    await isPaid(siti);
    expect(await leftOf()).toEqual([1_250, 1_000, 1_000]);
    expect(onlooker.faults).toEqual([]);
  });
});
