import { expect, test } from 'vitest';
import { dadapan, dadapanHash, dadapanBasket, exampleSale } from '../../../test/support/example-papers.ts';
import { cash, kitchenSale, schoolKitchenDetails, siti } from '../../../test/support/example-sales.ts';
import { businessDateSchema } from '../../domain/business-date.ts';
import { rupiah } from '../../domain/money.ts';
import { deliveryNoteSheet } from './delivery-note.ts';
import { invoiceSheet, type InvoiceData } from './invoice.ts';
import { reminderSheet, type OpenDebt } from './reminder.ts';
import type { Sheet } from './sheet.ts';
import { statementSheet, type StatementEntry } from './statement.ts';

const day = (text: string) => businessDateSchema.parse(text);
const paymentNote = 'Transfer ke BPD 2204-7781 a.n. KDMP Dadapan.';

function invoice(change: Partial<InvoiceData> = {}): Sheet {
  return invoiceSheet({
    profile: dadapan,
    record: kitchenSale(),
    hash: dadapanHash,
    buyer: schoolKitchenDetails,
    npwp: '0123456789012345',
    paymentNote,
    ...change,
  });
}

/** Sums as a reader sees them. */
function sums({ sums: rows }: Sheet): string[] {
  return rows.map(({ label, amount, kind }) => `${label} ${amount}${kind === 'total' ? ' !' : ''}`);
}

test('a faktur: who sells, who buys, each line, what was paid and what is owed by when', () => {
  const sheet = invoice();
  expect(sheet).toMatchObject({
    title: 'Faktur penjualan',
    number: 'G2207-1-0057',
    date: '15 April 2026',
    seller: {
      name: 'Koperasi Desa Merah Putih',
      lines: ['Gerai Dadapan (G2207)', 'Jl. Raya Dadapan 12, Kabupaten Kediri'],
    },
    to: {
      label: 'Kepada',
      name: 'SPPG Dadapan (Dapur MBG)',
      lines: ['u.p. Bu Ratna Wulandari', 'Jl. Balai Desa 3, Dadapan, Kec. Wates', 'Telp. 0812-3456-7890'],
    },
    facts: [
      ['Nomor', 'G2207-1-0057'],
      ['Tanggal', '15 April 2026'],
      ['Jatuh tempo', '29 April 2026'],
      ['Kasir', 'Wulan'],
    ],
    inWords: 'Satu juta delapan ratus delapan puluh ribu rupiah',
    notes: ['Mohon dibayar paling lambat 29 April 2026.', paymentNote],
    foot: 'Cek 7C41-E09A-B2D8',
  });
  expect(sheet.rows).toEqual([
    { cells: ['1', 'Beras premium', '4', 'sak', '342.500', '', '1.370.000'], note: 'isi 25 kg' },
    {
      cells: ['2', 'Minyak goreng 1 L', '3', 'dus', '222.000', '−6.000', '660.000'],
      note: 'isi 12 btl, harga grosir, promo Gajian',
    },
    { cells: ['3', 'Telur ayam ras', '12,500', 'kg', '28.000', '', '350.000'], note: '' },
  ]);
  expect(sums(sheet)).toEqual([
    'Jumlah 2.386.000',
    'Potongan −6.000',
    'Total 2.380.000',
    'Dibayar: Transfer −500.000',
    'Harus dibayar Rp1.880.000 !',
  ]);
  expect(sheet.signatures.map(({ label }) => label)).toEqual(['Penerima', 'Hormat kami']);
});

test('of a PKP the faktur has base, PPN and tax number; of no other store', () => {
  const sheet = invoice({ record: kitchenSale({ pkp: true }) });
  // Only the oil is taxed: 660.000 with 12 % on 11/12 of the price inside.
  expect(sums(sheet)).toEqual(
    expect.arrayContaining(['DPP nilai lain 11/12 545.045', 'Termasuk PPN 12% 65.405']),
  );
  expect(sheet.seller.lines).toContain('NPWP 0123456789012345');
  expect(sheet.notes).toContain('Bukan faktur pajak.');
  expect(JSON.stringify(invoice())).not.toMatch(/PPN|DPP|NPWP|pajak/);
});

