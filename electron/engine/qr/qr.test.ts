import { expect, test } from 'vitest';
import { MERCHANT_QRIS, readByPhone } from '../../../test/support/qris.ts';
import { qrRows } from './index.ts';

test.each([
  ['a payment code', MERCHANT_QRIS],
  ['a receipt number', 'SKM01-1-0001'],
  ['digits alone', '8998866200301'],
  ['letters outside ASCII', 'Śrī Ayu 😀'],
])('a phone reads %s as it was given', (_what, text) => {
  const rows = qrRows(text);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows.length]));
  expect(readByPhone(rows)).toBe(text);
});

test('a phone reads it with a thumb over a part of it', () => {
  const rows = qrRows(MERCHANT_QRIS);
  const third = Math.floor(rows.length / 3);
  const covered = rows.map((row, y) =>
    y >= third && y < third + 8 ? `${row.slice(0, third)}${'0'.repeat(8)}${row.slice(third + 8)}` : row,
  );
  expect(covered).not.toEqual(rows);
  expect(readByPhone(covered)).toBe(MERCHANT_QRIS);
});

test('a text that no code holds is a fault', () => {
  expect(() => qrRows('x'.repeat(2400))).toThrow('overflow');
});
