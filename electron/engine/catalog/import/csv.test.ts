import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../../domain-error.ts';
import { csvRows } from './csv.ts';
import type { SheetRow } from './sheet.ts';

async function rowsOf(content: string | Buffer): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of csvRows(Buffer.from(content))) rows.push(row);
  return rows;
}

async function cellsOf(content: string | Buffer): Promise<unknown[]> {
  return (await rowsOf(content)).map((row) => row.cells);
}

describe('delimiters, marks and line ends', () => {
  test.each([
    ['comma', 'nama,harga\nGula,17500'],
    ['semicolon', 'nama;harga\nGula;17500'],
    ['tab', 'nama\tharga\nGula\t17500'],
    ['byte order mark', '\u{feff}nama,harga\nGula,17500'],
    ['Windows line ends', 'nama,harga\r\nGula,17500\r\n'],
    ['old Macintosh line ends', 'nama,harga\rGula,17500'],
    ['Excel names the delimiter', 'sep=;\r\nnama;harga\r\nGula;17500'],
    ['everything in quotes', '"nama","harga"\n"Gula","17500"'],
  ])('%s', async (_what, text) => {
    expect(await cellsOf(text)).toEqual([
      ['nama', 'harga'],
      ['Gula', '17500'],
    ]);
  });

  test('a comma in a quoted head does not make it a comma file', async () => {
    expect(await cellsOf('"nama, barang";"harga, rupiah, jual"\nGula;17500')).toEqual([
      ['nama, barang', 'harga, rupiah, jual'],
      ['Gula', '17500'],
    ]);
  });
});

describe('the line a row is reported with', () => {
  test('is where it begins, however many lines it and others span', async () => {
    const rows = await rowsOf('nama,harga\n"Kopi\nBubuk ""Cap Ayam""",1\r\n\n"Teh",2\n');
    expect(rows.map((row) => [row.line, row.cells])).toEqual([
      [1, ['nama', 'harga']],
      [2, ['Kopi\nBubuk "Cap Ayam"', '1']],
      [4, ['']],
      [5, ['Teh', '2']],
    ]);
  });

  test('counts the line in which Excel names the delimiter', async () => {
    expect((await rowsOf('sep=,\nnama\nTeh')).map((row) => row.line)).toEqual([2, 3]);
  });
});

describe('a file that can’t be taken apart', () => {
  test.each([
    ['a quote left open', 'nama,harga\nGula,1\n"Teh,2\nKopi,3\n', 3],
    ['a quote closed too early', 'nama,harga\nGula,1\nTeh,2\n"Kopi" hitam,3\n', 4],
    ['a quote in the middle', 'nama,harga\nTV 21" merah,1\n', 2],
    ['a quote that swallows the file', `nama\n"${'Teh\n'.repeat(50_000)}`, 2],
  ])('%s is reported where it begins', async (_what, text, line) => {
    const last = (await rowsOf(text)).at(-1);
    expect(last).toMatchObject({ line, broken: true });
  });
});

describe('letters that are no UTF-8', () => {
  test.each([
    ['Windows-1252', Buffer.from('nama\nKopi\nCaf\u00e9\nTeh\n', 'latin1'), 3],
    ['in the last line', Buffer.from('nama\nCaf\u00e9', 'latin1'), 2],
    ['UTF-16, as Excel’s “Unicode text”', Buffer.from('\u{feff}nama\n', 'utf16le'), 1],
    ['cut off within a letter', Buffer.from('nama\nCafé').subarray(0, -1), 2],
  ])('%s: refused with the line', async (_what, content, line) => {
    const refusal = rowsOf(content);
    await expect(refusal).rejects.toThrow(DomainError);
    await expect(refusal).rejects.toMatchObject({ code: 'import.not-utf8', params: { line } });
  });
});

test('what is written by the rules is read back, whatever is in it', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '\n', '\r', '8') });
  const table = fc
    .integer({ min: 1, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
    );
  const delimiter = fc.constantFrom(',', ';', '\t');
  const lineEnd = fc.constantFrom('\n', '\r\n');
  await fc.assert(
    fc.asyncProperty(table, delimiter, lineEnd, async (rows, between, end) => {
      // A head of plain names, as every file has one, decides which delimiter it is.
      const head = rows[0]!.map((_, index) => `kolom${index}`);
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = [head, ...rows].map((row) => row.map(quoted).join(between)).join(end);
      // One column has no delimiter to go by, and none in quotes may be taken for it.
      expect(await cellsOf(text)).toEqual([head, ...rows]);
    }),
  );
});
