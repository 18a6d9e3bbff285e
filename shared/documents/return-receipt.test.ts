import { expect, test } from 'vitest';
import { dadapan, dadapanHash } from '../../test/support/example-papers.ts';
import {
  deskReturn,
  deskSale,
  schoolKitchen,
  siti,
  type DeskReturn,
} from '../../test/support/example-sales.ts';
import { framed, paper } from '../../test/support/framed.ts';
import { rupiah } from '../domain/money.ts';
import { thousandths } from '../domain/quantity.ts';
import type { CylindersMoved } from '../journal/programme-bodies.ts';
import { documentLines } from './lay-out.ts';
import type { Columns } from './print-document.ts';
import { returnReceiptDocument, type ReturnReceipt } from './return-receipt.ts';

function printed(columns: Columns, given: DeskReturn, more: Partial<ReturnReceipt> = {}): string {
  const record = deskReturn(given);
  const document = returnReceiptDocument({
    profile: dadapan,
    record,
    hash: dadapanHash,
    copy: null,
    ...more,
  });
  return framed(documentLines(document, columns), columns);
}

const sold = deskSale({
  buyer: { memberId: siti },
  lines: [
    { name: 'Indomie Goreng 85 g', priceRp: 3_100, quantity: 12_000 },
    {
      name: 'Tepung Terigu Segitiga 1 kg',
      priceRp: 13_500,
      quantity: 2_000,
      discounts: [{ kind: 'manual', reason: 'penyok', amountRp: 2_500 }],
    },
  ],
}).body;

const noodles: DeskReturn = { sale: sold, lines: [{ index: 0, quantity: 5_000 }], note: 'salah rasa' };

test('five packs of noodles come back for cash, on 58 mm', () => {
  expect(printed(32, noodles)).toBe(
    paper(`
      |   KOPERASI DESA MERAH PUTIH    |
      |            DADAPAN             |
      |      Jl. Raya Dadapan 12       |
      |================================|
      |             RETUR              |
      |================================|
      |Nota G2207-1-R0003      15-04-26|
      |Kasir Wulan, kasa 1    13:20 WIB|
      |Dari nota G2207-1-0057          |
      |--------------------------------|
      |Indomie Goreng 85 g             |
      |     -5 bks x   3.100  -15.500  |
      |--------------------------------|
      |UANG KEMBALI TUNAI    Rp15.500  |
      |Alasan: salah barang, salah rasa|
      |Disetujui: Hadi                 |
      |--------------------------------|
      |                                |
      |Tanda tangan pembeli:           |
      |                                |
      |                                |
      |............................    |
      |       Cek 7C41-E09A-B2D8       |
    `),
  );
});

test('the same on 80 mm', () => {
  expect(printed(48, noodles).split('\n').slice(4).join('\n')).toBe(
    paper(`
      |                     RETUR                      |
      |================================================|
      |Nota G2207-1-R0003                    15-04-2026|
      |Kasir Wulan, kasa 1                    13:20 WIB|
      |Dari nota G2207-1-0057                          |
      |------------------------------------------------|
      |Barang                    Jml   Harga   Rupiah  |
      |------------------------------------------------|
      |Indomie Goreng 85 g    -5 bks   3.100  -15.500  |
      |------------------------------------------------|
      |UANG KEMBALI TUNAI                    Rp15.500  |
      |Alasan: salah barang, salah rasa                |
      |Disetujui: Hadi                                 |
      |------------------------------------------------|
      |                                                |
      |Tanda tangan pembeli:                           |
      |                                                |
      |                                                |
      |............................                    |
      |               Cek 7C41-E09A-B2D8               |
    `),
  );
});

