import { z } from 'zod';
import { businessDateSchema } from '../business-date.ts';
import { rupiahAmountSchema } from '../money.ts';

/**
 * Government programmes as dated data: what a commodity may cost, who may buy it, and how much. No
 * price, limit or region stands in code; each rule names the decree it comes from, and an old sale is
 * judged by the rule of its day.
 */

/** Names a programme: `lpg-3kg`, `sphp`. */
export const programmeCodeSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** Who consumes: as the LPG 3 kg programme names them. */
export const consumerCategorySchema = z.enum([
  'rumah-tangga',
  'usaha-mikro',
  'petani-sasaran',
  'nelayan-sasaran',
]);
export type ConsumerCategory = z.output<typeof consumerCategorySchema>;

/** Where a sale has to be keyed as well. The till replaces none of them. */
export const externalSystemSchema = z.enum(['map', 'klik-sphp', 'i-pubers', 'simirah']);
export type ExternalSystem = z.output<typeof externalSystemSchema>;

/** A subsidised or price-ruled commodity. */
export const programmeSchema = z.strictObject({
  programme: programmeCodeSchema,
  name: z.string().min(1).max(60),
  /** What prices and limits are counted in: tabung, kg, liter. */
  unit: z.string().min(1).max(20),
  active: z.boolean(),
});
export type Programme = z.output<typeof programmeSchema>;

/** HET and programme prices are ceilings; HAP is a reference that only warns. */
export const priceKindSchema = z.enum(['het', 'hap', 'program']);
export type PriceKind = z.output<typeof priceKindSchema>;

/** What every rule says of where and when it holds. */
const head = {
  ruleId: z.uuid(),
  programme: programmeCodeSchema,
  /** Leading digits of the Kemendagri code of the region: `35` is Jawa Timur, empty is everywhere. */
  region: z.string().regex(/^\d{0,10}$/),
  /** Price zone of the store's profile, null for every zone. */
  zone: z.int().min(1).max(9).nullable(),
  /** Rank of the seller in the chain, such as `pangkalan`; empty for every seller. */
  sellerTier: z.string().max(30),
  /** First and last calendar date in the store's zone, both included; null for no end in sight. */
  validFrom: businessDateSchema,
  validTo: businessDateSchema.nullable(),
  decree: z.string().min(1).max(160),
  /** Who brought the rule: typed in, from the list that comes with the till, or sent by the district. */
  source: z.enum(['store', 'supplied', 'district']),
  /** False for a rule that was a mistake: it judges nothing from then on. */
  active: z.boolean(),
};

/** What one unit of the programme may cost. */
export const priceRuleSchema = z.strictObject({
  ...head,
  kind: z.literal('price'),
  priceKind: priceKindSchema,
  amountRp: rupiahAmountSchema,
});
export type PriceRule = z.output<typeof priceRuleSchema>;

/** Who may buy, and what has to be known and done. */
export const accessRuleSchema = z.strictObject({
  ...head,
  kind: z.literal('access'),
  identity: z.enum(['none', 'nik', 'kk', 'member', 'farmer']),
  /** Whom it is for; empty where that is not asked. */
  categories: z.array(consumerCategorySchema).max(4),
  /** Whether somebody else may fetch it for the buyer. */
  proxyAllowed: z.boolean(),
  /** Not for institutions and traders that would sell it on. */
  resaleForbidden: z.boolean(),
  /** Only in its whole, closed packs. */
  mixingForbidden: z.boolean(),
  /** System of record beside the till, null for none. */
  system: externalSystemSchema.nullable(),
  /** Why the identity is asked for, as the buyer is told, and how long it is kept (UU 27/2022). */
  purpose: z.string().max(160),
  retentionDays: z.int().min(1).max(3650),
});
export type AccessRule = z.output<typeof accessRuleSchema>;

/** How much, for whom, in which time. */
export const quotaRuleSchema = z
  .strictObject({
    ...head,
    kind: z.literal('quota'),
    /** Whose purchases count together; `anyone` is a limit of one sale that needs no identity. */
    subject: z.enum(['anyone', 'nik', 'kk', 'member']),
    /** Only for this category, null for all. */
    category: consumerCategorySchema.nullable(),
    /**
     * A week begins on Monday; a season is the rule's own time, together with that of the rules it
     * replaces (`windows.ts`). All in the store's zone.
     */
    window: z.enum(['sale', 'day', 'week', 'month', 'season']),
    /** Thousandths of the programme's unit; null for what the buyer was allotted (e-RDKK). */
    limitThousandths: z.int().min(0).nullable(),
    effect: z.enum(['warn', 'block']),
  })
  .refine((rule) => (rule.subject === 'anyone') === (rule.window === 'sale'));
export type QuotaRule = z.output<typeof quotaRuleSchema>;

/** One rule of a programme. */
export const programmeRuleSchema = z.union([priceRuleSchema, accessRuleSchema, quotaRuleSchema]);
export type ProgrammeRule = z.output<typeof programmeRuleSchema>;

/** What a product is within a programme. */
export const programmeGoodsSchema = z.strictObject({
  productId: z.uuid(),
  /** null where it belongs to none. */
  programme: programmeCodeSchema.nullable(),
  /** Units of the programme in one base unit: a bag of 5 kg is 5000, a cylinder is 1000. */
  measureThousandths: z.int().min(1).max(1_000_000_000),
  /**
   * Its part among cylinders of one kind: the refill (its stock are full ones), the empty one, and the
   * deposit for one on loan. null for what is no cylinder.
   */
  cylinder: z
    .strictObject({ role: z.enum(['refill', 'empty', 'deposit']), kind: programmeCodeSchema })
    .nullable(),
});
export type ProgrammeGoods = z.output<typeof programmeGoodsSchema>;

/** Where the store stands, for rules that hold only in places. The zone is in its profile. */
export const programmePlaceSchema = z.strictObject({
  region: z.string().regex(/^\d{0,10}$/),
  sellerTier: z.string().max(30),
});
export type ProgrammePlace = z.output<typeof programmePlaceSchema>;
