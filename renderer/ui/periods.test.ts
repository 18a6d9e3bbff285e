import { expect, test } from 'vitest';
import { businessDateSchema } from '../../shared/domain/business-date.ts';
import { daysOf } from './periods.ts';

test.each([
  ['2026-04-15', 'today', '2026-04-15', '2026-04-15'],
  ['2026-04-15', 'this-month', '2026-04-01', '2026-04-15'],
  ['2026-04-15', 'last-month', '2026-03-01', '2026-03-31'],
  ['2026-01-31', 'last-month', '2025-12-01', '2025-12-31'],
  ['2026-03-22', 'last-month', '2026-02-01', '2026-02-28'],
  ['2028-03-01', 'last-month', '2028-02-01', '2028-02-29'],
  ['2026-04-15', 'this-year', '2026-01-01', '2026-04-15'],
  ['2026-04-15', 'last-year', '2025-01-01', '2025-12-31'],
] as const)('on %s, %s is %s to %s', (today, period, from, to) => {
  expect(daysOf(period, businessDateSchema.parse(today))).toEqual({ from, to });
});
