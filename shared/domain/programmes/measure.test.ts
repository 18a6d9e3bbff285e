import { expect, test } from 'vitest';
import { inProgrammeUnits } from './measure.ts';

test.each([
  // two bags of 5 kg
  [5_000, 2_000, 10_000],
  // a cylinder
  [1_000, 1_000, 1_000],
  // a third of a bag that holds a third of a kilo: rounded up, whatever is left of a thousandth
  [333, 333, 111],
  [1, 1, 1],
  // more than a float is exact to
  [1_000_000_000, 9_999_000, 9_999_000_000_000],
])('a measure of %i over %i base units is %i', (measureThousandths, base, expected) => {
  expect(inProgrammeUnits({ measureThousandths }, base)).toBe(expected);
});
