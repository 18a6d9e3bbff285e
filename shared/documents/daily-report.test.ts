import { expect, test } from 'vitest';
import { exampleReport } from '../../test/support/example-papers.ts';
import { framed, paper } from '../../test/support/framed.ts';
import type { DailyReport } from '../contract/reports.ts';
import { dailyReportDocument } from './daily-report.ts';
import { documentLines, layOut } from './lay-out.ts';
import type { Columns } from './print-document.ts';

function printed(columns: Columns, report: DailyReport): string {
  return framed(documentLines(dailyReportDocument(report), columns), columns);
}

test('the closing report of a day on 58 mm', () => {
  expect(printed(32, exampleReport())).toBe(
    paper(`
      |   KOPERASI DESA MERAH PUTIH    |
      |            DADAPAN             |
      |      Jl. Raya Dadapan 12       |
      |================================|
      |         LAPORAN HARIAN         |
      |             Z-0231             |
      |      gerai G2207, kasa 1       |
      |================================|
      |Hari usaha            15-04-2026|
      |Dibuka        15-04-26 06:45 WIB|
      |Ditutup       15-04-26 17:14 WIB|
      |Oleh                        Hadi|
      |--------------------------------|
      |Nota                          94|
      |Baris barang                 312|
      |Rata-rata nota            60.403|
      |Penjualan              5.679.120|
      |Pembulatan tunai          -1.220|
      |PENJUALAN BERSIH     Rp5.677.900|
      |================================|
      |CARA BAYAR                      |
      |Tunai        94 nota   5.677.900|
      |--------------------------------|
      |PER KELOMPOK                    |
      |Beras             14     875.000|
      |Minyak Goreng     46     722.200|
      |Biskuit & Camilan               |
      |                 168   1.486.340|
      |Sabun & Deterjen                |
      |               1.061   2.327.100|
      |Sayur dan timbangan             |
      |              11,480     268.480|
      |--------------------------------|
      |KAS DI LACI                     |
      |Shift 1, Wulan                  |
      |06:45 - 17:08                   |
      |Modal awal               300.000|
      |Penjualan tunai        5.677.900|
      |Menurut catatan        5.977.900|
      |Dihitung               5.974.400|
      |Selisih kurang            -3.500|
      |  Sebab: salah kembalian        |
      |  Catatan: ramai waktu gajian   |
      |--------------------------------|
      |KEJADIAN KHUSUS                 |
      |Baris batal                    1|
      |Nilai baris batal         15.500|
      |Keranjang batal                1|
      |Struk dicetak ulang            1|
      |Jam komputer berubah           0|
      |09:31 Baris batal         15.500|
      |      Indomie Goreng 85 g, Wulan|
      |11:02 Keranjang batal     41.000|
      |      3 baris, Wulan            |
      |13:20 Struk dicetak ulang       |
      |      G2207-1-0057, Wulan       |
      |17:08 Selisih kas         -3.500|
      |      salah kembalian, Wulan    |
      |--------------------------------|
      |SEJAK KASA PERTAMA DIPAKAI      |
      |Penjualan          1.204.552.310|
      |Batal                  3.108.500|
      |Retur                          0|
      |Bersih             1.204.301.200|
      |--------------------------------|
      |CATATAN KASA                    |
      |Pertama nomor             24.117|
      |Terakhir nomor            24.489|
      |Belum diterima kabupaten.       |
      |--------------------------------|
      |SIDIK LAPORAN                   |
      |5d3f 117c e842 90ab             |
      |33c1 d7e2 f609 18a4             |
      |bb25 c0d3 e41f 7a68             |
      |9012 3fed cba9 8765             |
      |--------------------------------|
      |SIDIK CATATAN TERAKHIR          |
      |b6f2 19d4 5c0e 8a37             |
      |08aa 64c7 1d92 e3b0             |
      |5581 fa26 93cd 0e74             |
      |a8b9 2170 6dfe c135             |
      |--------------------------------|
      |SESUDAH Z-0230                  |
      |e5d0 41b7 90ac 0f1e             |
      |2d3c 4b5a 6978 8796             |
      |a5b4 c3d2 e1f0 0f1e             |
      |2d3c 4b5a 6978 7f28             |
      |                                |
      |Kasir                           |
      |                                |
      |                                |
      |............................    |
      |                                |
      |Pengelola                       |
      |                                |
      |                                |
      |............................    |
      |                                |
      |Pengurus                        |
      |                                |
      |                                |
      |............................    |
    `),
  );
});

