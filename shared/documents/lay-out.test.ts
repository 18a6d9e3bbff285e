import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dadapan, dadapanHash, exampleSale } from '../../test/support/example-papers.ts';
import { framed, paper } from '../../test/support/framed.ts';
import { formatAmountAscii } from '../i18n/format.ts';
import { documentLines } from './lay-out.ts';
import type { Block, Columns, PrintDocument } from './print-document.ts';
import { receiptDocument } from './receipt.ts';
import { testPageDocument } from './test-page.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 130 });
const columnsOf = fc.constantFrom<Columns>(32, 48);
const amountText = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(formatAmountAscii);

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('centred' as const), text }),
  fc.record({ kind: fc.constant('text' as const), text, indent: fc.integer({ min: 0, max: 10 }) }),
  fc.record({ kind: fc.constant('row' as const), left: text, right: text }),
  fc.record({ kind: fc.constant('ledger' as const), label: text, amount: amountText }),
  fc.record({ kind: fc.constant('tally' as const), name: text, count: amountText, amount: amountText }),
  fc.record({ kind: fc.constant('code' as const), groups: fc.array(text, { maxLength: 20 }) }),
  fc.record({ kind: fc.constant('signature' as const), label: text }),
  fc.record({
    kind: fc.constant('item' as const),
    name: text,
    quantity: amountText,
    unit: fc.string({ unit: 'grapheme', maxLength: 20 }),
    unitPrice: amountText,
    amount: amountText,
    mark: fc.constantFrom('', 'K', 'S'),
  }),
  fc.constantFrom<Block>(
    { kind: 'rule' },
    { kind: 'double-rule' },
    { kind: 'blank' },
    { kind: 'ruler' },
    { kind: 'cut' },
  ),
);

function amountsOf(document: PrintDocument): string[] {
  return document.flatMap((block) => {
    if (block.kind === 'ledger') return [block.amount];
    if (block.kind === 'tally') return [block.amount, block.count];
    return block.kind === 'item' ? [block.amount, block.unitPrice, block.quantity] : [];
  });
}

test('no line is longer than the paper, none has anything but ASCII or ends in spaces', () => {
  fc.assert(
    fc.property(fc.array(anyBlock), columnsOf, (document, columns) => {
      for (const line of documentLines(document, columns)) {
        expect(line.length).toBeLessThanOrEqual(columns);
        expect(line).toMatch(/^([ -~]*[!-~])?$/);
      }
    }),
  );
});

test('no amount is lost or broken, however large', () => {
  fc.assert(
    fc.property(fc.array(anyBlock, { maxLength: 5 }), columnsOf, (document, columns) => {
      const words = documentLines(document, columns).flatMap((line) => line.split(' '));
      for (const amount of amountsOf(document)) expect(words).toContain(amount);
    }),
  );
});

test.each([
  'Curcuma Plus Prebiotik Dha & Epa Blackcurrant 60 ml',
  'Marina Hand & Body Lotion UV White Br&Fresh 200 ml',
  'Khong Guan Assorted Biskuit Bulat & Tali Red 1 kg',
  'Frisian Flag Kental Manis Gold Full Cream 6 x 45 g',
  'Indomie Rasa Soto Banjar Limau Kuit',
  'Sania Minyak Goreng Pouch 2 L',
])('no word of a real product’s name is lost or cut: %s', (name) => {
  for (const columns of [32, 48] as const) {
    const record = exampleSale({ lines: [[name, 'bungkus', 1000, 2500, 2500]] });
    const lines = documentLines(
      receiptDocument({ profile: dadapan, record, hash: dadapanHash, copy: null }),
      columns,
    );
    expect(lines.join(' ').replaceAll(/ +/g, ' ')).toContain(name);
  }
});

test('the test page has a ruler that fills the paper exactly', () => {
  const lines = documentLines(testPageDocument(dadapan), 32);
  expect(framed(lines, 32)).toBe(
    paper(`
      |   KOPERASI DESA MERAH PUTIH    |
      |            DADAPAN             |
      |      Jl. Raya Dadapan 12       |
      |================================|
      |           TES CETAK            |
      |      Gerai G2207, kasa 1       |
      |            32 huruf            |
      |                                |
      |12345678901234567890123456789012|
      |Angka di atas harus tepat satu  |
      |baris, dari tepi ke tepi. Bila  |
      |terlipat atau tersisa lebar,    |
      |ganti lebar kertas di Setelan.  |
      |--------------------------------|
      |Contoh nama barang yang panjang |
      |  sekali 1 kg                   |
      |      2 bks x  17.500   35.000  |
      |Uang rata kanan         35.000  |
      |================================|
    `),
  );
  expect(documentLines(testPageDocument(dadapan), 48)).toContain(
    '123456789012345678901234567890123456789012345678',
  );
});
