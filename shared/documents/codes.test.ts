import { encodeQR } from 'qr';
import { expect, test } from 'vitest';
import { code128, code128Modules } from './code128.ts';
import { layOut } from './lay-out.ts';
import { qrModules } from './qr-modules.ts';

test.each([
  // start, twelve letters, check: 14 symbols of 11 modules, and the stop of 13; four digits as two pairs save one.
  ['G2207-1-0057', 'G2207-1-', '0057', (1 + 8 + 1 + 2 + 1) * 11 + 13],
  ['G2207-1-R0003', 'G2207-1-R', '0003', (1 + 9 + 1 + 2 + 1) * 11 + 13],
  ['SKM01-1-12345', 'SKM01-1-1', '2345', (1 + 9 + 1 + 2 + 1) * 11 + 13],
  ['A-12', 'A-12', '', (1 + 4 + 1) * 11 + 13],
])('%s is coded as letters %s and pairs of digits %s, %i modules wide', (data, letters, digits, modules) => {
  expect(code128(data)).toEqual({ letters, digits });
  expect(code128Modules(data)).toBe(modules);
});

test('bars too wide for narrow paper are left out there, and the number is still there', () => {
  const document = [{ kind: 'barcode', data: 'ABCDEFGH-12-10057' }] as const;
  expect(layOut(document, 32)).toEqual([{ kind: 'line', text: '       ABCDEFGH-12-10057', strong: false }]);
  expect(layOut(document, 48)).toMatchObject([{ kind: 'barcode', moduleDots: 2 }, { kind: 'line' }]);
});

test('the width of a QR code is that of a real one', () => {
  for (const bytes of [1, 14, 15, 26, 27, 61, 62, 63, 180, 181, 213, 223, 251, 252, 287, 288, 512, 2331]) {
    // Small letters, so that the code is one of bytes and not the denser one of capitals and digits.
    const modules = encodeQR('x'.repeat(bytes), 'raw', { ecc: 'medium', border: 1 });
    expect([bytes, qrModules(bytes)]).toEqual([bytes, modules.length - 2]);
  }
  expect(() => qrModules(2332)).toThrow(RangeError);
});
