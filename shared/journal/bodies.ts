import { z } from 'zod';
import { businessDateSchema, instantSchema } from '../domain/business-date.ts';
import { rupiahSchema } from '../domain/money.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { roleSchema } from '../contract/permissions.ts';
import { storeProfileSchema } from '../contract/setup.ts';
import { countRowSchema, drawerReasonSchema, varianceReasonSchema } from '../contract/cash.ts';
import { hexHash, id, lotTakenSchema, MAX_ROWS_PER_RECORD, ownerSchema, perpetualSchema } from './parts.ts';
import { catalogBodies } from './catalog-bodies.ts';
import { memberBodies } from './member-bodies.ts';
import { programmeBodies } from './programme-bodies.ts';
import { saleBodies } from './sale-bodies.ts';

/**
 * The body of every record type. A type's name carries its version (`sale-completed/1`): a changed
 * shape is a new type beside the old one, because records already written are never rewritten.
 *
 * A body never holds a NIK, a PIN, a key that could sign, or a member's or buyer's name, phone or
 * address; those live in the vault. Staff are named: they answer for what they do.
 */

export const productRowSchema = z.strictObject({
  productId: id,
  name: z.string().min(1).max(120),
  brand: z.string().max(60),
  category: z.string().min(1).max(60),
  unit: z.string().min(1).max(20),
  priceRp: rupiahSchema.nullable(),
  costRp: rupiahSchema.nullable(),
  plu: z.string().nullable(),
  /** Normalised to GTIN-14, so that every way of scanning the same code finds it. */
  gtins: z.array(z.string().regex(/^\d{14}$/)),
  fractional: z.boolean(),
  active: z.boolean(),
});
export type ProductRow = z.output<typeof productRowSchema>;

/** A line of the first till: one unit, one price, no discount. */
const saleLineV1Schema = z.strictObject({
  lineId: id,
  productId: id,
  name: z.string(),
  unit: z.string(),
  category: z.string(),
  quantityThousandths: thousandthsSchema,
  unitPriceRp: rupiahSchema,
  totalRp: rupiahSchema,
  /** Which price rule set the unit price: `list` is the product's own price. */
  priceRule: z.string(),
  /** Which government programme judged the line, null for none. */
  programmeRule: z.string().nullable(),
  lots: z.array(lotTakenSchema).min(1),
});
/** The first till took cash only. */
const tenderV1Schema = z.strictObject({
  kind: z.literal('cash'),
  /** What the tender settles. */
  amountRp: rupiahSchema,
  /** What the buyer handed over, and what went back. */
  receivedRp: rupiahSchema,
  changeRp: rupiahSchema,
});

