import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupNik, looksLikeNik, maskNik, readIdentityNumber } from './nik.ts';

test.each([
  // number                 is it built like a NIK
  ['3507121708850003', true], // born 17-08-85
  ['3507125708850003', true], // the same day, a woman: day plus 40
  ['35 0712 170885 0003', true],
  ['3507.1217.0885.0003', true],
  ['3507120108850001', true], // the 1st
  ['3507123112850001', true], // 31 December
  ['3507127112850001', true], // 31 December, a woman
  ['3507124108850001', true], // the 1st, a woman
  ['3507120008850003', false], // there is no day 0
  ['3507123208850003', false], // nor a day 32
  ['3507124008850003', false], // nor a day 40
  ['3507127208850003', false], // nor a woman's day 72
  ['3507121713850003', false], // nor a month 13
  ['0507121708850003', false], // no province begins with 0
  ['350712170885000', false], // fifteen digits
  ['35071217088500031', false], // seventeen digits
  ['8998866200301', false], // a barcode
  ['0012', false],
  ['', false],
])('%s: %s', (text, is) => {
  expect(looksLikeNik(text)).toBe(is);
});

/** The day on which the numbers are read. */
const TODAY = '2026-11-22';

test.each([
  // typed                number              warnings
  ['3507121708850003', '3507121708850003', []],
  ['350712 170885 0003', '3507121708850003', []],
  ['3507.1217-0885 0003', '3507121708850003', []],
  ['3507125708850003', '3507125708850003', []], // a day over 40 is a NIK
  ['9301023112990001', '9301023112990001', []], // Papua Selatan
  ['9601024101990001', '9601024101990001', []], // Papua Barat Daya
  ['9701024101990001', '9701024101990001', []],
  ['3507122211090003', '3507122211090003', []], // seventeen today
  ['3507122311090003', '3507122311090003', ['maybe-kk']], // seventeen tomorrow
  ['3507126311090003', '3507126311090003', []], // the same day plus 40: no KK has it
  ['3507120101200004', '3507120101200004', ['maybe-kk']],
  ['3507122211260004', '3507122211260004', ['maybe-kk']], // of today
  ['3507122311260004', '3507122311260004', ['odd-date']], // of tomorrow, or a hundred years ago
  ['3507122211270004', '3507122211270004', ['odd-date']], // ninety-nine years old today
  ['3507122311270004', '3507122311270004', []], // ninety-nine tomorrow
  ['3507123002850003', '3507123002850003', ['odd-date']], // there is no 30 February
  ['3507127002850003', '3507127002850003', ['odd-date']],
  ['3507122902880003', '3507122902880003', []], // a leap day
  ['3507122902870003', '3507122902870003', ['odd-date']],
  ['3507121708850000', '3507121708850000', ['odd-serial']],
])('%s is read as a NIK, with warnings %j', (typed, number, warnings) => {
  expect(readIdentityNumber(typed, TODAY)).toEqual({ ok: true, number, warnings });
});

test.each([
  // typed                problem       digits
  ['', 'length', 0],
  ['350712170885000', 'length', 15],
  ['35071217088500031', 'length', 17],
  ['350712170885000x', 'no-digits', 16],
  ['https://kk.example', 'no-digits', 17],
  ['2007121708850003', 'province', 16],
  ['0007121708850003', 'province', 16],
  ['9907121708850003', 'province', 16],
  ['3507120008850003', 'day', 16],
  ['3507123208850003', 'day', 16],
  ['3507124008850003', 'day', 16],
  ['3507127208850003', 'day', 16],
  ['3507121700850003', 'month', 16],
  ['3507121713850003', 'month', 16],
])('%j is no NIK: %s', (typed, problem, digits) => {
  expect(readIdentityNumber(typed, TODAY)).toEqual({ ok: false, problem, digits });
});

test.each([
  // typed              what is said where a KK is asked for
  ['3507120101200004', []],
  ['3507125708850003', ['maybe-nik']], // surely a NIK: no card was issued on the 57th
  ['3507120000000004', ['odd-date']],
  ['3507129913200004', ['odd-date']],
])('%s is read as the number of a KK, with warnings %j', (typed, warnings) => {
  expect(readIdentityNumber(typed, TODAY, 'kk')).toEqual({ ok: true, number: typed, warnings });
});

test('a KK has its length and its province too', () => {
  expect(readIdentityNumber('35071201', TODAY, 'kk')).toMatchObject({ problem: 'length' });
  expect(readIdentityNumber('2007120101200004', TODAY, 'kk')).toMatchObject({ problem: 'province' });
});

test('every NIK that can be read looks like one', () => {
  const parts = fc.tuple(fc.constantFrom('11', '35', '97'), fc.integer({ min: 0, max: 99_999_999_999_999 }));
  fc.assert(
    fc.property(parts, ([province, rest]) => {
      const number = `${province}${String(rest).padStart(14, '0')}`;
      expect(readIdentityNumber(number, TODAY).ok).toBe(looksLikeNik(number));
    }),
  );
});

test.each([
  ['', ''],
  ['3507', '3507'],
  ['350712', '350712'],
  ['3507121', '350712 1'],
  ['350712170885', '350712 170885'],
  ['3507121708850003', '350712 170885 0003'],
])('%j is shown as %j while it is typed', (typed, shown) => {
  expect(groupNik(typed)).toBe(shown);
});

test('of a number four digits are shown', () => {
  expect(maskNik('3507121708850003')).toBe('0003');
});
