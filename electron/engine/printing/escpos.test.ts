import { expect, test } from 'vitest';
import { readEscpos } from '../../../test/support/escpos-reader.ts';
import { deskSale } from '../../../test/support/example-sales.ts';
import {
  dadapan,
  dadapanBasket,
  dadapanHash,
  exampleReport,
  exampleSale,
} from '../../../test/support/example-papers.ts';
import { dailyReportDocument } from '../../../shared/documents/daily-report.ts';
import { documentLines, layOut } from '../../../shared/documents/lay-out.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import type { PrintDocument } from '../../../shared/documents/print-document.ts';
import { qrisPaperDocument } from '../../../shared/documents/qris-paper.ts';
import { receiptDocument } from '../../../shared/documents/receipt.ts';
import { testPageDocument } from '../../../shared/documents/test-page.ts';
import { DRAWER_PULSE, escposBytes } from './escpos.ts';

const sale = exampleSale({ lines: dadapanBasket, roundingRp: -20, receivedRp: 300_000 });
const desk = receiptDocument({
  profile: dadapan,
  record: deskSale({ lines: [{ name: 'Teh {celup}', priceRp: 4_000 }] }),
  hash: dadapanHash,
  copy: null,
});
const qris = qrisPaperDocument({
  profile: dadapan,
  merchantName: 'KDMP DADAPAN',
  amountRp: rupiah(150_000),
  payload: 'x'.repeat(223),
  cashier: 'Wulan',
  shownAt: sale.at,
});
const documents: [string, PrintDocument][] = [
  ['a receipt', receiptDocument({ profile: dadapan, record: sale, hash: dadapanHash, copy: null })],
  ['a copy', receiptDocument({ profile: dadapan, record: sale, hash: dadapanHash, copy: 3 })],
  ['a receipt of the cashier’s desk', desk],
  ['a QRIS code', qris],
  ['a closing report', dailyReportDocument(exampleReport())],
  ['a test page', testPageDocument(dadapan)],
];

test.each(documents)('%s is on paper, letter by letter, what the preview shows', (_, document) => {
  for (const columns of [32, 48] as const) {
    const paper = readEscpos(escposBytes(layOut(document, columns)));
    expect(paper.lines).toEqual(documentLines(document, columns));
    expect(paper.cuts).toBe(1);
    expect(paper.pulses).toEqual([]);
  }
});

test('every job begins with a clean printer and American letters', () => {
  expect([...escposBytes([])]).toEqual([0x1b, 0x40, 0x1b, 0x52, 0x00]);
});

test('the library keeps nothing from one job to the next', () => {
  const steps = layOut(documents[0]![1], 32);
  expect(escposBytes(steps)).toEqual(escposBytes(steps));
});

test('the total is emphasised, and only what is meant to be', () => {
  const paper = readEscpos(escposBytes(layOut(documents[0]![1], 32)));
  const emphasised = paper.lines.filter((_, index) => paper.strong.has(index));
  expect(emphasised).toEqual([
    '   KOPERASI DESA MERAH PUTIH',
    '            DADAPAN',
    'TOTAL 12 baris       Rp268.620',
    'HARUS DIBAYAR        Rp268.600',
  ]);
});

test('the seal is printed as a QR code', () => {
  const steps = layOut(dailyReportDocument(exampleReport()), 32);
  const wanted = steps.flatMap((step) => (step.kind === 'qr' ? [step.data] : []));
  expect(readEscpos(escposBytes(steps)).qrCodes).toEqual(wanted);
  expect(wanted).toHaveLength(1);
});

test('a receipt’s number is printed in bars that read as that number', () => {
  for (const columns of [32, 48] as const) {
    const { barcodes, qrCodes } = readEscpos(escposBytes(layOut(desk, columns)));
    expect([barcodes, qrCodes]).toEqual([['G2207-1-0057'], []]);
  }
});

test('bars begin in letters, end in pairs of digits, and have no text of the printer’s own', () => {
  const bytes = escposBytes([{ kind: 'barcode', data: 'A{-0057', moduleDots: 2 }]);
  expect(Buffer.from(bytes).toString('latin1')).toContain(
    '\x1dw\x02\x1dh\x3c\x1dH\x00\x1dk\x49\x0a{BA{{-{C\x00\x39',
  );
  expect(readEscpos(bytes).barcodes).toEqual(['A{-0057']);
});

test('a QRIS code fills the paper, a seal keeps its size', () => {
  // GS ( k, function 67: how many dots wide a module is.
  const setSize = Buffer.from([0x1d, 0x28, 0x6b, 3, 0, 0x31, 0x43]);
  const moduleSize = (document: PrintDocument, columns: 32 | 48): number | undefined => {
    const bytes = Buffer.from(escposBytes(layOut(document, columns)));
    return bytes[bytes.indexOf(setSize) + setSize.length];
  };
  expect([moduleSize(qris, 32), moduleSize(qris, 48)]).toEqual([6, 8]);
  expect(moduleSize(dailyReportDocument(exampleReport()), 32)).toBe(5);
});

test('the drawer’s pulse has all its five bytes', () => {
  expect([...DRAWER_PULSE]).toEqual([0x1b, 0x70, 0x00, 0x19, 0xfa]);
});
