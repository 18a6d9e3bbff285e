import { expect, test } from 'vitest';
import { businessDateSchema } from '../../../../shared/domain/business-date.ts';
import { daysOf } from './periods.ts';

const date = (text: string) => businessDateSchema.parse(text);

test('last month has its own last day, also over the turn of a year and in a leap year', () => {
  expect(daysOf('last-month', date('2026-03-22'), null)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  expect(daysOf('last-month', date('2028-03-01'), null)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(daysOf('last-month', date('2027-01-05'), null)).toEqual({ from: '2026-12-01', to: '2026-12-31' });
});

test('this month and this year end today', () => {
  expect(daysOf('this-month', date('2026-11-22'), null)).toEqual({ from: '2026-11-01', to: '2026-11-22' });
  expect(daysOf('this-year', date('2026-11-22'), null)).toEqual({ from: '2026-01-01', to: '2026-11-22' });
  expect(daysOf('today', date('2026-11-22'), null)).toEqual({ from: '2026-11-22', to: '2026-11-22' });
});

test("one's own span is what was typed, or none", () => {
  const own = { from: '2026-01-05', to: '2026-01-06' };
  expect(daysOf('own', date('2026-11-22'), own)).toEqual(own);
  expect(daysOf('own', date('2026-11-22'), null)).toBeNull();
});
