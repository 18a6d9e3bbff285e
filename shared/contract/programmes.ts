import { z } from 'zod';
import { businessDateSchema } from '../domain/business-date.ts';
import { rupiahAmountSchema, rupiahSchema } from '../domain/money.ts';
import {
  accessRuleSchema,
  priceRuleSchema,
  programmeCodeSchema,
  programmeGoodsSchema,
  programmePlaceSchema,
  programmeRuleSchema,
  programmeSchema,
  quotaRuleSchema,
} from '../domain/programmes/rules.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { command, nothing, query } from './define.ts';
import { idSchema, nameSchema, textSchema } from './values.ts';

/** How a rule stands today at this store. */
export const ruleStandingSchema = z.enum([
  'in-force',
  'coming',
  'past',
  /** Its time is now, but it is for another region, zone or kind of seller. */
  'elsewhere',
  /** Its time is now and it is for this store, but a more specific or newer one holds in its place. */
  'outranked',
  'switched-off',
]);
export type RuleStanding = z.output<typeof ruleStandingSchema>;

const programmeGoodsReplySchema = programmeGoodsSchema.extend({
  name: z.string(),
  unit: z.string(),
  active: z.boolean(),
  /** Everybody's usual price of one base unit, null where none is known. */
  priceRp: rupiahSchema.nullable(),
  /** The most that one base unit may cost today; null where no HET or programme price is in force. */
  ceilingRp: rupiahSchema.nullable(),
  /** What one base unit should cost at most (HAP): nothing is refused above it. */
  referenceRp: rupiahSchema.nullable(),
  onHandThousandths: thousandthsSchema,
});
export type ProgrammeGoodsReply = z.output<typeof programmeGoodsReplySchema>;

const ruleReplySchema = z.strictObject({
  rule: programmeRuleSchema,
  standing: ruleStandingSchema,
  /**
   * The last date on which it judged a sale, a refusal or a claim; null where it never did. A rule that
   * has judged keeps what it says: only its end (not before that date) and `active` can change.
   */
  lastUsedOn: businessDateSchema.nullable(),
});
export type RuleReply = z.output<typeof ruleReplySchema>;

export const programmesReplySchema = z.strictObject({
  /** The calendar date by whose rules the store sells now. */
  date: businessDateSchema,
  /** Where the store stands; the zone is that of its profile. */
  place: programmePlaceSchema.extend({ zone: z.int() }),
  programmes: z.array(
    z.strictObject({
      programme: programmeSchema,
      /** The newest first. */
      rules: z.array(ruleReplySchema),
      goods: z.array(programmeGoodsReplySchema),
    }),
  ),
  /** Empty cylinders and deposits: they belong to a kind of cylinder, and to no programme's rules. */
  cylinderGoods: z.array(programmeGoodsReplySchema),
});
export type ProgrammesReply = z.output<typeof programmesReplySchema>;

/** What is typed of a rule: a new one (no `ruleId`) or a changed one. */
const draftHead = {
  ruleId: idSchema.nullable(),
  /** Empty text is refused in words: a rule without its decree can't be defended. */
  decree: textSchema(160),
};

const ruleDraftSchema = z.union([
  priceRuleSchema.omit({ source: true }).extend(draftHead),
  accessRuleSchema.omit({ source: true }).extend({ ...draftHead, purpose: textSchema(160) }),
  z
    .strictObject(quotaRuleSchema.shape)
    .omit({ source: true })
    .extend(draftHead)
    .refine((rule) => (rule.subject === 'anyone') === (rule.window === 'sale')),
]);
export type RuleDraft = z.input<typeof ruleDraftSchema>;

/** A rule of the list that comes with the till. */
export const suppliedRuleSchema = z.strictObject({
  rule: programmeRuleSchema,
  programme: programmeSchema,
  /** How it would stand today at this store. */
  standing: ruleStandingSchema,
  /** The store has not taken it yet. */
  isNew: z.boolean(),
  /** It is for this store's region, zone and kind of seller, and has not ended. */
  fits: z.boolean(),
  /** Where the text comes from, and what is not known of it. */
  note: z.string(),
});
export type SuppliedRule = z.output<typeof suppliedRuleSchema>;