test('what was paid at the counter is settled: no date to pay by, no account to pay to', () => {
  const sheet = invoice({ record: kitchenSale({ tenders: [cash(2_379_950, 2_400_000)], roundingRp: -50 }) });
  expect(sums(sheet).slice(2)).toEqual([
    'Total 2.380.000',
    'Pembulatan tunai −50',
    'Dibayar: Tunai −2.379.950',
    'Lunas Rp2.379.950 !',
  ]);
  expect(sheet.inWords).toBe(
    'Dua juta tiga ratus tujuh puluh sembilan ribu sembilan ratus lima puluh rupiah',
  );
  expect(sheet.notes).toEqual([]);
  expect(sheet.facts.map(([label]) => label)).not.toContain('Jatuh tempo');
});

test('a member’s kasbon is owed like an invoice, and the earliest date counts', () => {
  const sheet = invoice({
    record: kitchenSale({
      buyer: { tier: 'anggota', memberId: siti, buyerId: null },
      tenders: [
        { kind: 'kasbon', amountRp: 2_000_000, memberId: siti, dueDate: '2026-05-15' },
        { kind: 'kasbon', amountRp: 380_000, memberId: siti, dueDate: '2026-05-01' },
      ],
    }),
  });
  expect(sums(sheet).at(-1)).toBe('Harus dibayar Rp2.380.000 !');
  expect(sheet.facts).toContainEqual(['Jatuh tempo', '1 Mei 2026']);
});

test('a sale of the first till has a faktur too', () => {
  const record = exampleSale({ lines: dadapanBasket, roundingRp: -20, receivedRp: 300_000 });
  const sheet = invoice({ record });
  expect(sheet.rows).toHaveLength(12);
  expect(sums(sheet).at(-1)).toBe('Lunas Rp268.600 !');
});

test('a buyer whose name was erased has a faktur that says so', () => {
  const sheet = invoice({ buyer: { name: '', contact: '', phone: '', address: '' } });
  expect(sheet.to).toEqual({ label: 'Kepada', name: '(nama tidak tersimpan)', lines: [] });
});

test('a surat jalan has every quantity, batch and best-before, and not one price', () => {
  const sheet = deliveryNoteSheet({
    profile: dadapan,
    record: kitchenSale({ pkp: true }),
    hash: dadapanHash,
    buyer: schoolKitchenDetails,
  });
  expect(sheet).toMatchObject({ title: 'Surat jalan', number: 'SJ G2207-1-0057', sums: [], inWords: '' });
  expect(sheet.rows).toEqual([
    {
      cells: ['1', 'Beras premium', '4', 'sak', '', ''],
      note: 'isi 25 kg, bets B0426, kedaluwarsa 31 Januari 2027',
    },
    {
      cells: ['2', 'Minyak goreng 1 L', '3', 'dus', '', ''],
      note: 'isi 12 btl, bets B0426, kedaluwarsa 31 Januari 2027',
    },
    {
      cells: ['3', 'Telur ayam ras', '12,500', 'kg', '', ''],
      note: 'bets B0426, kedaluwarsa 31 Januari 2027',
    },
  ]);
  expect(JSON.stringify(sheet)).not.toMatch(/Rp|342\.500|1\.370|222\.000|660\.000|28\.000|PPN|promo|grosir/);
  expect(sheet.signatures.map(({ label }) => label)).toEqual(['Disiapkan', 'Pengantar', 'Penerima']);
});

const debts: OpenDebt[] = [
  {
    receipt: 'G2207-1-0057',
    date: day('2026-04-15'),
    dueDate: day('2026-04-29'),
    amountRp: rupiah(1_880_000),
    paidRp: rupiah(500_000),
  },
  {
    receipt: 'G2207-1-0080',
    date: day('2026-05-06'),
    dueDate: day('2026-05-20'),
    amountRp: rupiah(100_000),
    paidRp: rupiah(0),
  },
  {
    receipt: 'G2207-1-0099',
    date: day('2026-05-15'),
    dueDate: day('2026-05-29'),
    amountRp: rupiah(350_250),
    paidRp: rupiah(0),
  },
];