test('on 80 mm figures and hashes have room on one line', () => {
  const text = printed(48, exampleReport());
  expect(text).toContain('|Biskuit & Camilan                168   1.486.340|');
  expect(text).toContain(
    paper(`
      |SIDIK LAPORAN                                   |
      |5d3f 117c e842 90ab 33c1 d7e2 f609 18a4         |
      |bb25 c0d3 e41f 7a68 9012 3fed cba9 8765         |
    `),
  );
});

test('a day that still runs is marked, has no seal, and never gives a blind count away', () => {
  const [shift] = exampleReport().shifts;
  const running = exampleReport({
    closed: false,
    seal: null,
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
  });
  const document = dailyReportDocument(running);
  const text = printed(32, running);
  expect(text).toContain('|         BELUM DITUTUP          |');
  expect(text).toContain('|Belum dihitung                  |');
  expect(text).not.toMatch(/Z-|Sidik|Menurut catatan|Selisih|Pengurus/i);
  expect(layOut(document, 32).filter((step) => step.kind === 'qr')).toEqual([]);
});

test('the seal’s QR holds till, Z number, head hash and signature in QR’s denser alphabet', () => {
  const qr = layOut(dailyReportDocument(exampleReport()), 32).find((step) => step.kind === 'qr');
  expect(qr?.data).toBe(
    `GERAI:Z1:G2207-1:231:B6F219D45C0E8A3708AA64C71D92E3B05581FA2693CD0E74A8B921706DFEC135:${'3A'.repeat(64)}`,
  );
  expect(qr?.data).toMatch(/^[0-9A-Z $%*+\-./:]+$/);
});

test('what the district has acknowledged is said, and nothing more', () => {
  expect(printed(32, exampleReport())).toContain('|Belum diterima kabupaten.       |');
  const acknowledged = exampleReport({ upload: { ackedSeq: 24_490, headSeq: 24_490, ackedAt: 1 } });
  expect(printed(32, acknowledged)).toContain('|Sudah diterima kabupaten.       |');
});

test('the first Z has none before it', () => {
  const { seal } = exampleReport();
  const first = exampleReport({ seal: { ...seal, zNumber: 1, previousZHash: null } });
  expect(printed(32, first)).toContain('|Laporan Z pertama.              |');
});

test('clock jumps and unknown codes are put into words or passed on, never lost', () => {
  const event = { at: exampleReport().openedAt, who: '', amountRp: null };
  const text = printed(
    48,
    exampleReport({
      events: [
        { ...event, kind: 'clock-jumped', subject: '-540000' },
        { ...event, kind: 'clock-jumped', subject: '7200000' },
        { ...event, kind: 'pin-locked', subject: '', who: 'Wulan' },
        { ...event, kind: 'cash-variance', subject: 'something new' },
        { ...event, kind: 'drawer-opened', subject: 'small-change' },
        { ...event, kind: 'drawer-opened', subject: 'other ambil kunci gudang' },
      ],
    }),
  );
  expect(text).toContain('mundur 9 menit');
  expect(text).toContain('maju 120 menit');
  expect(text).toContain('PIN terkunci');
  expect(text).toContain('something new');
  expect(text).toContain('tukar uang kecil');
  expect(text).toContain('lainnya: ambil kunci gudang');
});