export const claimSchema = z.strictObject({
  claimId: idSchema,
  programme: programmeCodeSchema,
  programmeName: z.string(),
  /** Of the programme: kg, liter, tabung. */
  programmeUnit: z.string(),
  decree: z.string(),
  effectiveOn: businessDateSchema,
  raisedAt: z.int(),
  /** Per unit of the programme. */
  beforeRp: rupiahSchema,
  afterRp: rupiahSchema,
  lines: z.array(
    z.strictObject({
      productId: idSchema,
      name: z.string(),
      unit: z.string(),
      onHandThousandths: thousandthsSchema,
      quantityThousandths: thousandthsSchema,
      amountRp: rupiahSchema,
    }),
  ),
  totalRp: rupiahSchema,
  /** `settled` once nothing of it is open: all was paid or refused. */
  status: z.enum(['open', 'sent', 'settled']),
  paidRp: rupiahSchema,
  refusedRp: rupiahSchema,
  openRp: rupiahSchema,
  /** The last thing said of it. */
  note: z.string(),
});
export type Claim = z.output<typeof claimSchema>;

export const programmesContract = {
  /** Programmes with their rules and goods, and where the store stands. */
  list: query({ permission: 'signed-in', input: nothing, output: programmesReplySchema }),
  /** Adds a programme or changes what it is called. Its unit stays once it has rules. */
  saveProgramme: command({
    permission: 'programme.edit',
    input: programmeSchema.extend({ name: nameSchema(60), unit: nameSchema(20) }),
    output: programmesReplySchema,
  }),
  /** Adds a rule (no `ruleId`) or changes one. */
  saveRule: command({
    permission: 'programme.edit',
    input: z.strictObject({ rule: ruleDraftSchema }),
    output: programmesReplySchema,
  }),
  /** The last date of a rule; null takes its end away again. */
  endRule: command({
    permission: 'programme.edit',
    input: z.strictObject({ ruleId: idSchema, validTo: businessDateSchema.nullable() }),
    output: programmesReplySchema,
  }),
  /**
   * What a product is within a programme and among cylinders. Goods that are linked already are changed
   * or let go by who may edit programmes alone.
   */
  setGoods: command({
    permission: 'catalog.edit',
    input: programmeGoodsSchema,
    output: programmesReplySchema,
  }),
  setPlace: command({
    permission: 'programme.edit',
    input: programmePlaceSchema.extend({ sellerTier: textSchema(30) }),
    output: programmesReplySchema,
  }),
  /** Dated rules that come with the till. None holds before somebody takes it. */
  supplied: query({ permission: 'signed-in', input: nothing, output: z.array(suppliedRuleSchema) }),
  /** Takes chosen ones over, and the programmes they are of where the store has none yet. */
  takeSupplied: command({
    permission: 'programme.edit',
    input: z.strictObject({ ruleIds: z.array(idSchema).min(1).max(500) }),
    output: programmesReplySchema,
  }),
  /** Claims of price differences on what was in stock when a decree lowered a price, the newest first. */
  claims: query({ permission: 'subsidy.manage', input: nothing, output: z.array(claimSchema) }),
  /**
   * What became of a claim: sent to the supplier (no amounts), paid (into the bank), refused (given
   * up). A claim may be paid and refused in parts.
   */
  settleClaim: command({
    permission: 'subsidy.manage',
    input: z.strictObject({
      claimId: idSchema,
      outcome: z.enum(['sent', 'paid', 'refused']),
      paidRp: rupiahAmountSchema.default(rupiahAmountSchema.parse(0)),
      refusedRp: rupiahAmountSchema.default(rupiahAmountSchema.parse(0)),
      note: textSchema(120).default(''),
    }),
    output: z.array(claimSchema),
  }),
};
