import { describe, expect, test } from 'vitest';
import { exampleReport, fullReport } from '../../test/support/example-papers.ts';
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

describe('the report of a full day', () => {
  test('says on 58 mm how money came and went, each sum below what it is the sum of', () => {
    expect(printed(32, fullReport())).toContain(
      paper(`
        |Nota                         115|
        |Baris barang                 402|
        |Rata-rata nota            56.338|
        |Penjualan              6.480.000|
        |Retur, 3 nota            -61.540|
        |Pembulatan tunai          -1.110|
        |PENJUALAN BERSIH     Rp6.417.350|
        |Termasuk PPN             412.000|
        |Sudah dikurangi potongan  38.500|
        |================================|
        |CARA BAYAR                      |
        |Tunai        80 nota   2.070.850|
        |QRIS         21 nota   1.120.000|
        |Transfer      2 nota     350.000|
        |Kartu debit   3 nota     275.000|
        |Kasbon        9 nota     640.500|
        |Simpanan      2 nota     120.000|
        |Faktur        1 nota   1.880.000|
        |Tukar barang  1 nota      24.000|
        |Jumlah                 6.480.350|
        |Titipan sumbangan         -1.500|
        |Retur dikembalikan       -61.500|
        |Penjualan bersih       6.417.350|
        |--------------------------------|
        |RETUR DIKEMBALIKAN              |
        |Tunai         1 kali      27.000|
        |Kasbon        1 kali      10.500|
        |Tukar barang  1 kali      24.000|
        |Jumlah                    61.500|
        |Pembulatan tunai              40|
        |Nilai barang retur        61.540|
        |--------------------------------|
        |UTANG DIBAYAR                   |
        |Tunai         2 kali     250.000|
        |QRIS          1 kali     150.000|
        |Jumlah                   400.000|
        |Pembulatan tunai              30|
        |Utang berkurang          400.030|
        |--------------------------------|
        |PER KELOMPOK, SEBELUM RETUR     |
      `),
    );
  });

  test('shows each drawer as the sum it is', () => {
    expect(printed(48, fullReport())).toContain(
      paper(`
        |Shift 1, Wulan                                  |
        |06:45 - 12:08                                   |
        |Modal awal                               300.000|
        |Penjualan tunai                        1.270.850|
        |Utang dibayar tunai                      250.000|
        |Retur tunai                              -27.000|
        |Menurut catatan                        1.793.850|
        |Dihitung                               1.793.850|
        |Selisih                                        0|
        |Shift 2, Sari                                   |
        |12:15 - 17:08                                   |
        |Modal awal                               200.000|
        |Penjualan tunai                          800.000|
        |Menurut catatan                        1.000.000|
      `),
    );
  });

  test('names who allowed what, and why something was given up', () => {
    const text = printed(48, fullReport());
    expect(text).toContain('|      Indomie Goreng 85 g: salah scan, Wulan    |');
    expect(text).toContain('|      3 baris (listrik mati): lainnya, Wulan    |');
    expect(text).toContain('|      harga atur, oleh Pak Karyo, Wulan         |');
    expect(text).toContain('|      lewat batas utang, oleh Bu Ratmi, Sari    |');
    expect(text).toContain('|10:05 Retur                               27.000|');
  });

  test('has a sum below two ways of paying, and none below one', () => {
    const [first, second] = fullReport().tenders;
    const two = printed(32, exampleReport({ tenders: [first, second] }));
    expect(two).toContain(
      paper(`
        |Tunai        80 nota   2.070.850|
        |Kartu debit   3 nota     275.000|
        |Jumlah                 2.345.850|
        |--------------------------------|
        |PER KELOMPOK                    |
      `),
    );
    expect(printed(32, exampleReport())).not.toContain('Jumlah');
  });

  test('on which goods only came back still comes to its net', () => {
    const text = printed(
      32,
      exampleReport({
        saleCount: 0,
        grossRp: 0,
        roundingRp: 0,
        tenders: [],
        categories: [],
        returnCount: 1,
        returnRp: 27_000,
        netRp: -27_000,
        refunds: [{ kind: 'cash', count: 1, amountRp: 27_000 }],
      }),
    );
    expect(text).toContain(
      paper(`
        |CARA BAYAR                      |
        |Jumlah                         0|
        |Retur dikembalikan       -27.000|
        |Penjualan bersih         -27.000|
      `),
    );
  });
});
