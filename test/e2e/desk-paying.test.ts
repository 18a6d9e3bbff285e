/**
 * The cashier's desk beside plain cash: packs, prices by hand, members, and a payment in parts. By
 * keyboard, and in what the engine has stored afterwards.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EXAMPLE_POLICY } from '../../electron/engine/example/desk.ts';
import type { PaidSale } from '../../shared/contract/till.ts';
import { rupiah } from '../../shared/domain/money.ts';
import { basketOf, isPaid, reads } from '../support/e2e-cashier.ts';
import { NARROW } from '../support/e2e-hosts.ts';
import type { Person } from '../support/e2e-person.ts';
import { LOOKS, Onlooker } from '../support/e2e-screens.ts';
import { ServedShop } from '../support/e2e-shop.ts';
import { GOODS, PEOPLE } from '../support/small-shop.ts';
import { valueOf } from '../support/till.ts';

/** A dus of forty packets has a barcode and a price of its own. */
const DUS = '18996001600143';
const CARD = '77000012';
const CASH = 'Uang tunai diterima';

let shop: ServedShop;
let siti: Person;

beforeAll(async () => {
  shop = await ServedShop.open();
  await shop.openShift();
  const ratna = await shop.as('Ratna');
  valueOf(await ratna.policy.save(EXAMPLE_POLICY));
  const { products } = valueOf(await ratna.catalog.list({ text: 'Indomie' }));
  const terms = valueOf(await ratna.catalog.terms({ productId: products[0]!.productId }));
  const price = { fromThousandths: 0, validFrom: null, validTo: null };
  valueOf(
    await ratna.catalog.saveTerms({
      ...terms,
      packs: [{ unit: 'dus', contentThousandths: 40_000, barcodes: [DUS], plu: null }],
      prices: [
        { ...price, unit: 'dus', tier: 'umum', priceRp: rupiah(130_000) },
        { ...price, unit: null, tier: 'anggota', priceRp: rupiah(3_300) },
      ],
    }),
  );
  const member = valueOf(
    await ratna.members.saveMember({
      memberId: null,
      number: 'A-0147',
      name: 'Sumarni',
      phone: '',
      address: '',
      tier: 'anggota',
      cardCodes: [CARD],
      creditLimitRp: 100_000,
      active: true,
      joinedOn: null,
    }),
  );
  const balances = { pokokRp: 100_000, wajibRp: 50_000, sukarelaRp: 40_000 };
  valueOf(await ratna.members.setSavings({ memberId: member.memberId, ...balances }));
}, 180_000);

afterAll(() => shop.close());

beforeEach(async () => {
  await shop.clearCounter();
  siti = await shop.atWindow('Siti');
  await siti.sees('Keranjang kosong');
  return () => shop.closeWindows();
});

/** What the newest sale was paid with: `qris 50000`. */
async function tendersOfNewest(): Promise<string[]> {
  const client = await shop.as('Siti');
  const [newest] = valueOf(await client.sales.recent({ limit: 1 }));
  const sale = valueOf(await client.returns.sale({ saleId: newest!.saleId }));
  return sale.tenders.map(({ kind, amountRp }: PaidSale['tenders'][number]) => `${kind} ${amountRp}`);
}

/** What stands small below the name of each line. */
function notesOf(cashier: Person): Promise<string[]> {
  const rows = cashier.page.getByRole('table', { name: 'Keranjang' }).locator('tbody tr td:nth-child(2)');
  return rows.evaluateAll((cells) =>
    cells.map((cell) =>
      [...cell.querySelectorAll(':scope > div:nth-of-type(2) span')]
        .map((note) => note.textContent)
        .join(' | '),
    ),
  );
}

