import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inWords, terbilang } from './terbilang.ts';

test.each([
  [0, 'nol'],
  [1, 'satu'],
  [8, 'delapan'],
  [10, 'sepuluh'],
  [11, 'sebelas'],
  [12, 'dua belas'],
  [19, 'sembilan belas'],
  [20, 'dua puluh'],
  [21, 'dua puluh satu'],
  [99, 'sembilan puluh sembilan'],
  [100, 'seratus'],
  [101, 'seratus satu'],
  [110, 'seratus sepuluh'],
  [111, 'seratus sebelas'],
  [200, 'dua ratus'],
  [999, 'sembilan ratus sembilan puluh sembilan'],
  [1_000, 'seribu'],
  [1_001, 'seribu satu'],
  [1_100, 'seribu seratus'],
  [1_250, 'seribu dua ratus lima puluh'],
  [2_000, 'dua ribu'],
  [10_000, 'sepuluh ribu'],
  [11_000, 'sebelas ribu'],
  [21_000, 'dua puluh satu ribu'],
  [100_000, 'seratus ribu'],
  [101_000, 'seratus satu ribu'],
  [111_111, 'seratus sebelas ribu seratus sebelas'],
  [268_600, 'dua ratus enam puluh delapan ribu enam ratus'],
  [1_000_000, 'satu juta'],
  [1_001_000, 'satu juta seribu'],
  [1_000_001, 'satu juta satu'],
  [11_000_000, 'sebelas juta'],
  [2_500_750, 'dua juta lima ratus ribu tujuh ratus lima puluh'],
  [1_000_000_000, 'satu miliar'],
  [1_001_001_001, 'satu miliar satu juta seribu satu'],
  [1_000_000_000_000, 'satu triliun'],
  [
    1_204_552_310_417,
    'satu triliun dua ratus empat miliar lima ratus lima puluh dua juta tiga ratus sepuluh ribu empat ratus tujuh belas',
  ],
  [2_000_000_000_000_000, 'dua kuadriliun'],
  [-15_500, 'minus lima belas ribu lima ratus'],
])('%i is %s', (value, words) => {
  expect(inWords(value)).toBe(words);
});

test('an amount begins with a capital and ends in rupiah', () => {
  expect(terbilang(1_250)).toBe('Seribu dua ratus lima puluh rupiah');
});

/** Reads number words back, by a way of its own. */
function valueOf(words: string): number {
  const units: Record<string, number> = {
    ribu: 1e3,
    juta: 1e6,
    miliar: 1e9,
    triliun: 1e12,
    kuadriliun: 1e15,
  };
  const digits = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
  const spread = words.replaceAll(/\bse(puluh|belas|ratus|ribu)\b/g, 'satu $1').split(' ');
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const word of spread) {
    const unit = units[word];
    if (word === 'puluh') group += digit * 10;
    else if (word === 'belas') group += 10 + digit;
    else if (word === 'ratus') group += digit * 100;
    else if (unit !== undefined) {
      total += (group + digit) * unit;
      group = 0;
    } else {
      digit = digits.indexOf(word);
      if (digit < 0) throw new Error(`no number word: ${word}`);
      continue;
    }
    digit = 0;
  }
  return total + group + digit;
}

test('any amount reads back as itself, in number words and nothing else', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      const words = inWords(value);
      expect(valueOf(words)).toBe(value);
      expect(words).not.toMatch(/ {2}|\bsatu (puluh|belas|ratus)\b|^ | $/);
    }),
  );
});

test.each([0.5, Number.NaN, 2 ** 53])('%s is no amount', (value) => {
  expect(() => inWords(value)).toThrow(RangeError);
});
