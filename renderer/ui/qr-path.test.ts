import { expect, it } from 'vitest';
import { qrPath } from './qr-path.ts';

it('draws each run of dark modules as one box, and light ones not at all', () => {
  expect(qrPath(['0110', '1001', '0000'])).toBe('M1 0h2v1h-2zM0 1h1v1h-1zM3 1h1v1h-1z');
});
