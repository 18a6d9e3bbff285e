/** The first day of a new store, by keyboard alone: from the first question to the district's receipt. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { EMPTY_DAY_TOTALS } from '../../shared/domain/day-totals.ts';
import { HOSTS, newHome, type Home, type OpenTill } from '../support/e2e-hosts.ts';
import { basketOf, factOf, peopleOn, reads, walksTo } from '../support/e2e-cashier.ts';
import { Onlooker } from '../support/e2e-screens.ts';
import { Person } from '../support/e2e-person.ts';
import { pagesOfPdf } from '../support/pdf.ts';
import { TestDistrict } from '../support/test-district.ts';
import { VirtualPrinter } from '../support/virtual-printer.ts';

const GOODS = path.join(import.meta.dirname, 'barang.csv');
const RATNA = { name: 'Ratna', pin: '8264' };
const SITI = { name: 'Siti', pin: '4826' };
const SCAN_BOX = 'Scan barcode atau ketik nama barang';
/** A printer is slow, and this machine may be slower. */
const PAPER_MS = 45_000;

describe.each(HOSTS)('the first day of a new store, in $host', ({ host, open }) => {
  let home: Home;
  let printer: VirtualPrinter;
  let district: TestDistrict;
  let till: OpenTill;
  /** Whoever sits at the till: first Ratna, who owns the store, then Siti, then Ratna again. */
  let she: Person;
  let onlooker: Onlooker;

  beforeAll(async () => {
    home = newHome();
    printer = await VirtualPrinter.on();
    district = await TestDistrict.start();
    till = await open(home);
    she = new Person(till.page);
    onlooker = new Onlooker(till.page, `first-day-${host.toLowerCase()}`);
  }, 180_000);

  afterAll(async () => {
    await till?.close();
    await Promise.all([district?.close(), printer?.off()]);
    rmSync(home.path, { recursive: true, force: true });
  });

  // A chapter cannot follow where the one before it broke off.
  beforeEach(({ task, skip, onTestFailed }) => {
    onTestFailed(() => onlooker.look('failed'));
    const before = task.suite?.tasks.slice(0, task.suite.tasks.indexOf(task)) ?? [];
    skip(
      before.some((chapter) => chapter.result?.state === 'fail'),
      'the story broke off before',
    );
  });

  test('Ratna answers four short questions and has a store', async () => {
    await she.isOn('Selamat datang di Gerai');
    await onlooker.look('welcome');
    await she.presses(/^Atur gerai sendiri/);
    await she.isAsked('Nama koperasi');
    await she.answers('Koperasi Desa Merah Putih Sukamaju', 'Sukamaju', 'Jl. Balai Desa 3');
    await she.isAsked('Kabupaten atau kota');
    await onlooker.look('place');
    await she.answers('Kabupaten Malang');
    await she.press('1', '4', 'F9');
    await she.isAsked('Kode gerai');
    await she.answers('SKM01', '');
    await she.press('1');
    await onlooker.look('till');
    await she.press('F9');
    await she.isAsked('Nama pengurus');
    await she.answers(RATNA.name, RATNA.pin, RATNA.pin);
    await she.isOn('Siapa yang bertugas');
    expect(await peopleOn(she, 'Petugas')).toEqual(['Ratna pengurus']);
    await onlooker.look('sign-in');
  });

  test('she signs in and connects the receipt printer', async () => {
    await she.isAsked('PIN Ratna');
    await she.answers(RATNA.pin);
    await she.isOn('Buka kasir');
    await she.goesTo('Setelan');
    await she.isOn('Setelan');
    await she.press('8');
    await she.tabsTo('Alamat printer');
    await she.answers(printer.transport.host);
    await she.isAsked('Port');
    await she.answers(String(printer.transport.port));
    await she.sees('Setelan printer tersimpan.');
    await she.presses('Cetak halaman uji');
    await she.sees('Halaman uji dikirim ke printer.');
    expect(await paper(1)).toContain('TES CETAK');
    await onlooker.look('printer');
  });

  test('she introduces the till to its district with the code she was given', async () => {
    await she.goesTo('Setelan');
    await she.presses('Kabupaten');
    await she.isAsked('Alamat kabupaten');
    await onlooker.look('enrol');
    district.clock.time = Date.now();
    const code = await district.running.newEnrolmentCode('Gerai Sukamaju');
    await she.answers(district.running.url, code);
    await she.sees('Terdaftar di Dinas Koperasi Panderman.');
    await expect.poll(() => factOf(she, 'Catatan diterima')).toMatch(/^(\d+) dari \1$/);
    await onlooker.look('enrolled');
  });

  test('she takes over her goods from a file', async () => {
    await she.goesTo('Barang');
    await she.isOn('Barang');
    await she.presses('Impor berkas');
    await she.isOn('Impor barang');
    const [chooser] = await Promise.all([she.page.waitForEvent('filechooser'), she.presses('Pilih berkas')]);
    await chooser.setFiles(GOODS);
    await she.sees('Kecap ABC Manis 225 ml');
    await onlooker.look('import');
    await she.presses('Masukkan 7 barang');
    await she.isAsked(/^Cari barang/);
    const goods = she.page.getByRole('table', { name: 'Barang' }).locator('tbody tr');
    await expect.poll(() => goods.allInnerTexts()).toHaveLength(7);
    expect((await goods.first().innerText()).split(/\s*\t/)).toEqual([
      'Gula pasir curah',
      '101',
      '25',
      'kg',
      '17.450',
    ]);
    await onlooker.look('catalogue');
  });

  test('she adds Siti, who will sell, and leaves the till to her', async () => {
    await she.goesTo('Setelan');
    await she.presses('Petugas');
    await she.presses('Tambah petugas');
    await she.isAsked('Nama');
    await she.answers(SITI.name);
    await she.isAsked('PIN');
    await she.answers(SITI.pin, SITI.pin);
    await she.sees('Siti bisa masuk sekarang.');
    await onlooker.look('staff');
    await she.goesTo('Ganti kasir');
    await she.isOn('Siapa yang bertugas');
    expect(await peopleOn(she, 'Petugas')).toEqual(['Ratna pengurus', 'Siti kasir']);
  });

  test('Siti signs in and opens a shift with Rp200.000 in the drawer', async () => {
    await she.presses(/^Siti/);
    await she.isAsked('PIN Siti');
    await she.answers(SITI.pin);
    await she.isAsked('Modal awal');
    await she.types('200000');
    await onlooker.look('open-shift');
    await she.presses('Buka kasir');
    await she.sees('Keranjang kosong');
    expect(await reads(she, 'Keadaan alat')).toContain('Shift 1, Siti');
  });

  test('she rings up by scanner, by name, by weight, and takes a line off again', async () => {
    await she.scans('089686011036');
    await she.scans('089686011036');
    await she.scans('711844110144');
    await she.types('abc');
    await walksTo(she, 'Sambal ABC Asli 340 ml');
    await onlooker.look('search');
    await she.press('Enter');
    await expect.poll(() => basketOf(she)).toContain('1 btl Sambal ABC Asli 340 ml 12.500');
    await she.press('F3');
    await she.isAsked('Jumlah Sambal ABC Asli 340 ml, botol');
    await she.answers('3');
    await she.isAsked(SCAN_BOX);
    await she.types('12*');
    await she.scans('089686041705');
    await she.answers('1,5*101');
    await she.scans('711844120396');
    await expect
      .poll(() => basketOf(she))
      .toEqual([
        '2 bks Indomie Goreng Pedas 79 g 6.000',
        '1 btl Kecap ABC Manis 225 ml 8.500',
        '3 btl Sambal ABC Asli 340 ml 37.500',
        '12 bks Indomie Goreng Jumbo 48.000',
        '1,500 kg Gula pasir curah 26.175',
        '1 btl Sambal ABC Terasi 190 g 18.500',
      ]);
    await she.press('Delete');
    await she.sees('Hapus Sambal ABC Terasi 190 g. Sebabnya?');
    await she.press('Enter');
    await expect.poll(() => basketOf(she)).toHaveLength(5);
    expect(await reads(she, 'Total')).toContain('Rp126.175');
    await onlooker.look('basket');
  });

  test('she takes Rp150.000, gives change and a receipt, and a copy that says so', async () => {
    await she.presses('Bayar');
    await she.isAsked('Uang tunai diterima');
    await she.types('150000');
    await onlooker.look('pay');
    await she.press('Enter');
    await she.sees('Struk tercetak');
    expect(await reads(she, 'Kembalian')).toContain('Rp23.900');
    await onlooker.look('paid');
    expect(await paper(2)).toBe(await shownSlip());
    expect(await paper(2)).toContain('Nota SKM01-1-0001');
    expect(await paper(2)).toContain(RECEIPT);

    await she.presses('Cetak ulang');
    await she.sees('Salinan ke-1 nota 0001 dikirim ke printer.');
    const copy = await paper(3);
    expect(copy).toContain('SALINAN KE-1');
    expect(copy).toContain(RECEIPT);
  });

  test('the next buyer’s scan begins a new basket, paid with exact money', async () => {
    await she.scans('711844120396');
    await expect.poll(() => basketOf(she)).toEqual(['1 btl Sambal ABC Terasi 190 g 18.500']);
    await she.answers('10*102');
    await she.sees('Telur ayam');
    await she.presses('Bayar');
    await she.isAsked('Uang tunai diterima');
    await she.press('Enter');
    await she.sees('Nota 0002 tersimpan di komputer ini.');
    expect(await paper(4)).toContain('TOTAL 2 baris Rp41.000');
  });

  test('she counts the drawer without knowing what it should hold, Rp500 short', async () => {
    await she.goesTo('Kas');
    await she.sees('Angka catatan belum ditampilkan');
    await she.isAsked('Lembar 100.000');
    // Notes from 100.000 down to 1.000, then coins from 1.000 down to 100.
    await she.answers('3', '1', '', '1', '1', '', '1', '', '1', '', '1');
    await onlooker.look('count');
    expect(await reads(she, 'Uang di laci')).toContain('Rp366.600');
    await she.presses('Kunci hitungan');
    await she.sees('Selisih kurang');
    expect(await factOf(she, 'Menurut catatan')).toBe('367.100');
    await onlooker.look('variance');
    await she.press('1');
    await she.presses('Tutup kasir');
    await she.sees('Shift sudah ditutup.');
    await she.sees('Tutup hari dilakukan pengelola atau pengurus.');
    await onlooker.look('shift-closed');
  });

  test('Ratna closes the day: Z-0001 on the screen and on paper', async () => {
    await she.presses('Ganti kasir');
    await she.presses(/^Ratna/);
    await she.isAsked('PIN Ratna');
    await she.answers(RATNA.pin);
    await she.presses('Tutup hari');
    await she.isOn('Tutup hari');
    await she.presses('Tutup hari, cetak Z');
    await she.isOn('Laporan harian');
    await she.sees('Z-0001 selesai.');
    await onlooker.look('z-report');
    await she.sees('Rp167.100');
    const report = await paper(5);
    for (const row of ['Z-0001', 'Nota 2', 'PENJUALAN BERSIH Rp167.100', 'Selisih kurang -500']) {
      expect(report).toContain(row);
    }
  });

  test('she keeps the report as a PDF', async () => {
    await she.presses('Simpan PDF A4');
    await she.sees(/^laporan-harian-.*\.pdf tersimpan\./);
    const pages = await vi.waitFor(savedPages, { timeout: PAPER_MS, interval: 100 });
    expect(pages).toHaveLength(1);
    for (const row of [
      'Bumbu 5 64.500',
      'Penjualan 167.175',
      'Tunai 2 167.100',
      'Dihitung, tanpa melihat catatan 366.600',
    ]) {
      expect(pages[0]).toContain(row);
    }
  });

  test('she sends the day to the district, which holds what the report says', async () => {
    await she.goesTo('Setelan');
    await she.presses('Kabupaten');
    await she.sees('1 hari');
    await onlooker.look('one-day-waiting');
    await she.presses('Kirim sekarang');
    await expect.poll(() => factOf(she, 'Hari antre')).toBe('tidak ada');
    await onlooker.look('acknowledged');

    await she.goesTo('Laporan');
    await she.sees(/Sudah diterima kabupaten/);
    await onlooker.look('z-acknowledged');
    const { ackedSeq, days, closings, quarantined } = await district.stateOf(tillIdIn(home.shop));
    expect(days.map(({ totals }) => totals)).toEqual([
      {
        ...EMPTY_DAY_TOTALS,
        saleCount: 2,
        lineCount: 7,
        grossRp: 167_175,
        roundingRp: -75,
        cashRp: 167_100,
        voidedLines: 1,
        voidedRp: 18_500,
        abandonedTickets: 0,
        reprints: 1,
      },
    ]);
    const report = await she.page.getByRole('article').innerText();
    expect(closings).toEqual([expect.objectContaining({ number: 1 })]);
    expect(report.replaceAll(' ', '')).toContain(closings[0]!.hash);
    expect(quarantined).toBe(0);
    expect(ackedSeq).toBeGreaterThan(0);
  });

  test('and nothing was out of place on any screen', () => {
    expect(onlooker.faults).toEqual([]);
  });

  /** One of the papers that have come out of the printer, the first is number one. */
  async function paper(number: number): Promise<string> {
    const papers = await printer.printed(number, PAPER_MS);
    return onOneBreath(papers[number - 1]!.lines);
  }

  /** The pages of the one file that was saved; fails while it has not arrived whole. */
  function savedPages(): string[] {
    const files = readdirSync(home.downloads);
    expect(files).toEqual([expect.stringMatching(/^laporan-harian-[\d-]+\.pdf$/)]);
    return pagesOfPdf(readFileSync(path.join(home.downloads, files[0]!)));
  }

  /** The receipt on the screen. */
  async function shownSlip(): Promise<string> {
    return onOneBreath((await she.page.getByLabel('Struk').locator('pre').innerText()).split('\n'));
  }
});

/** How the district knows the till: not shown to anybody, so it is looked up. */
function tillIdIn(dataDir: string): string {
  const db = new Database(path.join(dataDir, 'gerai.db'), { readonly: true });
  try {
    return String(db.prepare('SELECT till_id FROM store').pluck().get());
  } finally {
    db.close();
  }
}

/** Lines of paper without the spaces that set them in columns. */
function onOneBreath(lines: readonly string[]): string {
  return lines.map((line) => line.replaceAll(/ +/g, ' ').trim()).join('\n');
}

const RECEIPT = `Indomie Goreng Pedas 79 g
2 bks x 3.000 6.000
Kecap ABC Manis 225 ml
1 btl x 8.500 8.500
Sambal ABC Asli 340 ml
3 btl x 12.500 37.500
Indomie Goreng Jumbo
12 bks x 4.000 48.000
Gula pasir curah
1,500 kg x 17.450 26.175
--------------------------------
TOTAL 5 baris Rp126.175
Pembulatan tunai -75
HARUS DIBAYAR Rp126.100
--------------------------------
Tunai diterima 150.000
Kembalian 23.900`;
