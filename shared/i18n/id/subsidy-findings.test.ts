import { describe, expect, test } from 'vitest';
import { findingCodeSchema, type FindingCode } from '../../domain/programmes/verdict.ts';
import { findingWords } from './subsidy-findings.ts';

const LPG = { name: 'LPG 3 kg', unit: 'tabung' } as const;

/** Two fillings a week, the next from Monday on. */
const weekly = (used: number, asked: number, more: Readonly<Record<string, string>> = {}) => ({
  ...LPG,
  limit: 2_000,
  used: used * 1_000,
  asked: asked * 1_000,
  window: 'week',
  subject: 'nik',
  nextFrom: '2026-04-20',
  ...more,
});

test('a quota that is used up says since when nothing is left, and when there is more', () => {
  expect(findingWords('quota-exceeded', weekly(2, 1))).toEqual({
    title: 'Jatah habis',
    text: 'Sudah 2 dari 2 tabung minggu ini. Jatah baru Senin 20 April.',
    aloud: 'Maaf, jatah LPG 3 kg minggu ini sudah diambil 2 tabung. Bisa beli lagi mulai Senin.',
  });
});

test('a quota of a household says that it is counted together', () => {
  const { text, aloud } = findingWords('quota-exceeded', weekly(2, 1, { subject: 'kk' }));
  expect(text).toBe('Satu keluarga sudah 2 dari 2 tabung minggu ini. Jatah baru Senin 20 April.');
  expect(aloud).toContain('jatah LPG 3 kg keluarga minggu ini');
});

test('what is left of a quota is offered', () => {
  expect(findingWords('quota-exceeded', weekly(1, 2))).toEqual({
    title: 'Jatah tidak cukup',
    text: 'Sudah 1 dari 2 tabung minggu ini, diminta 2. Sisa 1 tabung. Jatah baru Senin 20 April.',
    aloud: 'Maaf, jatah LPG 3 kg minggu ini tinggal 1 tabung. Ambil 1 saja?',
  });
  expect(findingWords('quota-exceeded', weekly(0, 5)).text).toBe(
    'Jatah pembeli 2 tabung minggu ini, diminta 5. Jatah baru Senin 20 April.',
  );
});

test('what one sale may hold speaks of no earlier ones', () => {
  const rice = { name: 'Beras SPHP', unit: 'kg', limit: 10_000, used: 0, asked: 15_000, window: 'sale' };
  expect(findingWords('quota-exceeded', rice)).toEqual({
    title: 'Lebih dari batas',
    text: 'Sekali beli paling banyak 10 kg Beras SPHP. Diminta 15 kg.',
    aloud: 'Maaf, Beras SPHP paling banyak 10 kg sekali beli.',
  });
});

test('without its figures a quota is not said to be used up', () => {
  expect(findingWords('quota-exceeded').title).toBe('Melebihi jatah');
});

test('a quota of nothing is none that somebody has used up', () => {
  expect(findingWords('quota-exceeded', { ...weekly(0, 1), limit: 0 })).toEqual({
    title: 'Tidak ada jatah',
    text: 'Aturan tidak memberi jatah LPG 3 kg untuk pembeli ini minggu ini. Jatah baru Senin 20 April.',
    aloud: 'Maaf, tidak ada jatah LPG 3 kg minggu ini.',
  });
  const sale = { ...LPG, limit: 0, used: 0, asked: 1_000, window: 'sale' };
  expect(findingWords('quota-exceeded', sale).text).toBe(
    'Aturan tidak memberi jatah LPG 3 kg untuk pembeli ini.',
  );
});

test('a clock in doubt names its own date and what is later, be it a sale or the open day', () => {
  const params = { clockDate: '2026-04-14', latest: '2026-04-15', date: '2026-04-15' };
  expect(findingWords('clock-unsure', params).text).toBe(
    'Jam komputer 14 April 2026, padahal sudah ada catatan 15 April 2026. Dihitung menurut 15 April 2026. Minta pengelola membetulkan jam.',
  );
});

test('a quota that only warns is no refusal in words either', () => {
  const { title } = findingWords('quota-exceeded', weekly(2, 1, { effect: 'warn' }));
  expect(title).toBe('Jatah terlampaui');
});

describe.each(findingCodeSchema.options)('%s', (code: FindingCode) => {
  test.each([
    [
      'with all that is known',
      { ...weekly(2, 1), category: 'usaha-mikro', amountRp: 18_000, decree: 'SK 1' },
    ],
    ['with nothing but the code', {}],
  ])('has words %s', (_which, params) => {
    const { title, text, aloud } = findingWords(code, params);
    expect(title).toMatch(/^[A-Z][^.]+$/);
    expect(text).toMatch(/^[A-Z].+\.$/s);
    expect(`${title} ${text} ${aloud}`).not.toMatch(/undefined|null|NaN| {2}/);
    // What is refused needs a sentence for whoever is refused; two codes only ever warn.
    const warns = code === 'price-above-reference' || code === 'clock-unsure';
    expect(aloud).toMatch(warns ? /^$/ : /[.?]$/);
  });
});
