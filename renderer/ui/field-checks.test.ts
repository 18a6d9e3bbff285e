import { expect, test } from 'vitest';
import { digitsOf } from './field-checks.ts';

test('of what is typed or scanned the digits are kept, and no more of them than fit', () => {
  expect(digitsOf('35 07.01-5504800021999', 16)).toBe('3507015504800021');
  expect(digitsOf('seribu', 16)).toBe('');
});