test('what was sold with a discount comes back for what was paid; broken goods are called so', () => {
  const text = printed(
    32,
    {
      sale: sold,
      lines: [
        { index: 0, quantity: 1_000 },
        { index: 1, quantity: 1_000, damaged: true },
      ],
      roundingRp: -50,
      refunds: [
        { kind: 'cash', amountRp: 10_000 },
        { kind: 'qris', amountRp: 5_300, reference: 'RF-991234' },
      ],
      reason: 'damaged',
      approvedBy: '',
    },
    { buyerLine: { number: 'A-0147', maskedName: 'Siti A****' } },
  );
  expect(text).toContain(
    paper(`
      |Anggota A-0147        Siti A****|
      |--------------------------------|
      |Indomie Goreng 85 g             |
      |     -1 bks x   3.100   -3.100  |
      |Tepung Terigu Segitiga 1 kg     |
      |     -1 bks x  13.500  -12.250  |
      |  sesudah potongan, rusak       |
      |--------------------------------|
      |Nilai retur 2 baris     15.350  |
      |Pembulatan tunai           -50  |
      |UANG KEMBALI TUNAI    Rp10.000  |
      |KEMBALI QRIS *1234     Rp5.300  |
      |Alasan: barang rusak            |
      |--------------------------------|
    `),
  );
  expect(text).not.toContain('Disetujui');
});

test.each([
  ['transfer', { kind: 'transfer', amountRp: 15_500, reference: 'BRI 7788' }, 'KEMBALI TRANSFER *7788'],
  ['card', { kind: 'card', amountRp: 15_500, reference: '' }, 'KEMBALI KARTU DEBIT'],
  ['kasbon', { kind: 'kasbon', amountRp: 15_500, memberId: siti }, 'POTONG KASBON'],
  ['invoice', { kind: 'invoice', amountRp: 15_500, buyerId: schoolKitchen }, 'POTONG FAKTUR'],
  ['savings', { kind: 'savings', amountRp: 15_500, memberId: siti }, 'KEMBALI KE SIMPANAN'],
  ['exchange', { kind: 'exchange', amountRp: 15_500 }, 'TUKAR BARANG'],
] as const)('a refund by %s never says cash', (_, refund, words) => {
  const text = printed(32, { ...noodles, refunds: [refund] });
  expect(text).toMatch(new RegExp(`\\|${words.replace('*', '\\*')} [|\n ]*Rp15\\.500 {2}\\|`));
  expect(text).not.toContain('TUNAI');
});

test('a PKP gives the PPN back too, and says how much', () => {
  const sale = deskSale({
    pkp: true,
    lines: [{ name: 'Sabun', unit: 'buah', quantity: 10_000, priceRp: 11_100 }],
  });
  const text = printed(32, { sale: sale.body, lines: [{ index: 0, quantity: 5_000 }] });
  expect(text).toContain('|Nilai retur             55.500  |\n|Termasuk PPN             5.500  |');
  expect(printed(32, noodles)).not.toContain('PPN');
});

test('a copy of a return says so', () => {
  expect(printed(32, noodles, { copy: 1 })).toContain('|          SALINAN KE-1          |');
});

test.each([
  ['a refill that comes back takes its empty cylinder along', 'shop', 'outside', 'diserahkan'],
  ['a cylinder on loan that comes back is said to be there', 'outside', 'shop', 'diterima'],
] as const)('%s', (_, from, to, word) => {
  const empties = { productId: siti, lotId: siti, owner: 'store', unitCostRp: null } as const;
  const moved: CylindersMoved = {
    movementId: siti,
    kind: 'lpg-3kg',
    cause: 'return',
    saleId: siti,
    returnId: siti,
    agen: '',
    document: '',
    moves: [{ ...empties, from, to, quantityThousandths: thousandths(2_000) }],
    agenOwedThousandths: thousandths(0),
    loanedThousandths: thousandths(0),
    depositRp: rupiah(0),
    note: '',
  };
  const line = `|  Tabung kosong ${word}: 2`;
  expect(printed(32, noodles, { cylinders: [moved] })).toContain(line);
  expect(printed(32, noodles, { cylinders: [{ ...moved, moves: [] }] })).not.toContain('Tabung');
});
