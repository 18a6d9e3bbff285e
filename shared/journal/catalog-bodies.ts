import { z } from 'zod';
import { businessDateSchema } from '../domain/business-date.ts';
import { rupiahSchema } from '../domain/money.ts';
import { npwpSchema, tillPolicySchema, tillPolicyV1Schema } from '../domain/policy.ts';
import { promotionSchema } from '../domain/promotions.ts';
import { taxClassSchema } from '../domain/tax.ts';
import { tierSchema } from '../domain/tier.ts';
import { id } from './parts.ts';

/** Bodies of what the store decides about its goods and its till: packs, prices, tax, promotions, policy. */

/**
 * A unit a product is sold in beside its base unit: a pak, a dus. Stock stays in base units. A unit
 * without a price of its own costs its content times the price of the base unit.
 */
const packSchema = z.strictObject({
  unit: z.string().min(1).max(20),
  /** Base units in one, in thousandths: a dus of 40 is 40000. */
  contentThousandths: z.int().min(1).max(1_000_000_000),
  /** Normalised to GTIN-14. */
  gtins: z.array(z.string().regex(/^\d{14}$/)).max(20),
  plu: z.string().nullable(),
});

const termsPriceSchema = z.strictObject({
  /** The pack it is the price of; null for the base unit. */
  unit: z.string().min(1).max(20).nullable(),
  tier: tierSchema,
  /** Holds from this quantity of the unit on; 0 for any. */
  fromThousandths: z.int().min(0),
  priceRp: rupiahSchema,
  validFrom: businessDateSchema.nullable(),
  validTo: businessDateSchema.nullable(),
});

const productTermsSchema = z.strictObject({
  productId: id,
  taxClass: taxClassSchema,
  /** The most that the law lets the store ask for one base unit (HET), null for no limit. */
  ceilingRp: rupiahSchema.nullable(),
  packs: z.array(packSchema).max(10),
  prices: z.array(termsPriceSchema).max(100),
});
export type ProductTerms = z.output<typeof productTermsSchema>;

export const catalogBodies = {
  /**
   * How a product is sold, as a whole: it replaces what an earlier record said. The price of the base
   * unit for everybody stays on the product itself; these are the prices beside it.
   */
  'product-terms-set/1': productTermsSchema,
  /** A promotion was made or changed; every field, as it is from now on. */
  'promotion-saved/1': promotionSchema,
  'till-policy-set/1': tillPolicyV1Schema,
  'till-policy-set/2': tillPolicySchema,
  /**
   * The store becomes PKP, or stops being it, with a business date. Before the first of these the
   * store's profile says what it is. Of two for one date the later record holds.
   */
  'tax-status-set/1': z.strictObject({
    validFrom: businessDateSchema,
    pkp: z.boolean(),
    npwp: npwpSchema.nullable(),
  }),
} as const;
