import * as fc from 'fast-check';
import { rupiah } from '../../shared/domain/money.ts';
import type {
  Here,
  ProgrammeLine,
  ProgrammeUse,
  SubsidyBuyer,
} from '../../shared/domain/programmes/judged.ts';
import {
  consumerCategorySchema,
  programmeRuleSchema,
  type ProgrammeRule,
} from '../../shared/domain/programmes/rules.ts';

/** Any rules, buyers, baskets and earlier purchases, out of few values so that they often meet. */

/** Around a week's, a month's and a rule's boundary. */
const DATES = ['2026-10-26', '2026-10-31', '2026-11-01', '2026-11-02', '2026-11-08', '2026-11-09'];
const dates = fc.constantFrom(...DATES);
const programmes = fc.constantFrom('lpg-3kg', 'sphp');
const categories = fc.constantFrom(...consumerCategorySchema.options);
const keys = fc.constantFrom('a', 'a', 'a', 'b', null);
const ids = fc.integer({ min: 1, max: 9999 }).map(uuid);

function uuid(count: number): string {
  return `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
}

const head = {
  ruleId: ids,
  programme: programmes,
  region: fc.constantFrom('', '', '35', '3507', '3529'),
  zone: fc.constantFrom(null, null, null, 1, 2),
  sellerTier: fc.constantFrom('', '', '', 'pangkalan'),
  validFrom: fc.oneof(fc.constant('2026-04-01'), dates),
  validTo: fc.oneof(fc.constant(null), fc.constant(null), dates),
  decree: fc.constant('SK'),
  source: fc.constant('store'),
  active: fc.constantFrom(true, true, true, true, true, false),
};

const price = fc.record({
  ...head,
  kind: fc.constant('price'),
  priceKind: fc.constantFrom('het', 'hap', 'program'),
  amountRp: fc.integer({ min: 0, max: 30_000 }),
});

const access = fc.record({
  ...head,
  kind: fc.constant('access'),
  identity: fc.constantFrom('none', 'nik', 'kk', 'member', 'farmer'),
  categories: fc.uniqueArray(categories),
  proxyAllowed: fc.boolean(),
  resaleForbidden: fc.boolean(),
  mixingForbidden: fc.boolean(),
  system: fc.constant(null),
  purpose: fc.constant(''),
  retentionDays: fc.constant(30),
});

const quota = fc
  .record({
    ...head,
    kind: fc.constant('quota'),
    subject: fc.constantFrom('anyone', 'nik', 'kk', 'member'),
    category: fc.option(categories),
    window: fc.constantFrom('day', 'week', 'month', 'season'),
    limitThousandths: fc.option(fc.integer({ min: 0, max: 12_000 })),
    effect: fc.constantFrom('warn', 'block'),
  })
  .map((rule) => (rule.subject === 'anyone' ? { ...rule, window: 'sale' } : rule));

/** Any rules; of two with one id the first, because the later of two records replaces the rule. */
export const anyRules: fc.Arbitrary<ProgrammeRule[]> = fc.uniqueArray(
  fc.oneof(price, access, quota).map((rule) => programmeRuleSchema.parse(rule)),
  { selector: (rule) => rule.ruleId, maxLength: 20, size: 'max' },
);

/** Any place and moment, by a clock that may be behind the open day. */
export const anyHere: fc.Arbitrary<Here> = fc.record({
  at: fc.tuple(dates, fc.nat({ max: 1439 })).map(([date, minute]) => Date.parse(date) + minute * 60_000),
  offsetMinutes: fc.constantFrom(420, 480, 540),
  businessDate: fc.option(dates),
  region: fc.constantFrom('3507122001', '3507122001', '3529252003', '7311', ''),
  zone: fc.constantFrom(null, 1, 2),
  sellerTier: fc.constantFrom('', 'pangkalan', 'sub-pangkalan'),
});

/** Any buyer, known or not. */
export const anyBuyer: fc.Arbitrary<SubsidyBuyer> = fc.record({
  registrationId: fc.option(ids),
  nikKey: keys,
  kkKey: keys,
  memberId: keys,
  category: fc.option(categories),
  farmer: fc.boolean(),
  allotments: fc.array(fc.record({ programme: programmes, quantityThousandths: fc.nat({ max: 9000 }) }), {
    maxLength: 2,
  }),
  institutional: fc.boolean(),
  proxy: fc.option(fc.record({ registrationId: ids })),
});

/** Any goods of programmes, each line once. */
export const anyBasket: fc.Arbitrary<ProgrammeLine[]> = fc.uniqueArray(
  fc.record({
    lineId: ids,
    programme: programmes,
    quantityThousandths: fc.integer({ min: 0, max: 9000 }),
    whole: fc.boolean(),
    chargedRp: fc.option(fc.nat({ max: 90_000 }).map(rupiah)),
  }),
  { selector: (line) => line.lineId, minLength: 1, maxLength: 5, size: 'max' },
);

/** Any earlier purchases, some of them of others and some dated after today. */
export const anyHistory: fc.Arbitrary<ProgrammeUse[]> = fc.array(
  fc.record({
    programme: programmes,
    date: dates,
    quantityThousandths: fc.nat({ max: 4000 }),
    nikKey: keys,
    kkKey: keys,
    memberId: keys,
    category: fc.option(categories),
    elsewhere: fc.boolean(),
  }),
  { maxLength: 10, size: 'max' },
);
