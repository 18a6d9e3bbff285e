import { expect, test } from 'vitest';
import type { ProgrammesReply, RuleReply } from '../../../shared/contract/programmes.ts';
import { businessDateSchema } from '../../../shared/domain/business-date.ts';
import type { AccessRule, QuotaRule } from '../../../shared/domain/programmes/rules.ts';
import { allottedProgrammes, asksForCategory } from './asked-of-buyers.ts';

const HEAD = {
  ruleId: '0199c3a0-0000-7000-8000-000000000003',
  region: '',
  zone: null,
  sellerTier: '',
  validFrom: businessDateSchema.parse('2025-01-15'),
  validTo: null,
  decree: 'SK 1',
  source: 'store',
  active: true,
} as const;

const ACCESS: AccessRule = {
  ...HEAD,
  programme: 'lpg',
  kind: 'access',
  identity: 'nik',
  categories: [],
  proxyAllowed: true,
  resaleForbidden: true,
  mixingForbidden: false,
  system: null,
  purpose: 'Mencatat',
  retentionDays: 365,
};

const QUOTA: QuotaRule = {
  ...HEAD,
  programme: 'lpg',
  limitThousandths: null,
  kind: 'quota',
  subject: 'nik',
  category: null,
  window: 'season',
  effect: 'block',
};

function shop(rules: Readonly<Record<string, readonly RuleReply['rule'][]>>) {
  const reply: ProgrammesReply = {
    date: businessDateSchema.parse('2026-04-15'),
    place: { region: '', sellerTier: '', zone: 1 },
    programmes: Object.entries(rules).map(([programme, own]) => ({
      programme: { programme, name: programme, unit: 'kg', active: true },
      rules: own.map((rule) => ({
        rule: { ...rule, programme },
        standing: 'in-force' as const,
        lastUsedOn: null,
      })),
      goods: [],
    })),
    cylinderGoods: [],
  };
  return reply;
}

test('of a farmer only what is allotted is asked, and what they were allotted already', () => {
  const reply = shop({
    urea: [{ ...ACCESS, programme: 'urea', identity: 'farmer' }],
    npk: [{ ...QUOTA, programme: 'npk', limitThousandths: null }],
    lpg: [
      { ...ACCESS, programme: 'lpg' },
      { ...QUOTA, programme: 'lpg', limitThousandths: 2_000 },
    ],
    gula: [],
  });
  const codes = (held: readonly string[]) =>
    allottedProgrammes(reply, held).map(({ programme }) => programme);
  expect(codes([])).toEqual(['urea', 'npk']);
  expect(codes(['gula'])).toEqual(['urea', 'npk', 'gula']);
});

test('a category is asked where a rule that holds today lists some, or counts for one of them', () => {
  expect(
    asksForCategory(shop({ lpg: [{ ...ACCESS, programme: 'lpg', categories: ['rumah-tangga'] }] })),
  ).toBe(true);
  expect(asksForCategory(shop({ lpg: [ACCESS, { ...QUOTA, category: 'usaha-mikro' }] }))).toBe(true);
  expect(asksForCategory(shop({ lpg: [ACCESS, QUOTA] }))).toBe(false);
});
