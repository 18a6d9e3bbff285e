import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded } from '../folded.ts';
import { compareRanks, rankParts } from './rank.ts';
import { gtinRanges, searchWords, wordsOfProduct } from './search-words.ts';

type Product = [foldedName: string, linesSold: number, active: boolean];

describe('rank', () => {
  const ORDER: readonly (readonly [what: string, first: Product, second: Product])[] = [
    ['what sells comes before what does not', ['zaitun', 1, true], ['abon', 0, true]],
    ['twice as much comes before once', ['zaitun', 20, true], ['abon', 9, true]],
    ['much comes before a little', ['zaitun', 5_000_000, true], ['abon', 3, true]],
    ['of equals, the name decides', ['abon', 9, true], ['zaitun', 9, true]],
    ['a short name comes before a longer one', ['gula', 0, true], ['gula jawa', 0, true]],
    ['digits come before letters', ['3 roda', 0, true], ['abc', 0, true]],
    ['other letters come last', ['zaitun', 0, true], ['écran', 0, true]],
    ['what is no longer sold comes last of all', ['zaitun', 0, true], ['abon', 900, false]],
  ];

  test.each(ORDER)('%s', (_what, first, second) => {
    expect(compareRanks(rankParts(...first), rankParts(...second))).toBeLessThan(0);
  });

  test('fits into 63 bits beside a key of 24', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.boolean(), (name, linesSold, active) => {
        const { level, letters } = rankParts(folded(name), linesSold, active);
        expect(level >= 0 && level < 2 ** 5 && letters >= 0 && letters < 2 ** 32).toBe(true);
      }),
    );
  });
});

/** What was typed │ the FTS5 expression │ PLU │ beginning of a barcode. */
test.each([
  ['goreng indom', '"goreng"* "indom"*', null, null],
  ['  Créme—BRÛLÉE! ', '"creme"* "brulee"*', null, null],
  ['teh OR kopi', '"teh"* "or"* "kopi"*', null, null],
  ['"teh* -kopi', '"teh"* "kopi"*', null, null],
  ['11', '"11"*', '11', null],
  ['0011', '"0011"*', '11', '0011'],
  ['8996001', '"8996001"*', null, '8996001'],
  ['8 996001', '"8"* "996001"*', null, null],
  ['', null, null, null],
  ['*()"', null, null, null],
])('%j is searched as %j', (text, match, plu, barcodePrefix) => {
  expect(searchWords(text)).toEqual({ match, plu, barcodePrefix });
});

test('a very long text is searched by its first words', () => {
  expect(searchWords('teh '.repeat(50)).match?.split(' ')).toHaveLength(12);
});

test.each([
  ['Indomie Goreng 85 g', 'Indomie', 'indomie goreng 85 g'],
  ['Mi Goreng', 'Indomie', 'mi goreng indomie'],
  ['Mi ABC Selera', 'AB', 'mi abc selera ab'],
  ['Gula', '', 'gula'],
])('%s of %s is found under %j', (name, brand, words) => {
  expect(wordsOfProduct(folded(name), brand)).toBe(words);
});

test('a barcode may be typed from its first printed digit, whatever its length', () => {
  const starts = gtinRanges('8996').map((range) => range.from);
  expect(starts).toEqual(['89960000000000', '08996000000000', '00899600000000', '00000089960000']);
  expect(gtinRanges('8998866200301').map((range) => range.to)).toEqual(['89988662003019', '08998866200301']);
});
