import { expect, test } from 'vitest';
import { isWholeNumber } from './number-text.ts';

test('sixteen digits are a number, however they are parted', () => {
  expect(isWholeNumber('3507015504800021')).toBe(true);
  expect(isWholeNumber(' 350701 550480 0021 ')).toBe(true);
  expect(isWholeNumber('350701.550480-0021')).toBe(true);
});

test('four digits and names are words to look for', () => {
  expect(isWholeNumber('0021')).toBe(false);
  expect(isWholeNumber('Sumarni 3507015504800021')).toBe(false);
});