describe('ringing up', () => {
  test('a pack by its own barcode, `12*` before a scan, and another unit by one key', async () => {
    await siti.scans(DUS);
    await siti.types('12*');
    await siti.sees('12 ×');
    await siti.scans(GOODS.noodles);
    await expect
      .poll(() => basketOf(siti))
      .toEqual(['1 dus Indomie Goreng 85 g 130.000', '12 bks Indomie Goreng 85 g 42.000']);
    expect(await notesOf(siti)).toEqual(['dus (40 bungkus)', '']);
    await siti.types('2x');
    await siti.scans(DUS);
    await expect.poll(() => basketOf(siti)).toContain('3 dus Indomie Goreng 85 g 390.000');
    await siti.press('ArrowRight');
    await expect.poll(() => basketOf(siti)).toContain('3 bks Indomie Goreng 85 g 10.500');
  });

  test('a member’s card, scanned at any moment, gives the member’s prices', async () => {
    await siti.scans(GOODS.noodles);
    await siti.sees('1 baris, 1 barang');
    await siti.scans(CARD);
    await expect.poll(() => reads(siti, 'Pembeli keranjang ini')).toContain('Sumarni Anggota A-0147');
    await expect.poll(() => basketOf(siti)).toEqual(['1 bks Indomie Goreng 85 g 3.300']);
    expect(await notesOf(siti)).toEqual(['harga anggota | hemat 200']);
    expect(await reads(siti, 'Pembeli keranjang ini')).toContain('Sisa kasbon 100.000 dari 100.000');
    await siti.presses('Pembeli');
    await siti.isAsked('Cari anggota atau lembaga');
    await siti.presses('Lepas');
    await expect.poll(() => basketOf(siti)).toEqual(['1 bks Indomie Goreng 85 g 3.500']);
  });

  test('a price by hand needs a reason and somebody’s word, and holds for that line', async () => {
    await siti.scans(GOODS.tea);
    await siti.sees('1 baris, 1 barang');
    await siti.presses('Harga');
    await siti.isAsked('Ubah harga Teh Botol 350 ml');
    await siti.answers('4000');
    await siti.sees('Sebabnya?');
    await siti.press('2');
    await siti.isOn('Perlu persetujuan');
    await siti.presses(/^Joko/);
    await siti.isAsked('PIN Joko');
    await siti.types(PEOPLE.Joko.pin);
    await siti.press('F10');
    await expect.poll(() => basketOf(siti)).toEqual(['1 btl Teh Botol 350 ml 4.000']);
    expect(await notesOf(siti)).toEqual(['harga khusus: hampir kedaluwarsa | hemat 750']);
  });

  test('a scan while a reason is asked for rings up, and the line stays', async () => {
    await siti.scans(GOODS.tea);
    await siti.sees('1 baris, 1 barang');
    await siti.press('Delete');
    await siti.sees('Hapus Teh Botol 350 ml. Sebabnya?');
    await siti.scans(GOODS.noodles);
    await expect
      .poll(() => basketOf(siti))
      .toEqual(['1 btl Teh Botol 350 ml 4.750', '1 bks Indomie Goreng 85 g 3.500']);
    await siti.isAsked('Scan barcode atau ketik nama barang');
  });
});

