import { describe, expect, it } from 'vitest';
import { groupAmount, parseAmount, parseQuantity } from './figures.ts';

describe('what is typed into a money field', () => {
  it.each([
    ['', null],
    ['150000', 150_000],
    ['150.000', 150_000],
    ['Rp 1.500', 1500],
    ['abc', null],
  ])('%j is %j', (typed, amount) => {
    expect(parseAmount(typed)).toBe(amount);
  });

  it('shows dots while typing', () => {
    expect(groupAmount('1500000')).toBe('1.500.000');
  });
});

describe('what is typed as a quantity', () => {
  it.each([
    ['3', 3000],
    ['1,25', 1250],
    ['1.25', 1250],
    [',5', 500],
    ['0,340', 340],
    ['0', 0],
    ['', null],
    [',', null],
    ['1,2345', null],
    ['-1', null],
    ['dua', null],
  ])('%j is %j', (typed, quantity) => {
    expect(parseQuantity(typed)).toBe(quantity);
  });
});
