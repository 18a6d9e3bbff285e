import { expect, test } from 'vitest';
import { spanOf } from './time-span.ts';

const TODAY = '2026-07-01';

test('what has no end in sight reaches to the edge; today is the middle', () => {
  expect(spanOf({ validFrom: TODAY, validTo: null }, TODAY)).toEqual({ leftPercent: 50, widthPercent: 50 });
});

test('what began long ago begins at the edge', () => {
  expect(spanOf({ validFrom: '2020-01-01', validTo: TODAY }, TODAY)).toMatchObject({ leftPercent: 0 });
});

test('the last day belongs to it: a rule that ends today is still there', () => {
  const { leftPercent, widthPercent } = spanOf({ validFrom: '2026-01-01', validTo: TODAY }, TODAY)!;
  expect(leftPercent + widthPercent).toBeGreaterThan(50);
});

test('what ended long ago, or begins later than a year from now, is not on the line', () => {
  expect(spanOf({ validFrom: '2020-01-01', validTo: '2021-01-01' }, TODAY)).toBeNull();
  expect(spanOf({ validFrom: '2028-01-01', validTo: null }, TODAY)).toBeNull();
});