/** Sums of one business day, as the first till had them. */
const dayTotalsV1Schema = z.strictObject({
  saleCount: z.int(),
  lineCount: z.int(),
  /** Sum of sale totals before cash rounding. */
  grossRp: rupiahSchema,
  /** Zero or negative. */
  roundingRp: rupiahSchema,
  /** Paid in cash, after rounding. */
  cashRp: rupiahSchema,
  voidedLines: z.int(),
  voidedRp: rupiahSchema,
  abandonedTickets: z.int(),
  reprints: z.int(),
});
const zBodyV1Schema = z.strictObject({
  zId: id,
  number: z.int().min(1),
  openedAt: instantSchema,
  /** First record of the day, and the last one before this Z. */
  firstSeq: z.int().min(1),
  lastSeq: z.int().min(1),
  headHash: hexHash,
  previousZHash: hexHash.nullable(),
  shifts: z.int().min(0),
  totals: dayTotalsV1Schema,
  tenders: z.array(z.strictObject({ kind: z.string(), count: z.int(), amountRp: rupiahSchema })),
  categories: z.array(
    z.strictObject({
      category: z.string(),
      lines: z.int(),
      quantityThousandths: thousandthsSchema,
      amountRp: rupiahSchema,
    }),
  ),
  cashVarianceRp: rupiahSchema,
  perpetual: perpetualSchema,
  /** Ed25519 over `zSigningBytes` of this body without the signature, 128 hex digits. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
export const recordBodies = {
  'till-initialised/1': z.strictObject({
    /** Identity of this chain; the district knows the till by it. */
    tillId: id,
    /** Ed25519 public key, 64 hex digits. */
    publicKey: hexHash,
    profile: storeProfileSchema,
    /** True for the example store: a district accepts its records only for trial. */
    example: z.boolean(),
    software: z.string().max(40),
  }),
  /** The store moved, changed its name or became PKP. Code, till and time zone stay what the chain began with. */
  'store-profile-changed/1': z.strictObject({ profile: storeProfileSchema }),
  'till-enrolled/1': z.strictObject({
    districtUrl: z.string().max(300),
    districtName: z.string().max(120),
    /** Public key that countersigns acknowledgements. */
    districtKey: hexHash,
  }),
  'staff-added/1': z.strictObject({ staffId: id, name: z.string().min(1).max(60), role: roleSchema }),
  'staff-active-set/1': z.strictObject({ staffId: id, active: z.boolean() }),
  'staff-pin-set/1': z.strictObject({ staffId: id }),
  'signed-in/1': z.strictObject({ staffId: id }),
  'signed-out/1': z.strictObject({ staffId: id }),
  /** Too many wrong PINs in a row. */
  'sign-in-locked/1': z.strictObject({ staffId: id, tries: z.int(), until: instantSchema }),
  'product-saved/1': productRowSchema,
  'products-imported/1': z.strictObject({
    importId: id,
    fileName: z.string().max(255),
    part: z.int().min(1),
    parts: z.int().min(1),
    products: z.array(productRowSchema).min(1).max(MAX_ROWS_PER_RECORD),
  }),
  /** Stock that was there before the till: one lot for each line. */
  'opening-stock/1': z.strictObject({
    part: z.int().min(1),
    parts: z.int().min(1),
    lots: z
      .array(
        z.strictObject({
          lotId: id,
          productId: id,
          owner: ownerSchema,
          quantityThousandths: thousandthsSchema,
          unitCostRp: rupiahSchema.nullable(),
        }),
      )
      .min(1)
      .max(MAX_ROWS_PER_RECORD),
  }),
  'day-opened/1': z.strictObject({ businessDate: businessDateSchema }),
  'shift-opened/1': z.strictObject({
    shiftId: id,
    number: z.int().min(1),
    cashierId: id,
    cashier: z.string(),
    floatRp: rupiahSchema,
  }),
  /** The blind count, locked before the books are shown. */
  'cash-counted/1': z.strictObject({
    shiftId: id,
    counts: z.array(countRowSchema),
    countedRp: rupiahSchema,
    expectedRp: rupiahSchema,
    cashSalesRp: rupiahSchema,
    cashSaleCount: z.int(),
  }),
  'shift-closed/1': z.strictObject({
    shiftId: id,
    varianceRp: rupiahSchema,
    reason: varianceReasonSchema.nullable(),
    note: z.string().max(200),
  }),
  'day-closed/1': zBodyV1Schema,
  'sale-completed/1': z.strictObject({
    saleId: id,
    shiftId: id,
    cashier: z.string(),
    /** Gapless from 1 and never reset; `receipt` is how it is printed. */
    number: z.int().min(1),
    receipt: z.string(),
    lines: z.array(saleLineV1Schema).min(1),
    totalRp: rupiahSchema,
    roundingRp: rupiahSchema,
    dueRp: rupiahSchema,
    tenders: z.array(tenderV1Schema).min(1),
    /** Perpetual gross after this sale, so that a missing sale shows on the next. */
    perpetualGrossRp: rupiahSchema,
  }),
  /** A line, or part of one, was taken off an open ticket. */
  'line-voided/1': z.strictObject({
    ticketId: id,
    lineId: id,
    productId: id,
    name: z.string(),
    quantityThousandths: thousandthsSchema,
    amountRp: rupiahSchema,
  }),
  'ticket-abandoned/1': z.strictObject({ ticketId: id, lines: z.int(), amountRp: rupiahSchema }),
  'receipt-reprinted/1': z.strictObject({ saleId: id, receipt: z.string(), copy: z.int().min(1) }),
  /** The drawer was told to open without a sale. Written before the pulse: nothing here can feel a drawer. */
  'drawer-opened/1': z.strictObject({ shiftId: id, reason: drawerReasonSchema, note: z.string().max(80) }),
  /** The wall clock went back, or leapt, between two records. */
  'clock-jumped/1': z.strictObject({ fromAt: instantSchema, toAt: instantSchema }),
  ...memberBodies,
  ...saleBodies,
  ...catalogBodies,
  ...programmeBodies,
} as const;

export type RecordType = keyof typeof recordBodies;
export type RecordBodies = { readonly [T in RecordType]: z.output<(typeof recordBodies)[T]> };