describe('paying in parts', () => {
  test('kasbon, QRIS and cash: only the cash is rounded, and nothing is paid before the evidence', async () => {
    const onlooker = new Onlooker(siti.page, 'desk-paying', LOOKS);
    await siti.answers(`10*${GOODS.tea}`, `1*${GOODS.sweet}`);
    await siti.scans(CARD);
    await expect.poll(() => reads(siti, 'Total')).toContain('Rp47.550');
    await siti.presses('Bayar');
    await siti.isAsked(CASH);
    await siti.presses('Kasbon');
    await siti.isAsked('Jumlah Kasbon');
    await siti.answers('20000');
    await siti.isAsked(CASH);
    await siti.presses('QRIS');
    await siti.isAsked('Jumlah QRIS');
    await siti.answers('15000');
    await siti.sees('QRIS menunggu konfirmasi');
    await onlooker.look('qris-waiting');
    await siti.press('F9');
    await siti.isTold('QRIS belum dikonfirmasi.');
    await siti.press('F10');
    await siti.isTold('Bukti belum dipilih.');
    await siti.press('2', 'F10');
    await siti.isAsked(CASH);
    await siti.sees('harus dibayar Rp12.500');
    // Back to the basket and again: what was written down is still there.
    await siti.presses('Keranjang');
    await siti.isAsked('Scan barcode atau ketik nama barang');
    await siti.presses('Bayar');
    await siti.isAsked(CASH);
    await expect.poll(() => reads(siti, 'Cara bayar')).toMatch(/QRIS 15\.000.*Kasbon 20\.000.*Tunai 12\.500/);
    await siti.types('20000');
    await onlooker.look('parts');
    await siti.press('Enter');
    await isPaid(siti);
    await onlooker.look('paid');
    expect(await tendersOfNewest()).toEqual(['qris 15000', 'kasbon 20000', 'cash 12500']);
    expect(onlooker.faults).toEqual([]);
  });

  test('by touch, on a screen of 1024 by 768', async () => {
    const fingers = await shop.atWindow('Siti', { viewport: NARROW, hasTouch: true });
    const onlooker = new Onlooker(fingers.page, 'desk-paying-touch');
    await fingers.answers(`4*${GOODS.tea}`);
    await fingers.scans(CARD);
    await fingers.sees('Sumarni');
    await fingers.taps(/^Bayar/);
    await fingers.isAsked(CASH);
    await fingers.taps(/^Transfer/);
    await fingers.isAsked('Jumlah Transfer');
    for (const key of ['9', '00', '0']) await fingers.taps(key);
    await fingers.page.getByLabel('Nomor bukti transfer').tap();
    for (const key of ['7', '7', '1']) await fingers.taps(key);
    await onlooker.look('transfer');
    await fingers.taps(/^Tambahkan/);
    await fingers.isAsked(CASH);
    await fingers.taps(/^QRIS/);
    await fingers.isAsked('Jumlah QRIS');
    await fingers.taps(/^Tampilkan QR/);
    await fingers.sees('QRIS menunggu konfirmasi');
    await fingers.page.getByRole('radio', { name: 'Mesin' }).tap();
    await onlooker.look('qris');
    await fingers.taps(/^Uang sudah masuk/);
    await fingers.sees('Tidak ada bagian tunai');
    await fingers.taps(/^Selesaikan/);
    await isPaid(fingers);
    await onlooker.look('paid');
    expect(await tendersOfNewest()).toEqual(['qris 10000', 'transfer 9000']);
    expect(onlooker.faults).toEqual([]);
  });

  test('kasbon without a member is refused in words that say how', async () => {
    await siti.scans(GOODS.tea);
    await siti.sees('1 baris, 1 barang');
    await siti.presses('Bayar');
    await siti.isAsked(CASH);
    await siti.press('F4');
    await siti.isTold('Kasbon dan simpanan perlu anggota.');
    // The card attaches while the money is being taken, too.
    await siti.scans(CARD);
    await siti.sees('Keranjang untuk Sumarni.');
    await siti.presses('Simpanan');
    await siti.isAsked('Jumlah Simpanan');
    await siti.press('Enter');
    await siti.sees('Tidak ada bagian tunai');
    await siti.press('Enter');
    await isPaid(siti);
    expect(await tendersOfNewest()).toEqual(['savings 4750']);
  });

  test('past the limit needs somebody’s word', async () => {
    await siti.answers(`30*${GOODS.tea}`);
    await siti.scans(CARD);
    await siti.sees('Sumarni');
    await siti.presses('Bayar');
    await siti.isAsked(CASH);
    await siti.presses('Kasbon');
    await siti.isAsked('Jumlah Kasbon');
    await siti.press('Enter');
    await siti.sees('Tidak ada bagian tunai');
    // F9 waits until a double press of Bayar is surely over; Enter is nobody's second half.
    await siti.press('Enter');
    await siti.isOn('Perlu persetujuan');
    await siti.presses(/^Joko/);
    await siti.isAsked('PIN Joko');
    await siti.types(PEOPLE.Joko.pin);
    await siti.press('F10');
    await isPaid(siti);
    expect(await tendersOfNewest()).toEqual(['kasbon 142500']);
  });

  test('change is given away only where the buyer asks for it', async () => {
    await siti.scans(GOODS.tea);
    await siti.sees('1 baris, 1 barang');
    await siti.presses('Bayar');
    await siti.isAsked(CASH);
    await siti.types('5000');
    await siti.presses('Sumbangkan');
    await siti.isAsked('Sumbangan');
    await siti.answers('100');
    await siti.isAsked(CASH);
    await siti.press('Enter');
    await isPaid(siti);
    await expect
      .poll(() => reads(siti, 'Cara bayar'))
      .toContain('Diterima 5.000 kembalian 200 sumbangan 100');
  });
});

