import { decodeQR } from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrRows } from './index.ts';

/** Pixels to a module. */
const SCALE = 4;
const QUIET = 4;

/** Photographs the code: black on white, with a quiet zone around it. */
function picture(rows: readonly string[]) {
  const size = (rows.length + 2 * QUIET) * SCALE;
  const data = new Uint8Array(size * size * 4).fill(255);
  for (const [y, row] of rows.entries()) {
    for (const { index: x } of row.matchAll(/1/g)) {
      for (let pixel = 0; pixel < SCALE * SCALE; pixel += 1) {
        const down = (y + QUIET) * SCALE + Math.floor(pixel / SCALE);
        const along = (x + QUIET) * SCALE + (pixel % SCALE);
        data.fill(0, (down * size + along) * 4, (down * size + along) * 4 + 3);
      }
    }
  }
  return { width: size, height: size, data };
}

/** A payment code of the usual length. */
const QRIS =
  '00020101021226660014ID.LINKAJA.WWW011893600911002414220002152004230411422010303UME51450015ID.OR.GPNQR.WWW' +
  '02150000000000000000303UME520454115802ID5914KDMP SUKAMAJU6006MALANG61056515462070703A0163046F3A';

test.each([
  ['a payment code', QRIS],
  ['a receipt number', 'SKM01-1-0001'],
  ['digits alone', '8998866200301'],
  ['letters outside ASCII', 'Śrī Ayu 😀'],
])('a phone reads %s as it was given', (_what, text) => {
  const rows = qrRows(text);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows.length]));
  expect(decodeQR(picture(rows))).toBe(text);
});

test('a phone reads it with a thumb over a part of it', () => {
  const rows = qrRows(QRIS);
  const third = Math.floor(rows.length / 3);
  const covered = rows.map((row, y) =>
    y >= third && y < third + 8 ? `${row.slice(0, third)}${'0'.repeat(8)}${row.slice(third + 8)}` : row,
  );
  expect(covered).not.toEqual(rows);
  expect(decodeQR(picture(covered))).toBe(QRIS);
});

test('a text that no code holds is a fault', () => {
  expect(() => qrRows('x'.repeat(2400))).toThrow('overflow');
});
