import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellText, codesIn, isBrokenText, readAmount, readStock, readYesNo } from './cells.ts';
import type { Cell } from './sheet.ts';

const NOTHING = null;
const INVALID = 'invalid';
const TOO_LARGE = 'too-large';

/** What the reading came to: a value, nothing, or why not. */
function outcome(reading: ReturnType<typeof readAmount | typeof readStock | typeof readYesNo>): unknown {
  return reading.ok ? reading.value : reading.why;
}

/** What stands in the cell │ what it is in rupiah. Add a line to add a case. */
const AMOUNTS: readonly (readonly [cell: Cell, rupiah: unknown])[] = [
  ['3500', 3500],
  ['3.500', 3500],
  ['1.250.000', 1_250_000],
  ['Rp 3.500', 3500],
  ['Rp3.500', 3500],
  ['rp. 3500', 3500],
  ['IDR 3500', 3500],
  ['3500,00', 3500],
  ['3.500,00', 3500],
  ['3500,0', 3500],
  ['3.500,-', 3500],
  ['3500.00', 3500],
  ['3500.0', 3500],
  ['  3500  ', 3500],
  [3500, 3500],
  ['1000000000000', 1_000_000_000_000],
  ['1000000000001', TOO_LARGE],
  ['99999999999999999999', TOO_LARGE],
  [1_000_000_000_001, TOO_LARGE],
  ['', NOTHING],
  ['-', NOTHING],
  ['0', NOTHING],
  ['Rp 0', NOTHING],
  [0, NOTHING],
  ['3.5', INVALID],
  ['3.50', INVALID],
  ['3,5', INVALID],
  ['3,500', INVALID],
  ['3.500.00', INVALID],
  ['3500,50', INVALID],
  ['3.5000', INVALID],
  ['35.00.000', INVALID],
  ['-3500', INVALID],
  ['3500-', INVALID],
  ['tiga ribu', INVALID],
  ['3500/pcs', INVALID],
  ['3e3', INVALID],
  [3500.5, INVALID],
  [-1, INVALID],
  [true, INVALID],
];

test.each(AMOUNTS)('the amount %j is %j', (cell, rupiah) => {
  expect(outcome(readAmount(cell))).toBe(rupiah);
});

/** What stands in the cell │ thousandths. */
const STOCK: readonly (readonly [cell: Cell, thousandths: unknown])[] = [
  ['24', 24_000],
  ['0', 0],
  ['1,5', 1500],
  ['1,250', 1250],
  ['1.5', 1500],
  ['1.25', 1250],
  [1.25, 1250],
  [0.1, 100],
  [1234.567, 1_234_567],
  ['1000000', 1_000_000_000],
  ['', NOTHING],
  ['-', NOTHING],
  ['1.250', INVALID],
  ['1,2345', INVALID],
  [1.2345, INVALID],
  ['-3', INVALID],
  [-3, INVALID],
  ['1000001', INVALID],
  [1e20, INVALID],
  [Number.NaN, INVALID],
  ['banyak', INVALID],
];

test.each(STOCK)('the stock %j is %j', (cell, thousandths) => {
  expect(outcome(readStock(cell))).toBe(thousandths);
});

test.each([
  ['ya', true],
  ['Y', true],
  [true, true],
  [1, true],
  ['Tidak', false],
  [false, false],
  ['0', false],
  ['', NOTHING],
  ['mungkin', INVALID],
])('%j means %j', (cell, answer) => {
  expect(outcome(readYesNo(cell))).toBe(answer);
});

/** What stands in a barcode cell │ the codes in it. */
test.each<readonly [Cell, string[]]>([
  ['8998866200301', ['8998866200301']],
  ['8998866200301 89686010947', ['8998866200301', '89686010947']],
  ['8998866200301|089686010947', ['8998866200301', '089686010947']],
  ["'089686010947", ['089686010947']],
  [8_998_866_200_301, ['8998866200301']],
  // A spreadsheet has dropped the zero in front; it is not put back, so the row is refused.
  [89_686_010_947, ['89686010947']],
  ['8.99887E+12', ['8.99887E+12']],
  [8.5, ['8.5']],
  ['', []],
])('the barcode cell %j holds %j', (cell, codes) => {
  expect(codesIn(cell)).toEqual(codes);
});

describe('text', () => {
  test('has one space between words and one Unicode form', () => {
    expect(cellText('  Kopi\u00a0 Bubuk\nCafe\u0301 ')).toBe('Kopi Bubuk Café');
  });

  test.each([
    ['Kopi Bubuk', false],
    ['Kopi \u{fffd}ubuk', true],
    ['Kopi\u0000', true],
  ])('%j is broken: %j', (text, broken) => {
    expect(isBrokenText(text)).toBe(broken);
  });
});

test('every amount written the Indonesian way is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), (rupiah) => {
      const grouped = new Intl.NumberFormat('id-ID').format(rupiah);
      for (const text of [String(rupiah), grouped, `Rp ${grouped}`, `Rp${grouped},00`]) {
        expect(outcome(readAmount(text))).toBe(rupiah);
      }
    }),
  );
});
