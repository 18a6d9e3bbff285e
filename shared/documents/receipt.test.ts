import { expect, test } from 'vitest';
import {
  dadapan,
  dadapanBasket,
  dadapanHash,
  exampleSale,
  type ExampleSale,
} from '../../test/support/example-papers.ts';
import { framed, paper } from '../../test/support/framed.ts';
import { documentLines } from './lay-out.ts';
import type { Columns } from './print-document.ts';
import { receiptDocument } from './receipt.ts';

function printed(columns: Columns, sale: ExampleSale, copy: number | null = null): string {
  const document = receiptDocument({ profile: dadapan, record: exampleSale(sale), hash: dadapanHash, copy });
  return framed(documentLines(document, columns), columns);
}

const basket: ExampleSale = { lines: dadapanBasket, roundingRp: -20, receivedRp: 300_000 };

test('a basket of twelve on 58 mm: names on their own line, figures below', () => {
  expect(printed(32, basket)).toBe(
    paper(`
      |   KOPERASI DESA MERAH PUTIH    |
      |            DADAPAN             |
      |      Jl. Raya Dadapan 12       |
      |================================|
      |Nota G2207-1-0057       15-04-26|
      |Kasir Wulan, kasa 1    10:45 WIB|
      |--------------------------------|
      |Beras SPHP 5 kg                 |
      |      1 sak x  62.500   62.500  |
      |Minyakita 1 L                   |
      |      2 btl x  15.700   31.400  |
      |Indomie Goreng 85 g             |
      |      5 bks x   3.100   15.500  |
      |Telur ayam ras                  |
      |  1,250 kg  x  28.000   35.000  |
      |LPG 3 kg isi ulang              |
      |      1 tbg x  18.000   18.000  |
      |Keripik Singkong Bu Sari        |
      |      2 bks x  12.000   24.000  |
      |Gula Pasir 1 kg                 |
      |      1 bks x  17.500   17.500  |
      |Tepung Terigu Segitiga 1 kg     |
      |      1 bks x  13.500   13.500  |
      |Kecap Manis 220 ml              |
      |      1 btl x   9.800    9.800  |
      |Kopi Bubuk 165 g                |
      |      1 bks x  15.900   15.900  |
      |Sabun Mandi 85 g                |
      |      3 bh  x   4.200   12.600  |
      |Bawang merah                    |
      |  0,340 kg  x  38.000   12.920  |
      |--------------------------------|
      |TOTAL 12 baris       Rp268.620  |
      |Pembulatan tunai           -20  |
      |HARUS DIBAYAR        Rp268.600  |
      |--------------------------------|
      |Tunai diterima         300.000  |
      |Kembalian               31.400  |
      |                                |
      |          Terima kasih          |
      |       Cek 7C41-E09A-B2D8       |
    `),
  );
});

test('the same basket on 80 mm: a table, long names above their figures', () => {
  expect(printed(48, basket)).toBe(
    paper(`
      |           KOPERASI DESA MERAH PUTIH            |
      |                    DADAPAN                     |
      |              Jl. Raya Dadapan 12               |
      |================================================|
      |Nota G2207-1-0057                     15-04-2026|
      |Kasir Wulan, kasa 1                    10:45 WIB|
      |------------------------------------------------|
      |Barang                    Jml   Harga   Rupiah  |
      |------------------------------------------------|
      |Beras SPHP 5 kg         1 sak  62.500   62.500  |
      |Minyakita 1 L           2 btl  15.700   31.400  |
      |Indomie Goreng 85 g     5 bks   3.100   15.500  |
      |Telur ayam ras      1,250 kg   28.000   35.000  |
      |LPG 3 kg isi ulang      1 tbg  18.000   18.000  |
      |Keripik Singkong Bu Sari                        |
      |                        2 bks  12.000   24.000  |
      |Gula Pasir 1 kg         1 bks  17.500   17.500  |
      |Tepung Terigu Segitiga 1 kg                     |
      |                        1 bks  13.500   13.500  |
      |Kecap Manis 220 ml      1 btl   9.800    9.800  |
      |Kopi Bubuk 165 g        1 bks  15.900   15.900  |
      |Sabun Mandi 85 g        3 bh    4.200   12.600  |
      |Bawang merah        0,340 kg   38.000   12.920  |
      |------------------------------------------------|
      |TOTAL 12 baris                       Rp268.620  |
      |Pembulatan tunai                           -20  |
      |HARUS DIBAYAR                        Rp268.600  |
      |------------------------------------------------|
      |Tunai diterima                         300.000  |
      |Kembalian                               31.400  |
      |                                                |
      |                  Terima kasih                  |
      |               Cek 7C41-E09A-B2D8               |
    `),
  );
});

