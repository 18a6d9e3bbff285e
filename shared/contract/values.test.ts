import { describe, expect, test } from 'vitest';
import { canonicalText } from '../journal/canonical.ts';
import { idSchema, nameSchema, pinSchema, pluSchema, textSchema } from './values.ts';

describe('a name as people type it', () => {
  test('is trimmed and kept in one form, so that a record can hold it', () => {
    const name = nameSchema(10).parse('  Cafe\u0301 Susu ');
    expect(name).toBe('Café Susu');
    expect(canonicalText(name)).toBe('"Café Susu"');
  });

  test.each(['', '   ', '\u00a0\n', 'a'.repeat(11)])('%j is none', (text) => {
    expect(nameSchema(10).safeParse(text).success).toBe(false);
  });

  test('is measured in the form it is kept in, which may be longer', () => {
    // Five letters as typed; NFC writes each of them as two.
    const typed = '\u0958'.repeat(5);
    expect(nameSchema(10).safeParse(typed).success).toBe(true);
    expect(nameSchema(9).safeParse(typed).success).toBe(false);
  });

  test('with half an emoji is refused at the door: no record could hold it', () => {
    expect(textSchema(20).safeParse('Kopi \ud83d').success).toBe(false);
    expect(textSchema(20).safeParse('Kopi \ud83d\ude00').success).toBe(true);
  });

  test('may be left empty where it is a note', () => {
    expect(textSchema(20).parse('  ')).toBe('');
  });
});

test.each([
  ['4826', true],
  ['48261739', true],
  ['482', false],
  ['482617390', false],
  ['48 26', false],
  ['٤٨٢٦', false],
])('PIN %j: %s', (pin, ok) => {
  expect(pinSchema.safeParse(pin).success).toBe(ok);
});

test.each([
  ['101', true],
  ['000001', true],
  ['1234567', false],
  ['', false],
  ['1a', false],
])('PLU %j: %s', (plu, ok) => {
  expect(pluSchema.safeParse(plu).success).toBe(ok);
});

test.each([
  ['0196a000-0000-7000-8000-000000000001', true],
  ['1', false],
  ["'; DROP TABLE journal; --", false],
])('id %j: %s', (id, ok) => {
  expect(idSchema.safeParse(id).success).toBe(ok);
});
