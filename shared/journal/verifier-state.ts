import { z } from 'zod';
import { perpetualSchema } from './parts.ts';
import { dayTotalsSchema } from './sale-bodies.ts';
import { EMPTY_HEAD } from './chain.ts';
import { businessDateSchema } from '../domain/business-date.ts';
import { NO_RUPIAH, rupiahSchema } from '../domain/money.ts';
import {
  priceRuleSchema,
  programmeGoodsSchema,
  programmePlaceSchema,
  type ProgrammePlace,
} from '../domain/programmes/rules.ts';

const sinceSecond = z.int().default(0);
const moneySinceSecond = rupiahSchema.default(NO_RUPIAH);

/** A state that was put away before returns and debts were counted had seen none of them. */
const storedTotalsSchema = dayTotalsSchema.extend({
  discountRp: moneySinceSecond,
  taxRp: moneySinceSecond,
  returnCount: sinceSecond,
  returnRp: moneySinceSecond,
  cashRefundRp: moneySinceSecond,
  debtPaidCount: sinceSecond,
  debtPaidRp: moneySinceSecond,
  cashDebtPaidRp: moneySinceSecond,
  donationRp: moneySinceSecond,
});

const hexHash = z.string().regex(/^[0-9a-f]{64}$/);

const explainedLines = z.array(
  z.strictObject({ lineId: z.uuid(), productId: z.uuid(), baseThousandths: z.int(), totalRp: z.int() }),
);

/** The kinds of cylinders it has been said to have moved. */
const cylinders = z.array(z.string()).default([]);

const NO_PLACE: ProgrammePlace = { region: '', sellerTier: '' };

/** What has been said of government programmes that later records must agree with. */
const programmeStateSchema = z.strictObject({
  /** By product. */
  goods: z.record(z.string(), programmeGoodsSchema.omit({ productId: true })),
  /** By rule. */
  prices: z.record(
    z.string(),
    priceRuleSchema.pick({ priceKind: true, amountRp: true, decree: true }).extend({
      /** null in a state that was put away before it was remembered. */
      scope: priceRuleSchema
        .pick({
          programme: true,
          region: true,
          zone: true,
          sellerTier: true,
          validFrom: true,
          validTo: true,
          active: true,
        })
        .nullable()
        .default(null),
    }),
  ),
  /** By programme; of one that is missing nothing is asked. */
  inUse: z.record(z.string(), z.boolean()).default({}),
  place: programmePlaceSchema.default(NO_PLACE),
  /** What of each claim is still open. */
  claims: z.record(z.string(), z.int()),
  /** The last sale and the last return, with their lines of goods of programmes and cylinders. */
  sale: z
    .strictObject({ saleId: z.uuid(), explained: z.boolean(), lines: explainedLines, cylinders })
    .nullable(),
  returned: z.strictObject({ returnId: z.uuid(), lines: explainedLines, cylinders }).nullable(),
});
export type ProgrammeState = z.output<typeof programmeStateSchema>;

const NO_PROGRAMMES: ProgrammeState = {
  goods: {},
  prices: {},
  inUse: {},
  place: NO_PLACE,
  claims: {},
  sale: null,
  returned: null,
};

/**
 * All that a verifier must remember of the records behind it to judge the next one. It is plain JSON,
 * so that whoever receives a chain in parts (the district, a night at a time) puts it away between two
 * parts and goes on where it stopped, without reading years of records again.
 */
export const verifierStateSchema = z.strictObject({
  head: z.strictObject({ seq: z.int().min(0), hash: hexHash }),
  /** Who the first record says this chain is; null before it. */
  till: z.strictObject({ tillId: z.uuid(), publicKey: hexHash }).nullable(),
  /** Number of the last receipt. */
  receipts: z.int().min(0),
  /** Numbers of the last return and of the last debt payment. */
  returns: sinceSecond,
  debtPayments: sinceSecond,
  perpetual: perpetualSchema,
  lastZ: z
    .strictObject({ number: z.int().min(1), hash: hexHash, businessDate: businessDateSchema })
    .nullable(),
  /** The open business day: its date, its first record and what has been added up since. */
  day: z
    .strictObject({ businessDate: businessDateSchema, firstSeq: z.int().min(1), totals: storedTotalsSchema })
    .nullable(),
  /** A state that was put away before there were programmes had seen none. */
  programmes: programmeStateSchema.default(NO_PROGRAMMES),
});
export type VerifierState = z.output<typeof verifierStateSchema>;

/** Before the first record of a chain. */
export const EMPTY_VERIFIER_STATE: VerifierState = {
  head: EMPTY_HEAD,
  till: null,
  receipts: 0,
  returns: 0,
  debtPayments: 0,
  perpetual: { grossRp: NO_RUPIAH, voidRp: NO_RUPIAH, refundRp: NO_RUPIAH, netRp: NO_RUPIAH },
  lastZ: null,
  day: null,
  programmes: NO_PROGRAMMES,
};
