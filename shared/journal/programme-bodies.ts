import { z } from 'zod';
import { businessDateSchema } from '../domain/business-date.ts';
import { rupiahSchema } from '../domain/money.ts';
import {
  consumerCategorySchema,
  externalSystemSchema,
  priceKindSchema,
  programmeCodeSchema,
  programmeGoodsSchema,
  programmePlaceSchema,
  programmeRuleSchema,
  programmeSchema,
} from '../domain/programmes/rules.ts';
import { findingCodeSchema } from '../domain/programmes/verdict.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { hexHash, id, MAX_ROWS_PER_RECORD, ownerSchema } from './parts.ts';

/**
 * Government programmes: their rules, who is registered for them (by keyed hash, never by number or
 * name), what was sold and refused under them, cylinders, claims, and what was keyed elsewhere.
 */

/** HMAC-SHA-256 of an identity number under a key that is outside the database. */
const subjectKey = hexHash.nullable();

export const subsidySoldSchema = z.strictObject({
  saleId: id,
  /** The calendar date by whose rules it was judged, and in whose quota windows it counts. */
  date: businessDateSchema,
  registrationId: id.nullable(),
  category: consumerCategorySchema.nullable(),
  /** Whose quota it uses. The shared keys are comparable across a district's stores, null before enrolment. */
  subject: z.strictObject({
    nikKey: subjectKey,
    kkKey: subjectKey,
    sharedNikKey: subjectKey,
    sharedKkKey: subjectKey,
    memberId: id.nullable(),
  }),
  /** Who fetched it for the buyer. */
  proxyRegistrationId: id.nullable(),
  lines: z
    .array(
      z.strictObject({
        lineId: id,
        programme: programmeCodeSchema,
        /** In units of the programme. */
        quantityThousandths: thousandthsSchema,
        price: z
          .strictObject({
            ruleId: id,
            priceKind: priceKindSchema,
            amountRp: rupiahSchema,
            decree: z.string(),
          })
          .nullable(),
        system: externalSystemSchema.nullable(),
        ruleIds: z.array(id).max(40),
      }),
    )
    .min(1),
  warnings: z.array(findingCodeSchema).max(40),
  /** Whose count of the quota it went by: the store's own, or the district's as well. */
  knownBy: z.enum(['store', 'district']),
  /** Somebody looked and allowed it although the store's count was used up. */
  approvalId: id.nullable(),
});
export type SubsidySold = z.output<typeof subsidySoldSchema>;

export const cylindersMovedSchema = z.strictObject({
  movementId: id,
  /** Cylinders of one kind. */
  kind: programmeCodeSchema,
  cause: z.enum(['sale', 'return', 'agen', 'damaged', 'repaired', 'counted']),
  saleId: id.nullable(),
  returnId: id.nullable(),
  /** The agen's name as it stands on its papers, and the number of the delivery note; empty for none. */
  agen: z.string().max(80),
  document: z.string().max(60),
  moves: z
    .array(
      z.strictObject({
        productId: id,
        lotId: id,
        owner: ownerSchema,
        from: z.enum(['shop', 'damaged', 'outside']),
        to: z.enum(['shop', 'damaged', 'outside']),
        quantityThousandths: thousandthsSchema,
        /** Of goods bought; null where nothing is owed for them. */
        unitCostRp: rupiahSchema.nullable(),
      }),
    )
    .max(20),
  /** Change of how many cylinders the store owes the agen; below zero where the agen owes it. */
  agenOwedThousandths: thousandthsSchema,
  /** Change of how many are on loan to buyers, and of the deposits held for them. */
  loanedThousandths: thousandthsSchema,
  depositRp: rupiahSchema,
  note: z.string().max(120),
});
export type CylindersMoved = z.output<typeof cylindersMovedSchema>;

