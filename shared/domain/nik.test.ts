import { expect, test } from 'vitest';
import { looksLikeNik } from './nik.ts';

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
