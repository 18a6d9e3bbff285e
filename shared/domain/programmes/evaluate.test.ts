import { describe, expect, test } from 'vitest';
import { readCases, tableOf, testCases } from '../../../test/support/case-table.ts';
import { officeOfCases } from '../../../test/support/programme-cases.ts';
import { findingCodeSchema, verdictSchema, type Finding, type QuotaState, type Verdict } from './verdict.ts';

const cases = readCases(new URL('../cases/subsidi.txt', import.meta.url));
const office = officeOfCases(cases);
const table = tableOf(cases, 'kasus');

describe('subsidised goods, as the official’s table has them', () => {
  testCases(table, ['putusan', 'alasan', 'dipakai', 'lagi', 'harga'], 60, (row) => {
    const { verdict, priceRp } = office.judge(row);
    return {
      putusan: EFFECTS[verdict.effect],
      alasan: verdict.findings.map(({ code }) => WORDS[code]).join(' + '),
      dipakai: verdict.quotas.map(usedOf).join(' + '),
      lagi: nextOf(verdict.findings),
      harga: priceRp ?? '',
    };
  });
});

const EFFECTS: Readonly<Record<Verdict['effect'], string>> = {
  allow: 'boleh',
  warn: 'ingat',
  refuse: 'tolak',
};

const WORDS: Readonly<Record<Finding['code'], string>> = {
  'identity-required': 'perlu NIK',
  'kk-required': 'perlu KK',
  'member-required': 'perlu anggota',
  'farmer-required': 'bukan petani',
  'category-required': 'pilih kategori',
  'category-not-allowed': 'kategori tidak boleh',
  'proxy-not-allowed': 'tidak boleh diwakili',
  'resale-forbidden': 'untuk dijual lagi',
  'not-allotted': 'tidak ada alokasi',
  'quota-exceeded': 'jatah habis',
  'mixing-forbidden': 'kemasan terbuka',
  'price-above-ceiling': 'di atas batas harga',
  'price-above-reference': 'di atas HAP',
  'no-price-rule': 'tidak ada aturan harga',
  'clock-unsure': 'jam diragukan',
};

function usedOf({ usedThousandths, limitThousandths }: QuotaState): string {
  return `${usedThousandths / 1000} dari ${limitThousandths / 1000}`;
}

function nextOf(findings: readonly Finding[]): string {
  const found = findings.find(({ code, params }) => code === 'quota-exceeded' && 'nextFrom' in params);
  return String(found?.params['nextFrom'] ?? '');
}

test('the table has every reason for which goods are refused or sold with a warning', () => {
  const seen = new Set(
    table.rows.flatMap((row) => office.judge(row).verdict.findings.map(({ code }) => code)),
  );
  expect([...seen].toSorted()).toEqual(findingCodeSchema.options.toSorted());
});

test('what is said has its shape, and a refusal always has a way out', () => {
  for (const row of table.rows) {
    const { verdict } = office.judge(row);
    expect(verdictSchema.parse(verdict)).toEqual(verdict);
    for (const finding of verdict.findings) {
      expect(finding.ways.length, row.place).toBeGreaterThan(0);
      expect(finding.ways.at(-1) === 'remove' || finding.effect === 'warn', row.place).toBe(true);
    }
  }
});