test('a ticket put aside with a waiting QRIS is recalled after a restart, and paid', async () => {
  await siti.answers(`4*${GOODS.tea}`);
  await siti.sees('1 baris, 4 barang');
  await siti.presses('Bayar');
  await siti.isAsked(CASH);
  await siti.presses('QRIS');
  await siti.isAsked('Jumlah QRIS');
  await siti.press('Enter');
  await siti.sees('QRIS menunggu konfirmasi');
  await siti.presses('Keranjang');
  await siti.presses('Tahan');
  await siti.isAsked('Ditahan untuk siapa?');
  await siti.answers('Bu Rahayu');
  await siti.sees('Keranjang kosong');
  shop.killEngine();
  await siti.isTold('Masuk dengan PIN.');
  await shop.signInAt(siti, 'Siti');
  await siti.presses(/^Panggil/);
  await siti.sees('QRIS belum pasti');
  await siti.press('Enter');
  await siti.sees('1 baris, 4 barang');
  await siti.presses('Bayar');
  await siti.sees('QRIS menunggu konfirmasi');
  await siti.press('1', 'F10');
  await siti.sees('Tidak ada bagian tunai');
  await siti.press('Enter');
  await isPaid(siti);
  expect(await tendersOfNewest()).toEqual(['qris 19000']);
});

test('by touch, on a screen of 1024 by 768: put aside, the engine killed, recalled and paid', async () => {
  const fingers = await shop.atWindow('Siti', { viewport: NARROW, hasTouch: true });
  const onlooker = new Onlooker(fingers.page, 'desk-recall-touch');
  await fingers.scans(GOODS.tea, GOODS.noodles);
  await fingers.sees('2 baris, 2 barang');
  await fingers.taps(/^Tahan/);
  await fingers.isAsked('Ditahan untuk siapa?');
  // A keyboard on the screen sends text, and no keys.
  await fingers.page.keyboard.insertText('Pak Slamet');
  await onlooker.look('park');
  await fingers.taps('Tahan');
  await fingers.sees('Keranjang kosong');
  shop.killEngine();
  await fingers.isTold('Masuk dengan PIN.');
  await fingers.taps(/^Siti/);
  for (const digit of PEOPLE.Siti.pin) await fingers.taps(digit);
  await fingers.taps(/^Masuk/);
  await fingers.taps(/^Panggil/);
  await fingers.sees('Pak Slamet');
  await onlooker.look('recall');
  await fingers.taps(/^Panggil/);
  await fingers.sees('2 baris, 2 barang');
  await fingers.taps(/^Bayar/);
  await fingers.isAsked(CASH);
  for (const key of ['1', '00', '00']) await fingers.taps(key);
  // Nobody's fingers are so fast: the key waits until a double tap on Bayar is surely over.
  await onlooker.look('pay');
  await fingers.page.waitForTimeout(500);
  await fingers.taps(/^Selesaikan/);
  await isPaid(fingers);
  expect(await tendersOfNewest()).toEqual(['cash 8200']);
  expect(onlooker.faults).toEqual([]);
});
