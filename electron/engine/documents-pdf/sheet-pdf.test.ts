import { expect, test } from 'vitest';
import { dadapan, dadapanHash } from '../../../test/support/example-papers.ts';
import {
  cash,
  kitchenSale,
  schoolKitchenDetails,
  type DeskLine,
} from '../../../test/support/example-sales.ts';
import { pagesOfPdf } from '../../../test/support/pdf.ts';
import { businessDateSchema } from '../../../shared/domain/business-date.ts';
import { invoiceSheet } from '../../../shared/documents/sheets/invoice.ts';
import { reminderSheet } from '../../../shared/documents/sheets/reminder.ts';
import type { Sheet } from '../../../shared/documents/sheets/sheet.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { sheetPdf } from './sheet-pdf.ts';

const record = kitchenSale();
const data = {
  profile: dadapan,
  record,
  hash: dadapanHash,
  buyer: schoolKitchenDetails,
  npwp: null,
  paymentNote: '',
};

/** Every text that a sheet means to say. */
function textsOf(sheet: Sheet): string[] {
  const { seller, to, facts, columns, rows, sums, notes, signatures } = sheet;
  return [
    [sheet.title, sheet.number, sheet.date, sheet.opening, sheet.inWords, sheet.foot],
    [seller.name, to.label, to.name],
    seller.lines,
    to.lines,
    facts.flat(),
    columns.map(({ head }) => head),
    rows.flatMap(({ cells, note = '' }) => cells.concat(note)),
    sums.flatMap(({ label, amount }) => [label, amount]),
    notes,
    signatures.flatMap(({ label, name }) => [label, name]),
  ].flat();
}

/** Letters only, so that a fold of a long line is no difference. */
function solid(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

test('one sheet holds every word of a faktur', async () => {
  const sheet = invoiceSheet(data);
  const pages = pagesOfPdf(await sheetPdf(sheet, record.at));
  expect(pages).toHaveLength(1);
  for (const text of textsOf(sheet)) expect(solid(pages.join(''))).toContain(solid(text));
  expect(pages[0]).toContain('Lembar 1 dari 1');
  expect(pages[0]).toContain('nama dan tanggal');
});

test('a surat tagihan holds all it says, its signer below the line', async () => {
  const sheet = reminderSheet({
    profile: dadapan,
    debtor: schoolKitchenDetails,
    asOf: businessDateSchema.parse('2026-05-20'),
    debts: [
      {
        receipt: 'G2207-1-0057',
        date: businessDateSchema.parse('2026-04-15'),
        dueDate: businessDateSchema.parse('2026-04-29'),
        amountRp: rupiah(1_880_000),
        paidRp: rupiah(500_000),
      },
    ],
    paymentNote: 'Transfer ke BPD 2204-7781.',
    signedBy: 'Hadi',
  });
  const [page = ''] = pagesOfPdf(await sheetPdf(sheet, record.at));
  for (const text of textsOf(sheet)) expect(solid(page)).toContain(solid(text));
  expect(page).not.toContain('nama dan tanggal');
});

test('sixty lines go on over further sheets, each of which says whose it is; the sum stands on the last', async () => {
  const lines = Array.from({ length: 60 }, (_, index): DeskLine => ({
    name: `Marina Hand & Body Lotion UV White Br&Fresh 200 ml (${index + 1})`,
    priceRp: 10_001 + index,
    quantity: 2_000,
  }));
  const total = lines.reduce((sum, line) => sum + 2 * line.priceRp, 0);
  const sheet = invoiceSheet({ ...data, record: kitchenSale({ lines, tenders: [cash(total)] }) });
  const pages = pagesOfPdf(await sheetPdf(sheet, record.at));
  expect(pages.length).toBeGreaterThan(1);
  for (const line of lines) expect(pages.join('')).toContain(line.name);
  expect(pages.filter((page) => page.includes('Hormat kami'))).toEqual([pages.at(-1)]);
  expect(pages.at(-1)).toContain('Lunas');
  for (const page of pages.slice(1)) expect(page).toContain('Faktur penjualan, G2207-1-0057, SPPG Dadapan');
});

test('a name that looks like markup, a file or an address is just a name', async () => {
  const name = '<svg onload=x> &amp; file:///etc/passwd http://example.com';
  const sheet = invoiceSheet({ ...data, buyer: { ...schoolKitchenDetails, name } });
  expect(solid(pagesOfPdf(await sheetPdf(sheet, record.at)).join(''))).toContain(solid(name));
});

test('the same sheet is the same file', async () => {
  const sheet = invoiceSheet(data);
  const [one, two] = [await sheetPdf(sheet, record.at), await sheetPdf(sheet, record.at)];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
});
