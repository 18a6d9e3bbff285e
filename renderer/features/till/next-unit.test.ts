import { expect, it } from 'vitest';
import { nextUnit } from './next-unit.ts';

const noodles = {
  unit: 'bungkus',
  packs: [
    { unit: 'dus', contentThousandths: 40_000 },
    { unit: 'renteng', contentThousandths: 5000 },
  ],
};

it.each([
  ['bungkus', 'renteng'],
  ['renteng', 'dus'],
  ['dus', 'bungkus'],
])('after %s comes %s', (unit, next) => {
  expect(nextUnit(noodles, unit)).toBe(next);
});

it('goods of one unit have no next one', () => {
  expect(nextUnit({ unit: 'kg', packs: [] }, 'kg')).toBeNull();
});
