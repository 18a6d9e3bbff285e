import { describe, expect, test } from 'vitest';
import { differences, parseCases, tableOf } from '../../../test/support/case-table.ts';

const TEXT = `# catatan
[kasus]
kasus  | jumlah | hasil
satu   | 1      | 12.500
kosong | -      | 12.500 + -75
`;

describe('a table of cases', () => {
  const rows = tableOf(parseCases('contoh.txt', TEXT), 'kasus').rows;

  test('is read with file and line', () => {
    expect(rows.map((row) => [row.place, row.text('kasus'), row.text('jumlah')])).toEqual([
      ['contoh.txt baris 4', 'satu', '1'],
      ['contoh.txt baris 5', 'kosong', ''],
    ]);
    expect(rows[0]?.whole('hasil')).toBe(12_500);
    expect(rows[1]?.list('hasil')).toEqual(['12.500', '-75']);
    expect(rows[1]?.list('jumlah')).toEqual([]);
  });

  test('a wrong expectation names file, line, column and both values', () => {
    expect(differences(rows[0]!, { hasil: 12_500 })).toEqual([]);
    expect(differences(rows[0]!, { hasil: 12_501 })).toEqual([
      'contoh.txt baris 4: hasil seharusnya "12.500", ternyata "12501"',
    ]);
    expect(differences(rows[1]!, { hasil: '12500 + -75' })).toEqual([]);
    expect(differences(rows[1]!, { hasil: '-75 + 12500' })).toHaveLength(1);
  });

  test('a number that is none names file and line', () => {
    expect(() => rows[0]?.whole('kasus')).toThrow(
      'contoh.txt baris 4: "satu" di kolom "kasus" bukan bilangan bulat',
    );
    expect(() => rows[1]?.whole('jumlah')).toThrow('contoh.txt baris 5');
  });

  test('a column that is not there names file and line', () => {
    expect(() => rows[0]?.text('harga')).toThrow('contoh.txt baris 4: tidak ada kolom "harga"');
  });
});

/** What stands in the file │ what is said. */
const BROKEN: readonly (readonly [string, string])[] = [
  ['[kasus]\na | b\n1', 'contoh.txt baris 3: ada 1 kolom, seharusnya 2 (a, b)'],
  ['[kasus]\na | b\n1 | 2 | 3', 'contoh.txt baris 3: ada 3 kolom, seharusnya 2 (a, b)'],
  ['a | b', 'contoh.txt baris 1: belum ada nama tabel, seperti [kasus]'],
  ['[kasus]\na\n[kasus]', 'contoh.txt baris 3: tabel [kasus] sudah ada di atas'],
];

test.each(BROKEN)('%j is refused: %s', (text, words) => {
  expect(() => parseCases('contoh.txt', text)).toThrow(words);
});

test('a table that is not there is missed', () => {
  expect(() => tableOf(parseCases('contoh.txt', TEXT), 'promosi')).toThrow('tidak ada tabel [promosi]');
});
