import { describe, expect, it } from 'vitest';
import { dateTyped, readDate, readSpan } from './dates.ts';

describe('a date as people type it', () => {
  it.each([
    ['15-04-2026', '2026-04-15'],
    ['15-4-2026', '2026-04-15'],
    ['5/4/26', '2026-04-05'],
    ['15.4.2026', '2026-04-15'],
    ['15042026', '2026-04-15'],
    [' 29-2-2028 ', '2028-02-29'],
    ['', null],
    ['29-2-2026', undefined],
    ['31-4-2026', undefined],
    ['2026-04-15', undefined],
    ['besok', undefined],
  ])('%j', (typed, date) => {
    expect(readDate(typed)).toBe(date);
  });

  it('is shown so that it reads back the same', () => {
    expect(dateTyped('2026-04-05')).toBe('05-04-2026');
    expect(readDate(dateTyped('2026-04-05'))).toBe('2026-04-05');
    expect(dateTyped(null)).toBe('');
  });
});

it('two dates make a span, or it is known why they make none', () => {
  expect(readSpan({ from: '1-4-2026', to: '30-4-2026' })).toEqual({ from: '2026-04-01', to: '2026-04-30' });
  expect(readSpan({ from: '1-4-2026', to: '1-4-2026' })).toMatchObject({ to: '2026-04-01' });
  expect(readSpan({ from: '30-4-2026', to: '1-4-2026' })).toBe('order');
  expect(readSpan({ from: '1-4-2026', to: '' })).toBe('no-date');
  expect(readSpan({ from: 'kemarin', to: '1-4-2026' })).toBe('no-date');
});
