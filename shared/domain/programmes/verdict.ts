import { z } from 'zod';
import { rupiahSchema } from '../money.ts';
import { thousandthsSchema } from '../quantity.ts';
import {
  consumerCategorySchema,
  externalSystemSchema,
  priceKindSchema,
  programmeCodeSchema,
} from './rules.ts';

/** What the rules of the day say of a basket, in a form that screens, records and tests share. */

/** Why goods of a programme are refused or sold with a warning. The words are in shared/i18n. */
export const findingCodeSchema = z.enum([
  // who
  'identity-required',
  'kk-required',
  'member-required',
  'farmer-required',
  'category-required',
  'category-not-allowed',
  'proxy-not-allowed',
  'resale-forbidden',
  'not-allotted',
  // how much
  'quota-exceeded',
  // how
  'mixing-forbidden',
  // for how much
  'price-above-ceiling',
  'price-above-reference',
  'no-price-rule',
  // what is not known
  'clock-unsure',
]);
export type FindingCode = z.output<typeof findingCodeSchema>;

/** What a cashier can do about a finding, the most fitting first. */
export const wayOutSchema = z.enum([
  'identify',
  'change-buyer',
  'choose-category',
  'no-proxy',
  'lower-quantity',
  'whole-packs',
  'ask-manager',
  'come-back',
  'remove',
  'tell-pengurus',
]);
export type WayOut = z.output<typeof wayOutSchema>;

const effectSchema = z.enum(['allow', 'warn', 'refuse']);

export const findingSchema = z.strictObject({
  effect: z.enum(['warn', 'refuse']),
  code: findingCodeSchema,
  programme: programmeCodeSchema,
  /** null where it is about all of the programme's lines together. */
  lineId: z.uuid().nullable(),
  ruleId: z.uuid().nullable(),
  /**
   * Figures for its sentence, by code. `quota-exceeded`: `limit`, `used`, `elsewhere`, `asked`, `left` in
   * thousandths, `subject`, `window`, and where known `category` and the date `nextFrom`. Prices:
   * `amountRp` a unit, `priceKind`, `decree`, `validFrom`; with them `chargedRp` and `mostRp` of the line
   * where it costs too much, `endedOn` where the rule has ended. `category-not-allowed`: `category` and
   * `allowed`, set apart by commas. `clock-unsure`: `date`, by which it was judged, `clockDate` and `latest`.
   */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  ways: z.array(wayOutSchema),
});
export type Finding = z.output<typeof findingSchema>;

export const quotaStateSchema = z.strictObject({
  programme: programmeCodeSchema,
  ruleId: z.uuid(),
  decree: z.string(),
  subject: z.enum(['anyone', 'nik', 'kk', 'member']),
  category: consumerCategorySchema.nullable(),
  window: z.enum(['sale', 'day', 'week', 'month', 'season']),
  effect: z.enum(['warn', 'block']),
  limitThousandths: thousandthsSchema,
  /** Bought before in this window, here and as far as it is known elsewhere. */
  usedThousandths: thousandthsSchema,
  elsewhereThousandths: thousandthsSchema,
  /** In this basket. */
  askedThousandths: thousandthsSchema,
  /** The window's dates; null at an end that is not in sight. `nextFrom` is when a new one begins. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  nextFrom: z.string().nullable(),
  /** When it was bought, for showing: date and quantity, the oldest first. */
  uses: z.array(z.strictObject({ date: z.string(), quantityThousandths: thousandthsSchema })),
});
export type QuotaState = z.output<typeof quotaStateSchema>;

export const lineJudgementSchema = z.strictObject({
  lineId: z.uuid(),
  programme: programmeCodeSchema,
  effect: effectSchema,
  /** In units of the programme. */
  quantityThousandths: thousandthsSchema,
  /** The price rule in force, null for none. */
  price: z
    .strictObject({
      ruleId: z.uuid(),
      priceKind: priceKindSchema,
      amountRp: rupiahSchema,
      decree: z.string(),
      validFrom: z.string(),
    })
    .nullable(),
  system: externalSystemSchema.nullable(),
  /** Every rule that had a say. */
  ruleIds: z.array(z.uuid()),
});
export type LineJudgement = z.output<typeof lineJudgementSchema>;

export const verdictSchema = z.strictObject({
  effect: effectSchema,
  /** The calendar date by whose rules it was judged. */
  date: z.string(),
  findings: z.array(findingSchema),
  lines: z.array(lineJudgementSchema),
  quotas: z.array(quotaStateSchema),
  /** What has to be known of the buyer for all of it. */
  asks: z.strictObject({
    identities: z.array(z.enum(['nik', 'kk', 'member', 'farmer'])),
    categories: z.array(consumerCategorySchema),
    proxyAllowed: z.boolean(),
  }),
});
export type Verdict = z.output<typeof verdictSchema>;
