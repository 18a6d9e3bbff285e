import { expect, test } from 'vitest';
import { at, exampleReport, fullReport } from '../../../test/support/example-papers.ts';
import { pagesOfPdf } from '../../../test/support/pdf.ts';
import type { DailyReport } from '../../../shared/contract/reports.ts';
import { dailyReportPdf } from './daily-report-pdf.ts';

/** What a reader of the paper sees: one text for each page. */
async function pagesOf(report: DailyReport): Promise<string[]> {
  return pagesOfPdf(await dailyReportPdf(report));
}

test('one A4 page holds every figure of the day, and its seal', async () => {
  const report = exampleReport();
  const pages = await pagesOf(report);
  expect(pages).toHaveLength(1);
  const text = pages.join('');
  for (const figure of [
    'Koperasi Desa Merah Putih, gerai Dadapan (G2207), kasa 1',
    'Rabu, 15 April 2026',
    'Z-0231, 1 shift, buka 06.45, tutup 17.14',
    'Rp5.677.900',
    '94 312 baris',
    'Biskuit & Camilan 168 1.486.340 26,2%',
    'Sayur dan timbangan 11,480 268.480 4,7%',
    'Penjualan 5.679.120',
    'Pembulatan tunai −1.220',
    'Tunai 94 5.677.900',
    'Jumlah 5.677.900',
    'Menurut catatan 5.977.900',
    'Selisih kurang −3.500',
    'salah kembalian: ramai waktu gajian',
    'Keranjang dibatalkan: 3 baris, Wulan 41.000',
    'Sidik laporan 5d3f 117c e842 90ab 33c1 d7e2 f609 18a4 bb25 c0d3 e41f 7a68 9012 3fed cba9 8765',
    'Sesudah Z-0230 e5d0 41b7',
    'Penjualan kotor 1.204.552.310',
    'Belum diterima kabupaten. Lembar 1 dari 1.',
    'Kasir Pengelola Pengurus',
  ]) {
    expect(text).toContain(figure);
  }
  for (const hour of ['904', '187', '07', '17']) expect(text).toContain(hour);
});

test('twenty-one categories and forty events flow onto a second sheet, and nothing is lost', async () => {
  const categories = Array.from({ length: 21 }, (_, index) => ({
    category: `Kelompok ${index + 1}`,
    quantityThousandths: 1000 * (index + 1),
    lines: 1,
    amountRp: 100_000 + index,
  }));
  const events = Array.from({ length: 40 }, (_, index) => ({
    at: at(7, 0) + index * 600_000,
    kind: 'line-voided',
    who: 'Wulan',
    subject: `Marina Hand & Body Lotion UV White Br&Fresh 200 ml (${index + 1})`,
    amountRp: 10_000 + index,
  }));
  const pages = await pagesOf(exampleReport({ categories, events }));
  expect(pages).toHaveLength(2);
  const text = pages.join('');
  for (const row of [...categories, ...events]) {
    expect(text).toContain(row.amountRp.toLocaleString('id-ID'));
  }
  expect(pages[0]).toContain('Lembar 1 dari 2.');
  expect(pages[0]).not.toContain('Pengurus');
  expect(pages[1]).toContain('Laporan harian, Rabu, 15 April 2026, Z-0231');
  expect(pages[1]).toContain('Sidik laporan');
  expect(pages[1]).toContain('Lembar 2 dari 2.');
});

test('a day that still runs says BELUM DITUTUP, has no seal and no place to sign', async () => {
  const [shift] = exampleReport().shifts;
  const [page] = await pagesOf(
    exampleReport({
      closed: false,
      seal: null,
      hours: [],
      events: [],
      shifts: [
        {
          ...shift,
          closedAt: null,
          expectedRp: null,
          countedRp: null,
          varianceRp: null,
          reason: null,
          note: '',
        },
      ],
    }),
  );
  expect(page).toContain('BELUM DITUTUP');
  expect(page).toContain('belum dihitung');
  expect(page).toContain('Tidak ada kejadian khusus.');
  expect(page).not.toMatch(/Sidik|Pengurus|Menurut catatan|Penjualan per jam/);
});

test('a day that runs past midnight has its hours in the order they were lived', async () => {
  const hours = [23, 0, 1].map((hour) => ({ hour, amountRp: 1000 * (hour + 700) }));
  const [page = ''] = await pagesOf(exampleReport({ hours }));
  expect(page).toMatch(/ 23 00 01\s/);
});

test('a name that looks like markup or an address is just a name', async () => {
  const [page] = await pagesOf(
    exampleReport({
      categories: [
        {
          category: '<svg/onload=x>&amp; http://example.com',
          quantityThousandths: 1000,
          lines: 1,
          amountRp: 5,
        },
      ],
    }),
  );
  expect(page?.replaceAll(/\s+/g, ' ')).toContain('<svg/onload=x>&amp;');
});

test('a full day shows how money came and went, and every sum has its parts above it', async () => {
  const report = fullReport();
  const [first = '', second = ''] = await pagesOf(report);
  for (const figure of [
    'Penjualan 6.480.000',
    'Retur, 3 nota −61.540',
    'Pembulatan tunai −1.110',
    'Bersih 6.417.350',
    'Termasuk PPN 412.000. Sudah dikurangi potongan 38.500.',
    'QRIS 21 1.120.000',
    'Kartu debit 3 275.000',
    'Simpanan 2 120.000',
    'Faktur 1 1.880.000',
    'Jumlah 6.480.350',
    'Titipan sumbangan −1.500',
    'Retur dikembalikan −61.500',
    'Penjualan bersih 6.417.350',
    'Ada nota yang dibayar dengan lebih dari satu cara.',
    'Tukar barang 1 24.000',
    'Jumlah 61.500',
    'Nilai barang retur 61.540',
    'Utang berkurang 400.030',
    'rupiah, sebelum retur',
    'ribu rupiah, sebelum retur',
    'Utang dibayar tunai 250.000',
    'Retur tunai −27.000',
    'Menurut catatan 1.793.850',
  ]) {
    expect(first).toContain(figure);
  }
  // A section's title goes over to the next sheet with its first rows.
  expect(first).not.toContain('Kejadian khusus');
  expect(second).toMatch(/Kejadian khusus kapan, apa, siapa\s+08\.12 Baris dibatalkan/);
  expect(second).toContain('Persetujuan: harga atur, oleh Pak Karyo, Wulan 60.000');
  expect(second).toContain('Keranjang dibatalkan: 3 baris (listrik mati): lainnya, Wulan 41.000');
  expect(second).toContain('Retur barang: G2207-1-R0006, Sari 10.500');
});

test('a simple day says nothing of returns, debts, PPN, discounts or donations', async () => {
  const text = (await pagesOf(exampleReport())).join('');
  expect(text).not.toMatch(/retur(?! 0)|utang|PPN|potongan|sumbangan|lebih dari satu/i);
});
