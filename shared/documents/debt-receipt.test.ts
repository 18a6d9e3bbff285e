import { expect, test } from 'vitest';
import { dadapan, dadapanHash, exampleId } from '../../test/support/example-papers.ts';
import { debtPaid, schoolKitchen } from '../../test/support/example-sales.ts';
import { framed, paper } from '../../test/support/framed.ts';
import { debtReceiptDocument, type DebtReceipt } from './debt-receipt.ts';
import { documentLines } from './lay-out.ts';
import type { Columns } from './print-document.ts';

const receipts = new Map([
  [exampleId(41), 'G2207-1-0041'],
  [exampleId(42), 'G2207-1-0042'],
]);

function printed(
  columns: Columns,
  change: Parameters<typeof debtPaid>[0],
  more: Partial<DebtReceipt> = {},
): string {
  const document = debtReceiptDocument({
    profile: dadapan,
    record: debtPaid(change),
    hash: dadapanHash,
    copy: null,
    receiptOf: (saleId) => receipts.get(saleId) ?? '?',
    ...more,
  });
  return framed(documentLines(document, columns), columns);
}

const siti = { number: 'A-0147', maskedName: 'Siti A****' };

test('a member pays a part of her kasbon: for which receipts, and what is left', () => {
  expect(printed(32, {}, { buyerLine: siti })).toBe(
    paper(`
      |   KOPERASI DESA MERAH PUTIH    |
      |            DADAPAN             |
      |      Jl. Raya Dadapan 12       |
      |================================|
      |          BAYAR KASBON          |
      |================================|
      |Bukti G2207-1-P0012     15-04-26|
      |Kasir Wulan, kasa 1    14:05 WIB|
      |Anggota A-0147        Siti A****|
      |--------------------------------|
      |Nota G2207-1-0041      100.000  |
      |Nota G2207-1-0042       50.000  |
      |--------------------------------|
      |DIBAYAR 2 nota       Rp150.000  |
      |Tunai diterima         200.000  |
      |Kembalian               50.000  |
      |--------------------------------|
      |SISA UTANG            Rp75.000  |
      |                                |
      |          Terima kasih          |
      |       Cek 7C41-E09A-B2D8       |
    `),
  );
});

test('a debt paid off whole in cash is rounded down on a line of its own, and is called settled', () => {
  const change = {
    amountRp: 100_050,
    roundingRp: -50,
    tender: { kind: 'cash', amountRp: 100_000, receivedRp: 100_000, changeRp: 0 },
    allocations: [{ saleId: exampleId(41), amountRp: 100_050 }],
    leftRp: 0,
  } as const;
  expect(printed(48, { ...change, allocations: [...change.allocations] })).toContain(
    paper(`
      |Nota G2207-1-0041                      100.050  |
      |------------------------------------------------|
      |DIBAYAR                              Rp100.050  |
      |Pembulatan tunai                           -50  |
      |HARUS DIBAYAR                        Rp100.000  |
      |Tunai diterima                         100.000  |
      |Kembalian                                    0  |
      |------------------------------------------------|
      |LUNAS, tidak ada sisa utang.                    |
    `),
  );
});

test('an institution pays an invoice by transfer', () => {
  const text = printed(
    32,
    {
      debtor: { kind: 'buyer', buyerId: schoolKitchen },
      tender: { kind: 'transfer', amountRp: 150_000, reference: 'BPD 2204-7781' },
    },
    { buyerLine: { number: '', maskedName: 'SPPG Dadapan' } },
  );
  expect(text).toContain('BAYAR FAKTUR');
  expect(text).toContain('|Pembeli             SPPG Dadapan|');
  expect(text).toContain('|Transfer bank *7781    150.000  |');
  expect(text).not.toMatch(/Tunai|Kembalian/);
});
