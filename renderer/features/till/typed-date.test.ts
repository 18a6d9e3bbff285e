import { expect, it } from 'vitest';
import { readDate } from './typed-date.ts';

it.each([
  ['31-12-2026', '2026-12-31'],
  ['1/2/26', '2026-02-01'],
  ['5.6.2026', '2026-06-05'],
  ['29 2 2028', '2028-02-29'],
  ['31122026', '2026-12-31'],
  ['29-2-2026', null],
  ['31-02-2026', null],
  ['12-2026', null],
  ['besok', null],
])('%j is the date %j', (typed, date) => {
  expect(readDate(typed)).toBe(date);
});