test('a surat tagihan ages every open receipt; due today is not late yet', () => {
  const sheet = reminderSheet({
    profile: dadapan,
    debtor: schoolKitchenDetails,
    asOf: day('2026-05-20'),
    debts,
    paymentNote,
    signedBy: 'Hadi',
  });
  expect(sheet.opening).toBe('Menurut catatan kami sampai 20 Mei 2026, nota berikut belum lunas.');
  expect(sheet.rows).toEqual([
    {
      cells: [
        '1',
        'G2207-1-0057',
        '15 April 2026',
        '29 April 2026',
        '35 hari',
        '1.880.000',
        '500.000',
        '1.380.000',
      ],
      note: 'lewat 21 hari',
    },
    {
      cells: ['2', 'G2207-1-0080', '6 Mei 2026', '20 Mei 2026', '14 hari', '100.000', '', '100.000'],
      note: '',
    },
    {
      cells: ['3', 'G2207-1-0099', '15 Mei 2026', '29 Mei 2026', '5 hari', '350.250', '', '350.250'],
      note: '',
    },
  ]);
  expect(sums(sheet)).toEqual([
    'Belum jatuh tempo 450.250',
    'Lewat jatuh tempo 1.380.000',
    'Harus dibayar Rp1.830.250 !',
  ]);
  expect(sheet.inWords).toBe('Satu juta delapan ratus tiga puluh ribu dua ratus lima puluh rupiah');
  expect(sheet.signatures).toEqual([{ label: 'Hormat kami', name: 'Hadi' }]);
  expect(sheet.notes[0]).toBe(paymentNote);
});

const entries: StatementEntry[] = [
  {
    date: '2026-04-15',
    kind: 'sale',
    receipt: 'G2207-1-0057',
    dueDate: '2026-04-29',
    amountRp: rupiah(1_880_000),
  },
  { date: '2026-04-20', kind: 'return', receipt: 'G2207-1-R0003', dueDate: null, amountRp: rupiah(28_000) },
  { date: '2026-05-02', kind: 'payment', receipt: 'G2207-1-P0012', dueDate: null, amountRp: rupiah(500_000) },
];

function statement(openingRp: number, moved = entries): Sheet {
  return statementSheet({
    profile: dadapan,
    debtor: schoolKitchenDetails,
    from: '2026-04-01',
    to: '2026-05-20',
    openingRp: rupiah(openingRp),
    entries: moved,
    signedBy: 'Hadi',
  });
}

test('a statement runs the balance from what was owed before, through every paper', () => {
  const sheet = statement(125_000);
  expect(sheet.rows.map(({ cells }) => cells.join(' | '))).toEqual([
    '1 April 2026 | Saldo awal |  |  |  |  | 125.000',
    '15 April 2026 | Penjualan | G2207-1-0057 | 29 April 2026 | 1.880.000 |  | 2.005.000',
    '20 April 2026 | Retur | G2207-1-R0003 |  |  | 28.000 | 1.977.000',
    '2 Mei 2026 | Pembayaran | G2207-1-P0012 |  |  | 500.000 | 1.477.000',
  ]);
  expect(sums(sheet)).toEqual([
    'Saldo awal 125.000',
    'Jumlah tagihan 1.880.000',
    'Jumlah bayar dan retur −528.000',
    'Saldo akhir Rp1.477.000 !',
  ]);
  expect(sheet.inWords).toBe('Satu juta empat ratus tujuh puluh tujuh ribu rupiah');
});

test('who paid too much is owed, not owing', () => {
  const sheet = statement(0, entries.slice(1, 2));
  expect(sums(sheet).at(-1)).toBe('Saldo lebih bayar Rp28.000 !');
  expect(sheet.inWords).toBe('Dua puluh delapan ribu rupiah');
});
