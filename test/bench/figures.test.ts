import { describe, expect, test } from 'vitest';
import { figure, percentile, table } from './figures.ts';

const oneToHundred = Array.from({ length: 100 }, (_, index) => index + 1);

describe('a figure', () => {
  test('names the middle and the slowest twentieth', () => {
    expect(figure({ name: 'sale', unit: 'ms', samples: oneToHundred })).toEqual({
      name: 'sale',
      unit: 'ms',
      p50: 50,
      p95: 95,
      floorP50: null,
      ratio: null,
      budget: null,
      ok: true,
    });
  });

  test('of a rate names the slowest twentieth too, which is the lowest', () => {
    const rate = { name: 'rebuild', unit: 'records/s', samples: oneToHundred, lessIsWorse: true };
    expect(figure(rate).p95).toBe(5);
    expect(figure({ ...rate, limits: [{ of: 'p95', atLeast: 6 }] })).toMatchObject({
      ok: false,
      budget: 'p95 ≥ 6',
    });
  });

  test('is compared with its floor', () => {
    const sale = { name: 'sale', unit: 'ms', samples: [6, 6, 6], floor: [2, 2, 2] };
    expect(figure({ ...sale, limits: [{ of: 'ratio', atMost: 3 }] })).toMatchObject({ ratio: 3, ok: true });
    expect(figure({ ...sale, limits: [{ of: 'ratio', atMost: 2.9 }] }).ok).toBe(false);
  });

  test('needs a sample, and a floor where its limit is one', () => {
    expect(() => percentile([], 0.5)).toThrow('nothing was measured');
    expect(() =>
      figure({ name: 'x', unit: 'ms', samples: [1], limits: [{ of: 'ratio', atMost: 3 }] }),
    ).toThrow('not measured');
  });

  test('that breaks its budget stands out in the table', () => {
    const broken = figure({ name: 'search', unit: 'ms', samples: [11], limits: [{ of: 'p95', atMost: 10 }] });
    expect(table([broken])).toContain('p95 ≤ 10  BROKEN');
  });
});
