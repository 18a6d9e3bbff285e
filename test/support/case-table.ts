import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * Tables of cases that a shopkeeper can read and add to without code: text files with a header, columns
 * set apart by `|`, `-` for nothing, `#` before remarks, and `[nama]` before each table of a file. What
 * is wrong with a row is said in Bahasa Indonesia, with file and line.
 */
export interface CaseRow {
  /** `harga.txt baris 12`. */
  readonly place: string;
  /** What stands in a column; '' for `-`. */
  text(column: string): string;
  /** A whole number, as `12500` or `12.500`. */
  whole(column: string): number;
  /** Several entries of one column, set apart by ` + `. */
  list(column: string): readonly string[];
  /** An error that names the row. */
  wrong(words: string): Error;
}

/** The tables of one file, by the name in square brackets. */
export type CaseTables = ReadonlyMap<string, CaseTable>;

export interface CaseTable {
  readonly columns: readonly string[];
  readonly rows: readonly CaseRow[];
}

/** Reads the tables of a file in `cases/` beside a test. */
export function readCases(url: URL): CaseTables {
  return parseCases(path.basename(url.pathname), readFileSync(url, 'utf8'));
}

/**
 * Takes a file of tables apart.
 * @throws Error naming file and line where a row does not fit its header
 */
export function parseCases(file: string, content: string): CaseTables {
  const tables = new Map<string, { columns: string[]; rows: CaseRow[] }>();
  let open: { columns: string[]; rows: CaseRow[] } | undefined;
  for (const [index, line] of content.split(/\r?\n/).entries()) {
    const place = `${file} baris ${index + 1}`;
    if (line.trim() === '' || line.startsWith('#')) continue;
    const title = /^\[(?<name>[^\]]+)\]\s*$/.exec(line)?.groups?.['name'];
    if (title !== undefined) {
      if (tables.has(title)) throw new Error(`${place}: tabel [${title}] sudah ada di atas`);
      open = { columns: [], rows: [] };
      tables.set(title, open);
      continue;
    }
    if (open === undefined) throw new Error(`${place}: belum ada nama tabel, seperti [kasus]`);
    const cells = line.split('|').map((cell) => cell.trim());
    if (open.columns.length === 0) open.columns.push(...cells);
    else open.rows.push(rowOf(place, open.columns, cells));
  }
  return tables;
}

function rowOf(place: string, columns: readonly string[], cells: readonly string[]): CaseRow {
  const wrong = (words: string) => new Error(`${place}: ${words}`);
  if (cells.length !== columns.length) {
    throw wrong(`ada ${cells.length} kolom, seharusnya ${columns.length} (${columns.join(', ')})`);
  }
  const text = (column: string) => {
    const cell = cells[columns.indexOf(column)];
    if (cell === undefined) throw wrong(`tidak ada kolom "${column}"`);
    return cell === '-' ? '' : cell;
  };
  return {
    place,
    text,
    wrong,
    whole: (column) => {
      const number = wholeNumber(text(column));
      if (number === undefined) throw wrong(`"${text(column)}" di kolom "${column}" bukan bilangan bulat`);
      return number;
    },
    list: (column) => (text(column) === '' ? [] : text(column).split(/\s+\+\s+/)),
  };
}

/** A whole number as people write it, with or without dots between thousands. */
export function wholeNumber(text: string): number | undefined {
  return /^-?(?:\d+|\d{1,3}(?:\.\d{3})+)$/.test(text) ? Number(text.replaceAll('.', '')) : undefined;
}

/** A table of a file. */
export function tableOf(tables: CaseTables, name: string): CaseTable {
  const table = tables.get(name);
  if (table === undefined) throw new Error(`tidak ada tabel [${name}]`);
  return table;
}

/** What a case gives: a text or a number for each column of results. */
export type Results = Readonly<Record<string, string | number>>;

/** Where results differ from what the row says; none where all is as expected. */
export function differences(row: CaseRow, results: Results): string[] {
  return Object.entries(results).flatMap(([column, result]) => {
    const expected = row.text(column);
    return same(expected, String(result))
      ? []
      : [`${row.place}: ${column} seharusnya "${expected}", ternyata "${result}"`];
  });
}

/** Entry by entry, so that `12.500 + 300` and `12500 + 300` are the same. */
function same(expected: string, result: string): boolean {
  const plain = (text: string) => text.split(/\s+\+\s+/).map((entry) => wholeNumber(entry) ?? entry);
  return JSON.stringify(plain(expected)) === JSON.stringify(plain(result));
}

/**
 * Tests every row of a table, and that a wrong result in any column of any row would have failed.
 * @param results columns that hold results; all others are given
 * @param least a table that lost its rows proves nothing
 */
export function testCases(
  table: CaseTable,
  results: readonly string[],
  least: number,
  compute: (row: CaseRow) => Results,
): void {
  test.each(table.rows.map((row) => [`${row.place}: ${row.text(table.columns[0] ?? '')}`, row] as const))(
    '%s',
    (_name, row) => {
      expect(differences(row, compute(row))).toEqual([]);
    },
  );

  describe('the table itself', () => {
    test(`has ${least} cases or more, each with a name of its own`, () => {
      expect(table.rows.length).toBeGreaterThanOrEqual(least);
      const names = table.rows.map((row) => row.text(table.columns[0] ?? ''));
      expect(new Set(names).size).toBe(names.length);
    });

    test('fails where any one result in it is wrong', () => {
      for (const row of table.rows) {
        const right = compute(row);
        expect(Object.keys(right).toSorted()).toEqual(results.toSorted());
        for (const column of results) {
          const spoilt = { ...row, text: (name: string) => row.text(name) + (name === column ? '1' : '') };
          expect(differences(spoilt, right)).toHaveLength(1);
        }
      }
    });
  });
}