export const programmeBodies = {
  /** A programme was added or changed; every field, as it is from now on. */
  'programme-saved/1': programmeSchema,
  'programme-rule-saved/1': programmeRuleSchema,
  'programme-goods-set/1': programmeGoodsSchema,
  'programme-place-set/1': programmePlaceSchema,
  /** Somebody is registered to buy, or what is known of them changed. Who it is stands in the vault. */
  'subsidy-registered/1': z.strictObject({
    registrationId: id,
    nikKey: subjectKey,
    kkKey: subjectKey,
    sharedNikKey: subjectKey,
    sharedKkKey: subjectKey,
    categories: z.array(consumerCategorySchema).max(4),
    memberId: id.nullable(),
    /** On the list of farmers (e-RDKK), with what each programme allots for a season. */
    farmer: z.boolean(),
    allotments: z
      .array(z.strictObject({ programme: programmeCodeSchema, quantityThousandths: thousandthsSchema }))
      .max(40),
    purpose: z.string().max(160),
    expiresOn: businessDateSchema,
  }),
  /** The number and name were taken out of the vault for good. */
  'subsidy-erased/1': z.strictObject({ registrationId: id, cause: z.enum(['request', 'expired']) }),
  /** Somebody took a whole identity number out of the vault. */
  'identity-opened/1': z.strictObject({
    registrationId: id,
    purpose: z.enum(['external-system', 'correction', 'official-request']),
    note: z.string().max(80),
  }),
  /** Written with the sale that it explains. */
  'subsidy-sold/1': subsidySoldSchema,
  /** Goods of a programme were refused and taken off the ticket. */
  'subsidy-refused/1': z.strictObject({
    ticketId: id,
    programme: programmeCodeSchema,
    code: findingCodeSchema,
    ruleId: id.nullable(),
    registrationId: id.nullable(),
    quantityThousandths: thousandthsSchema,
  }),
  'cylinders-moved/1': cylindersMovedSchema,
  /** A decree lowered a price: what stood in the store sells at the new one, the difference is claimed. */
  'price-claim-raised/1': z.strictObject({
    claimId: id,
    programme: programmeCodeSchema,
    beforeRuleId: id,
    ruleId: id,
    decree: z.string().max(160),
    effectiveOn: businessDateSchema,
    beforeRp: rupiahSchema,
    afterRp: rupiahSchema,
    /** Empty where nothing was in stock: then it was looked at, and goods that come later are no matter of it. */
    lines: z
      .array(
        z.strictObject({
          productId: id,
          onHandThousandths: thousandthsSchema,
          /** In units of the programme. */
          quantityThousandths: thousandthsSchema,
          amountRp: rupiahSchema,
        }),
      )
      .max(MAX_ROWS_PER_RECORD),
    totalRp: rupiahSchema,
  }),
  'price-claim-settled/1': z.strictObject({
    claimId: id,
    /** `sent` moves no money; what is refused is given up. */
    outcome: z.enum(['sent', 'paid', 'refused']),
    paidRp: rupiahSchema,
    refusedRp: rupiahSchema,
    note: z.string().max(120),
  }),
  /** A line stands in another system too, or does not, or differently. */
  'external-keyed/1': z.strictObject({
    saleId: id,
    lineId: id,
    system: externalSystemSchema,
    status: z.enum(['belum', 'sudah', 'beda']),
    /** What stands there, in units of the programme; nothing for `belum`. */
    quantityThousandths: thousandthsSchema,
    reference: z.string().max(40),
    note: z.string().max(120),
  }),
  /** A file from another system was held against the till's own sales. */
  'external-compared/1': z.strictObject({
    comparisonId: id,
    system: externalSystemSchema,
    from: businessDateSchema,
    to: businessDateSchema,
    fileName: z.string().max(255),
    rows: z.int().min(0),
    matched: z.int().min(0),
    differences: z
      .array(
        z.strictObject({
          kind: z.enum(['missing', 'extra', 'different']),
          saleId: id.nullable(),
          lineId: id.nullable(),
          date: businessDateSchema,
          oursThousandths: thousandthsSchema,
          theirsThousandths: thousandthsSchema,
          explanation: z.string().max(120),
        }),
      )
      .max(MAX_ROWS_PER_RECORD),
  }),
} as const;
