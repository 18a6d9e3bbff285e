import { v5 as uuidv5 } from 'uuid';
import {
  programmeGoodsSchema,
  programmeRuleSchema,
  type Programme,
  type ProgrammeGoods,
  type ProgrammePlace,
  type ProgrammeRule,
} from '../../../shared/domain/programmes/rules.ts';
import { suppliedRules } from '../programmes/index.ts';

/**
 * The subsidised goods of the example store: the rules are those of the list that comes with the till,
 * for Kabupaten Malang, with three of the store's own that ration LPG by the week. Only these are invented.
 */
export interface ExampleProgrammes {
  readonly programmes: readonly Programme[];
  readonly rules: readonly ProgrammeRule[];
  readonly goods: readonly ProgrammeGoods[];
  readonly place: ProgrammePlace;
}

/** Rules get their ids from what they are, so that every example store has the same. */
const NAMESPACE = '3d0f5c7e-96a2-4b51-8a1d-7c2e94b0f6a3';

/** Kabupaten Malang, and a store that is a sub-pangkalan. */
const PLACE: ProgrammePlace = { region: '3507', sellerTier: 'sub-pangkalan' };

const CODES: readonly string[] = ['lpg-3kg', 'sphp', 'minyakita', 'gula', 'pupuk-urea', 'pupuk-npk'];

/** A plan of the ministry's that nobody has put into force. */
const ONLY_PLANNED = /^Rencana/;

/** Base units hold this many of the programme's units, in thousandths. */
const GOODS: readonly (readonly [key: string, programme: string, measure: number])[] = [
  ['plu:1', 'sphp', 5000],
  ['plu:2', 'minyakita', 1000],
  ['plu:4', 'gula', 1000],
  ['plu:16', 'gula', 1000],
  ['plu:31', 'pupuk-urea', 50_000],
  ['plu:32', 'pupuk-npk', 50_000],
];

const CYLINDERS = [
  ['plu:3', 'refill'],
  ['plu:33', 'empty'],
  ['plu:34', 'deposit'],
] as const;

/**
 * Programmes, rules and goods of the example store.
 * @param productIdOf the id of the product with a key
 */
export function exampleProgrammes(productIdOf: (key: string) => string): ExampleProgrammes {
  const taken = suppliedRules().filter(
    ({ programme, rule }) =>
      CODES.includes(programme.programme) &&
      PLACE.region.startsWith(rule.region) &&
      !ONLY_PLANNED.test(rule.decree),
  );
  const programmes = new Map(taken.map(({ programme }) => [programme.programme, programme]));
  return {
    programmes: [...programmes.values()],
    rules: [...taken.map(({ rule }) => rule), ...OWN_RULES],
    goods: [
      ...GOODS.map(([key, programme, measureThousandths]) =>
        programmeGoodsSchema.parse({
          productId: productIdOf(key),
          programme,
          measureThousandths,
          cylinder: null,
        }),
      ),
      ...CYLINDERS.map(([key, role]) =>
        programmeGoodsSchema.parse({
          productId: productIdOf(key),
          programme: role === 'refill' ? 'lpg-3kg' : null,
          measureThousandths: 1000,
          cylinder: { role, kind: 'lpg-3kg' },
        }),
      ),
    ],
    place: PLACE,
  };
}

/** What the store's meeting decided, so that everybody gets some: stricter than any decree. */
const OWN_RULES: readonly ProgrammeRule[] = [
  ownQuota('nik', 'rumah-tangga', 2000),
  ownQuota('kk', 'rumah-tangga', 2000),
  ownQuota('nik', 'usaha-mikro', 4000),
];

function ownQuota(subject: 'kk' | 'nik', category: string, limitThousandths: number): ProgrammeRule {
  return programmeRuleSchema.parse({
    kind: 'quota',
    ruleId: uuidv5(`${subject} ${category}`, NAMESPACE),
    programme: 'lpg-3kg',
    region: '',
    zone: null,
    sellerTier: '',
    validFrom: '2025-02-04',
    validTo: null,
    decree: 'Contoh: kesepakatan gerai, bukan aturan pemerintah',
    source: 'store',
    active: true,
    subject,
    category,
    window: 'week',
    limitThousandths,
    effect: 'block',
  });
}
