import { describe, expect, test } from 'vitest';
import {
  formatAmount,
  formatAmountAscii,
  formatCheck,
  formatDate,
  formatDateAscii,
  formatDateLong,
  formatDateShort,
  formatDateTime,
  formatQuantity,
  formatRupiah,
  formatTime,
  formatTimeAscii,
} from './format.ts';

describe('money as Indonesia writes it', () => {
  test.each([
    [0, '0', 'Rp0', '0'],
    [100, '100', 'Rp100', '100'],
    [12_500, '12.500', 'Rp12.500', '12.500'],
    [1_000_000, '1.000.000', 'Rp1.000.000', '1.000.000'],
    [-75, '−75', '−Rp75', '-75'],
    [-1_234_567, '−1.234.567', '−Rp1.234.567', '-1.234.567'],
    [9_007_199_254_740_991, '9.007.199.254.740.991', 'Rp9.007.199.254.740.991', '9.007.199.254.740.991'],
  ])('%i is %s, %s, and on paper %s', (amount, column, sentence, paper) => {
    expect([formatAmount(amount), formatRupiah(amount), formatAmountAscii(amount)]).toEqual([
      column,
      sentence,
      paper,
    ]);
  });
});

test.each([
  [3_000, '3'],
  [1_250, '1,250'],
  [50, '0,050'],
  [1, '0,001'],
  [0, '0'],
  [1_234_000, '1.234'],
  [1_234_500, '1.234,500'],
  [-2_500, '−2,500'],
])('%i thousandths are %s', (quantity, text) => {
  expect(formatQuantity(quantity)).toBe(text);
});

describe('the store’s own time', () => {
  const evening = Date.parse('2026-04-15T16:05:00Z');

  test('is written with a point on screen and a colon on paper', () => {
    expect(formatTime(evening, 420)).toBe('23.05');
    expect(formatTimeAscii(evening, 420)).toBe('23:05');
  });

  test('brings its date along, which differs from zone to zone', () => {
    expect(formatDateTime(evening, 420)).toBe('15 April 2026 23.05');
    expect(formatDateTime(evening, 540)).toBe('16 April 2026 01.05');
  });
});

describe('a business date', () => {
  test.each([
    ['2026-04-15', 'Rabu, 15 April 2026', '15 April 2026', 'Rab 15 Apr', '15-04-2026', '15-04-26'],
    ['2026-08-02', 'Minggu, 2 Agustus 2026', '2 Agustus 2026', 'Min 2 Agu', '02-08-2026', '02-08-26'],
    ['2027-01-01', 'Jumat, 1 Januari 2027', '1 Januari 2027', 'Jum 1 Jan', '01-01-2027', '01-01-27'],
    ['2026-12-31', 'Kamis, 31 Desember 2026', '31 Desember 2026', 'Kam 31 Des', '31-12-2026', '31-12-26'],
  ])('%s is %s', (date, long, plain, short, paper, paperShort) => {
    expect([
      formatDateLong(date),
      formatDate(date),
      formatDateShort(date),
      formatDateAscii(date),
      formatDateAscii(date, true),
    ]).toEqual([long, plain, short, paper, paperShort]);
  });
});

test('the check on a receipt is the head of its record’s hash', () => {
  expect(formatCheck('7c41e09ab2d8ffff0000')).toBe('7C41-E09A-B2D8');
});
