import { expect, test } from 'vitest';
import { DEFAULT_PATTERNS, isPattern } from './in-store-code.ts';

/** Pattern │ whether it can be used. */
const PATTERNS: readonly (readonly [string, boolean])[] = [
  ['21IIIIIWWWWWC', true],
  ['2IIIIIIWWWWWC', true],
  ['02IIIIIPPPPPC', true],
  ['29IIIIIIPPPPC', true],
  ['23IIIIVPPPPPC', true],
  ['24IIIIIVWWWWC', true],
  ['20000IIIIII0C', true],
  ['21IIIIIWWWWW', false],
  ['21IIIIIWWWWWCC', false],
  ['89IIIIIWWWWWC', false],
  ['21WWWWWWWWWWC', false],
  ['21IIIIIIIWWWC', false],
  ['21IIWWWWWIIIC', false],
  ['21IIIIIWWPPPC', false],
  ['21IIIIVWWWVWC', false],
  ['21IIIIVWWWWWC', true],
  ['21IIIIVWWW00C', false],
  ['21IIIIIWWWWWX', false],
  ['21iiiiiwwwwwC', false],
];

test.each(PATTERNS)('%s can be used: %s', (pattern, usable) => {
  expect(isPattern(pattern)).toBe(usable);
});

test('a store begins with patterns that can be used', () => {
  expect(DEFAULT_PATTERNS.filter((pattern) => !isPattern(pattern))).toEqual([]);
});
