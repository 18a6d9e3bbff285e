import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, businessDateSchema } from '../business-date.ts';
import { quotaRuleSchema, type QuotaRule } from './rules.ts';
import { windowOf } from './windows.ts';

const place = { region: '3507', zone: null, sellerTier: '' };

function quota(window: QuotaRule['window'], part: object = {}): QuotaRule {
  return quotaRuleSchema.parse({
    ruleId: '00000000-0000-7000-8000-000000000001',
    programme: 'lpg-3kg',
    region: '',
    zone: null,
    sellerTier: '',
    validFrom: '2026-04-01',
    validTo: '2026-09-30',
    decree: 'SK',
    source: 'store',
    active: true,
    kind: 'quota',
    subject: window === 'sale' ? 'anyone' : 'nik',
    category: null,
    window,
    limitThousandths: 2000,
    effect: 'block',
    ...part,
  });
}

test.each([
  // window  on            from          to            next
  ['day', '2026-12-31', '2026-12-31', '2026-12-31', '2027-01-01'],
  ['week', '2026-04-13', '2026-04-13', '2026-04-19', '2026-04-20'], // a Monday
  ['week', '2026-04-15', '2026-04-13', '2026-04-19', '2026-04-20'],
  ['week', '2026-04-19', '2026-04-13', '2026-04-19', '2026-04-20'], // a Sunday
  ['week', '2027-01-01', '2026-12-28', '2027-01-03', '2027-01-04'],
  ['month', '2026-04-01', '2026-04-01', '2026-04-30', '2026-05-01'],
  ['month', '2026-12-31', '2026-12-01', '2026-12-31', '2027-01-01'],
  ['month', '2026-02-28', '2026-02-01', '2026-02-28', '2026-03-01'],
  ['month', '2028-02-29', '2028-02-01', '2028-02-29', '2028-03-01'],
  ['season', '2026-04-01', '2026-04-01', '2026-09-30', null],
  ['sale', '2026-04-15', null, null, null],
] as const)('the %s of %s is from %s to %s, the next from %s', (window, on, from, to, nextFrom) => {
  const rule = quota(window);
  expect(windowOf(rule, businessDateSchema.parse(on), place, [rule])).toEqual({ from, to, nextFrom });
});

test('the next season is one that has not begun yet', () => {
  const rule = quota('season', { region: '3507', validTo: '2026-05-03' });
  const began = quota('season', { validFrom: '2026-05-04', validTo: '2026-05-04' });
  const next = quota('season', { validFrom: '2026-05-05' });
  const on = businessDateSchema.parse('2026-05-04');
  expect(windowOf(rule, on, place, [rule, next, began])).toMatchObject({ nextFrom: '2026-05-05' });
});

describe('a season whose rule is replaced', () => {
  const on = businessDateSchema.parse('2026-06-02');
  const old = quota('season');
  const fromJune = quota('season', { validFrom: '2026-06-01', validTo: '2026-10-31' });
  const begins = (rule: QuotaRule, ...all: QuotaRule[]) => windowOf(rule, on, place, [rule, ...all]).from;

  test('goes on from the first of its rules, and the one to come is no new season', () => {
    const third = quota('season', { validFrom: '2026-08-01', validTo: '2026-12-31' });
    expect(windowOf(fromJune, on, place, [third, fromJune, old])).toEqual({
      from: '2026-04-01',
      to: '2026-10-31',
      nextFrom: null,
    });
    expect(begins(third, fromJune, old)).toBe('2026-04-01');
  });

  test('is another one where the old rule was ended before, or was never for this store, buyer or time', () => {
    expect(begins(fromJune, quota('season', { validTo: '2026-05-31' }))).toBe('2026-06-01');
    expect(begins(fromJune, quota('season', { validTo: '2026-06-01' }))).toBe('2026-04-01');
    expect(begins(fromJune, quota('season', { region: '73' }))).toBe('2026-06-01');
    expect(begins(fromJune, quota('season', { category: 'usaha-mikro' }))).toBe('2026-06-01');
    expect(begins(fromJune, quota('month'))).toBe('2026-06-01');
  });

  test('counts no more than the longest season holds', () => {
    const years = quota('season', { validFrom: '2020-01-01' });
    expect(begins(fromJune, years)).toBe('2025-06-02');
  });
});

test('every day is in exactly one window, and the next one follows it', () => {
  const days = fc
    .integer({ min: 0, max: 4000 })
    .map((ahead) => addDays(businessDateSchema.parse('2024-01-01'), ahead));
  fc.assert(
    fc.property(days, fc.constantFrom('day', 'week', 'month'), (on, window) => {
      const rule = quota(window);
      const { from, to, nextFrom } = windowOf(rule, on, place, []);
      expect(from! <= on && on <= to! && to! < nextFrom!).toBe(true);
      expect(addDays(businessDateSchema.parse(to), 1)).toBe(nextFrom);
      const last = windowOf(rule, businessDateSchema.parse(to), place, []);
      expect(last).toEqual({ from, to, nextFrom });
      expect(windowOf(rule, businessDateSchema.parse(nextFrom), place, []).from).toBe(nextFrom);
    }),
  );
});
