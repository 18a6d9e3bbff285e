import { addDays, businessDateSchema } from '../../shared/domain/business-date.ts';
import { rupiah } from '../../shared/domain/money.ts';
import { evaluate } from '../../shared/domain/programmes/evaluate.ts';
import { NOBODY, type ProgrammeLine, type ProgrammeUse } from '../../shared/domain/programmes/judged.ts';
import { ruleBook } from '../../shared/domain/programmes/rules-in-force.ts';
import { programmeRuleSchema, type ProgrammeRule } from '../../shared/domain/programmes/rules.ts';
import { seededRandom, type SeededRandom } from '../support/random.ts';
import type { Measured } from './figures.ts';

const JUDGED_MOST_MS = 1;
const RULES = 200;
const PROGRAMMES = ['lpg-3kg', 'sphp', 'minyakita', 'gula', 'pupuk-urea', 'pupuk-npk'] as const;
/** Every region above this store's, and two that are none of its business. */
const REGIONS = ['', '35', '3507', '3529', '33'] as const;
const TODAY = businessDateSchema.parse('2026-11-20');
const HISTORY_DAYS = 365;

const HERE = {
  at: Date.parse(`${TODAY}T03:00:00Z`),
  offsetMinutes: 420,
  businessDate: TODAY,
  region: '3507',
  zone: 1,
  sellerTier: 'sub-pangkalan',
};

const BUYER = {
  ...NOBODY,
  registrationId: idOf(9_001),
  nikKey: 'a'.repeat(64),
  kkKey: 'b'.repeat(64),
  category: 'rumah-tangga' as const,
  farmer: true,
  allotments: [{ programme: 'pupuk-urea', quantityThousandths: 400_000 }],
};

/**
 * What the rules say of a basket with goods of every programme, for a family that has bought something
 * of one of them on every day of the last year.
 */
export function measureRules(rounds: number): Measured[] {
  const random = seededRandom(rounds);
  const rules = rulesOfYears(random);
  const history = yearOfPurchases(random);
  const basket = basketOfAll();
  const book = ruleBook(rules);
  const judged: number[] = [];
  const sorted: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Every call at another moment, as at a counter: nothing of it could be remembered.
    const here = { ...HERE, at: HERE.at + round * 1000 };
    judged.push(timed(() => evaluate(book, BUYER, basket, history, here)));
    sorted.push(timed(() => evaluate(ruleBook(rules), BUYER, basket, history, here)));
  }
  const name = `rules of a basket, ${rules.length} rules, ${history.length} earlier purchases`;
  return [
    { name, unit: 'ms', samples: judged, limits: [{ of: 'p95', atMost: JUDGED_MOST_MS }] },
    { name: `${name}, rules sorted anew`, unit: 'ms', samples: sorted },
  ];
}

function timed(judge: () => ReturnType<typeof evaluate>): number {
  const started = performance.now();
  const { lines, quotas } = judge();
  const took = performance.now() - started;
  // A verdict over nothing would be quick, and no measurement.
  if (lines.length !== PROGRAMMES.length || quotas.length === 0) throw new Error('the rules judged nothing');
  return took;
}

/** Decrees of some years: prices that follow one another, who may buy, quotas of every kind and window. */
function rulesOfYears(random: SeededRandom): ProgrammeRule[] {
  const rules: ProgrammeRule[] = [];
  for (let count = 0; rules.length < RULES; count += 1) {
    const programme = PROGRAMMES[count % PROGRAMMES.length];
    const validFrom = addDays(TODAY, 0 - random.between(1, 1500));
    const head = {
      ruleId: idOf(count + 1),
      programme,
      region: random.pick(REGIONS),
      zone: random.pick([null, null, 1, 2]),
      sellerTier: random.pick(['', '', 'sub-pangkalan']),
      validFrom,
      validTo: random.chance(0.6) ? null : addDays(validFrom, random.between(30, 900)),
      decree: `SK ${count}`,
      source: 'store',
      active: random.chance(0.95),
    };
    rules.push(programmeRuleSchema.parse({ ...head, ...contentOf(count, random) }));
  }
  return rules;
}

function contentOf(count: number, random: SeededRandom): object {
  const kind = Math.floor(count / PROGRAMMES.length) % 4;
  if (kind === 0) return { kind: 'price', priceKind: 'het', amountRp: random.between(1_000, 20_000) };
  if (kind === 1) {
    return {
      kind: 'access',
      identity: random.pick(['nik', 'kk', 'farmer']),
      categories: ['rumah-tangga', 'usaha-mikro'],
      proxyAllowed: true,
      resaleForbidden: true,
      mixingForbidden: true,
      system: 'map',
      purpose: 'Penyaluran',
      retentionDays: 365,
    };
  }
  return {
    kind: 'quota',
    subject: random.pick(['nik', 'kk']),
    category: random.pick([null, 'rumah-tangga', 'usaha-mikro']),
    window: random.pick(['day', 'week', 'month', 'season']),
    limitThousandths: random.between(1, 40) * 1000,
    effect: random.pick(['warn', 'block']),
  };
}

function yearOfPurchases(random: SeededRandom): ProgrammeUse[] {
  return Array.from({ length: HISTORY_DAYS }, (_, days) => ({
    programme: random.pick(PROGRAMMES),
    date: addDays(TODAY, 0 - days),
    quantityThousandths: random.between(1, 3) * 1000,
    nikKey: random.chance(0.5) ? BUYER.nikKey : 'c'.repeat(64),
    kkKey: BUYER.kkKey,
    memberId: null,
    category: 'rumah-tangga',
    elsewhere: random.chance(0.1),
  }));
}

function basketOfAll(): ProgrammeLine[] {
  return PROGRAMMES.map((programme, index) => ({
    lineId: idOf(5_000 + index),
    programme,
    quantityThousandths: 2_000,
    whole: true,
    chargedRp: rupiah(20_000),
  }));
}

function idOf(count: number): string {
  return `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`;
}
