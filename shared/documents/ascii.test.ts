import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { asciiText } from './ascii.ts';

test.each([
  ['Nescafé Crème', 'Nescafe Creme'],
  ['“Sapi Panggang” – édisi ‘baru’…', '"Sapi Panggang" - edisi \'baru\'...'],
  ['1½ kg × 2', '1 1/2 kg x 2'],
  ['½ lusin', '1/2 lusin'],
  ['Rinso® Molto™ 5 m²', 'Rinso(R) MoltoTM 5 m2'],
  ['−12.500', '-12.500'],
  ['Mie\u00a0Aceh\u200b\ttiga\nrasa', 'Mie Aceh tiga rasa'],
  ['ＩＮＤＯＭＩＥ', 'INDOMIE'],
  ['辛ラーメン 😀', '????? ?'],
])('%s is printed as %s', (text, ascii) => {
  expect(asciiText(text)).toBe(ascii);
});

test('no name can command the printer: control characters never pass', () => {
  expect(asciiText('Teh\u001bp\u0000 manis\u001dV\u0000')).toBe('Teh?p? manis?V?');
});

test('whatever comes in, printable ASCII goes out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(asciiText(text)).toMatch(/^[ -~]*$/);
    }),
  );
});