test('a copy says so above everything, thanks nobody twice, and one line needs no count', () => {
  const sale: ExampleSale = {
    lines: [['LPG 3 kg isi ulang', 'tabung', 1000, 18_000, 18_000]],
    receivedRp: 20_000,
  };
  expect(printed(32, sale, 1)).toBe(
    paper(`
      |   KOPERASI DESA MERAH PUTIH    |
      |            DADAPAN             |
      |      Jl. Raya Dadapan 12       |
      |================================|
      |          SALINAN KE-1          |
      |================================|
      |Nota G2207-1-0057       15-04-26|
      |Kasir Wulan, kasa 1    10:45 WIB|
      |--------------------------------|
      |LPG 3 kg isi ulang              |
      |      1 tbg x  18.000   18.000  |
      |--------------------------------|
      |TOTAL                 Rp18.000  |
      |Tunai diterima          20.000  |
      |Kembalian                2.000  |
      |                                |
      |       Cek 7C41-E09A-B2D8       |
    `),
  );
});

test('long names, long cashiers, huge amounts: everything is still there', () => {
  const sale: ExampleSale = {
    cashier: 'Raden Mas Suryoningrat Wicaksono',
    lines: [
      ['Marina Hand & Body Lotion UV White Br&Fresh 200 ml', 'renceng', 9_999_000, 1_250_000, 12_498_750_000],
      ['LPG', 'tabung', 1000, 12_250_000, 12_250_000],
    ],
  };
  expect(printed(32, sale).split('\n').slice(4, 15).join('\n')).toBe(
    paper(`
      |Nota G2207-1-0057       15-04-26|
      |Kasir Raden Mas Suryoningrat    |
      |Wicaksono, kasa 1      10:45 WIB|
      |--------------------------------|
      |Marina Hand & Body Lotion UV    |
      |  White Br&Fresh 200 ml         |
      |9.999 rcg x 1.250.000           |
      |                12.498.750.000  |
      |LPG                             |
      |1 tbg x 12.250.000  12.250.000  |
      |--------------------------------|
    `),
  );
  expect(printed(48, sale).split('\n').slice(10, 13).join('\n')).toBe(
    paper(`
      |Marina Hand & Body Lotion UV White Br&Fresh 200 |
      |  ml                                            |
      |            9.999 rcg 1.250.000 12.498.750.000  |
    `),
  );
});

test('after midnight the receipt says the buyer’s date and the business day', () => {
  const sale: ExampleSale = {
    lines: [['Teh', 'kotak', 1000, 4000, 4000]],
    at: Date.UTC(2026, 3, 15, 17, 30),
  };
  expect(printed(32, sale)).toContain(
    paper(`
      |Nota G2207-1-0057       16-04-26|
      |Kasir Wulan, kasa 1    00:30 WIB|
      |Hari usaha              15-04-26|
    `),
  );
});

test('a consignor’s goods carry a mark that the foot explains', () => {
  const sale: ExampleSale = {
    owner: '0196357e-0000-7000-8000-000000000009',
    lines: [['Keripik Singkong Bu Sari', 'bungkus', 2000, 12_000, 24_000]],
  };
  expect(printed(32, sale)).toContain('|      2 bks x  12.000   24.000 K|');
  expect(printed(48, sale)).toContain('|K titipan mitra                                 |');
});

test('neither a store that is no PKP nor one that is prints a PPN line the record cannot prove', () => {
  for (const pkp of [false, true]) {
    const document = receiptDocument({
      profile: { ...dadapan, pkp },
      record: exampleSale(basket),
      hash: dadapanHash,
      copy: null,
    });
    expect(documentLines(document, 48).join('\n')).not.toMatch(/PPN|pajak/i);
  }
});

test.each(['Koperasi Desa Merah Putih', 'Koperasi Desa Merah Putih DADAPAN'])(
  'the village stands in the head once: %s',
  (koperasi) => {
    const document = receiptDocument({
      profile: { ...dadapan, koperasi },
      record: exampleSale(basket),
      hash: dadapanHash,
      copy: null,
    });
    expect(framed(documentLines(document, 48).slice(0, 3), 48)).toBe(
      paper(`
        |           KOPERASI DESA MERAH PUTIH            |
        |                    DADAPAN                     |
        |              Jl. Raya Dadapan 12               |
      `),
    );
  },
);
