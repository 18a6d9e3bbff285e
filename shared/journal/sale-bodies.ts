import { z } from 'zod';
import { countRowSchema } from '../contract/cash.ts';
import { businessDateSchema, instantSchema } from '../domain/business-date.ts';
import { rupiahSchema } from '../domain/money.ts';
import { tierSchema } from '../domain/tier.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { taxClassSchema } from '../domain/tax.ts';
import {
  approvalActionSchema,
  hexHash,
  id,
  lotTakenSchema,
  perpetualSchema,
  saleBuyerSchema,
  voidReasonSchema,
} from './parts.ts';

/** Bodies of the cashier's desk: sales with packs, prices, tax and tenders, returns, approvals, debts paid. */

/** Which rule set a line's unit price. */
export const priceReasonSchema = z.discriminatedUnion('kind', [
  /** Everybody's price of the day. */
  z.strictObject({ kind: z.literal('list') }),
  z.strictObject({ kind: z.literal('tier'), tier: tierSchema }),
  z.strictObject({ kind: z.literal('quantity'), tier: tierSchema, fromThousandths: z.int() }),
  z.strictObject({ kind: z.literal('manual'), reason: z.string() }),
  /** A ceiling by law held the price down. */
  z.strictObject({ kind: z.literal('ceiling') }),
  /** The sum on an in-store label; the quantity was worked out from it. */
  z.strictObject({ kind: z.literal('label') }),
]);
export type PriceReason = z.output<typeof priceReasonSchema>;

/** What was taken off a line, and by which rule. */
export const discountSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('promotion'), promotionId: id, name: z.string(), amountRp: rupiahSchema }),
  z.strictObject({ kind: z.literal('manual'), reason: z.string(), amountRp: rupiahSchema }),
]);
export type Discount = z.output<typeof discountSchema>;

export const saleLineSchema = z.strictObject({
  lineId: id,
  productId: id,
  name: z.string(),
  category: z.string(),
  /** The unit it was sold in, and how many base units one of them holds; 1000 for the base unit itself. */
  unit: z.string(),
  quantityThousandths: thousandthsSchema,
  baseUnit: z.string(),
  contentThousandths: z.int().min(1),
  /** What left the shelf, in base units. */
  baseQuantityThousandths: thousandthsSchema,
  /** Everybody's price of one unit, to say what was saved. */
  listPriceRp: rupiahSchema,
  unitPriceRp: rupiahSchema,
  priceReason: priceReasonSchema,
  /** Unit price times quantity, or what the label said. */
  grossRp: rupiahSchema,
  discounts: z.array(discountSchema).max(4),
  /** Gross less discounts, tax included. */
  totalRp: rupiahSchema,
  taxClass: taxClassSchema,
  /** PPN within the total. */
  taxRp: rupiahSchema,
  /** Who allowed a price or discount set by hand. */
  approvalId: id.nullable(),
  /** Batch and best-before as the pack's own code said. */
  batch: z.string().max(20).nullable(),
  expiry: businessDateSchema.nullable(),
  /** Which government programme judged the line, null for none. */
  programmeRule: z.string().nullable(),
  lots: z.array(lotTakenSchema).min(1),
});
export type SaleLine = z.output<typeof saleLineSchema>;

/** A number the acquirer, the bank or the terminal shows. */
const reference = z.string().max(40);

/** Where the cashier saw that a QRIS payment had arrived. */
export const qrisEvidenceSchema = z.enum(['app', 'notification', 'device']);
export type QrisEvidence = z.output<typeof qrisEvidenceSchema>;

export const tenderSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cash'),
    /** What the tender settles; received = settled + change + donation. */
    amountRp: rupiahSchema,
    receivedRp: rupiahSchema,
    changeRp: rupiahSchema,
    /** Change the buyer chose to give away. Never assumed. */
    donationRp: rupiahSchema,
  }),
  z.strictObject({
    kind: z.literal('qris'),
    amountRp: rupiahSchema,
    paymentId: id,
    evidence: qrisEvidenceSchema,
    reference,
    confirmedBy: z.string(),
  }),
  /** To the co-operative's bank account. */
  z.strictObject({ kind: z.literal('transfer'), amountRp: rupiahSchema, reference }),
  /** Debit card on the bank's own terminal (EDC). */
  z.strictObject({ kind: z.literal('card'), amountRp: rupiahSchema, reference }),
  /** On the member's account, to be paid by a date. */
  z.strictObject({
    kind: z.literal('kasbon'),
    amountRp: rupiahSchema,
    memberId: id,
    dueDate: businessDateSchema,
  }),
  /** From the member's voluntary savings, never from those that membership rests on. */
  z.strictObject({ kind: z.literal('savings'), amountRp: rupiahSchema, memberId: id }),
  /** On the account of an institution, to be paid by a date. */
  z.strictObject({
    kind: z.literal('invoice'),
    amountRp: rupiahSchema,
    buyerId: id,
    dueDate: businessDateSchema,
  }),
  /** Goods given back in the same errand. */
  z.strictObject({ kind: z.literal('exchange'), amountRp: rupiahSchema, returnId: id }),
]);
export type Tender = z.output<typeof tenderSchema>;
export type TenderKind = Tender['kind'];

/** The PPN rule of the day a sale was made on, with what it gave. */
export const saleTaxSchema = z.strictObject({
  rateBp: z.int(),
  baseNumerator: z.int().min(1),
  baseDenominator: z.int().min(1),
  decree: z.string(),
  /** Dasar pengenaan pajak. */
  baseRp: rupiahSchema,
  taxRp: rupiahSchema,
});
export type SaleTax = z.output<typeof saleTaxSchema>;

export const saleBodySchema = z.strictObject({
  saleId: id,
  shiftId: id,
  cashier: z.string(),
  /** Gapless from 1 and never reset; `receipt` is how it is printed. */
  number: z.int().min(1),
  receipt: z.string(),
  buyer: saleBuyerSchema,
  lines: z.array(saleLineSchema).min(1),
  totalRp: rupiahSchema,
  /** Null where the store is no PKP: it collects no PPN and prints none. */
  tax: saleTaxSchema.nullable(),
  /** Cash is rounded down to this step; 0 for none. */
  cashStepRp: rupiahSchema,
  /** Zero or negative, only where a part is paid in cash. */
  roundingRp: rupiahSchema,
  dueRp: rupiahSchema,
  tenders: z.array(tenderSchema).min(1).max(12),
  /** Approvals this sale used beside those of its lines: a limit passed, a tier chosen by hand. */
  approvalIds: z.array(id).max(8),
  /** Perpetual gross after this sale, so that a missing sale shows on the next. */
  perpetualGrossRp: rupiahSchema,
});
export type SaleBody = z.output<typeof saleBodySchema>;

/** Goods of one line that came back. */
export const returnedLineSchema = z.strictObject({
  /** The line of the sale it was sold on. */
  lineId: id,
  productId: id,
  name: z.string(),
  category: z.string(),
  unit: z.string(),
  /** What comes back now, and what the line had sold: no line ever gives back more. */
  quantityThousandths: thousandthsSchema,
  soldThousandths: thousandthsSchema,
  baseUnit: z.string(),
  baseQuantityThousandths: thousandthsSchema,
  unitPriceRp: rupiahSchema,
  /** What this part of the line cost, discounts and tax included. */
  totalRp: rupiahSchema,
  taxRp: rupiahSchema,
  /** Damaged goods stay out of the stock that can be sold. */
  condition: z.enum(['sellable', 'damaged']),
  lots: z
    .array(
      lotTakenSchema.extend({
        /** Cost that comes back with this part; parts of a lot add up to what its sale had cost. */
        costRp: rupiahSchema.nullable(),
      }),
    )
    .min(1),
});
export type ReturnedLine = z.output<typeof returnedLineSchema>;

export const refundSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), amountRp: rupiahSchema }),
  z.strictObject({ kind: z.literal('qris'), amountRp: rupiahSchema, reference }),
  z.strictObject({ kind: z.literal('transfer'), amountRp: rupiahSchema, reference }),
  z.strictObject({ kind: z.literal('card'), amountRp: rupiahSchema, reference }),
  /** Off what the member or institution still owes for the sale. */
  z.strictObject({ kind: z.literal('kasbon'), amountRp: rupiahSchema, memberId: id }),
  z.strictObject({ kind: z.literal('invoice'), amountRp: rupiahSchema, buyerId: id }),
  z.strictObject({ kind: z.literal('savings'), amountRp: rupiahSchema, memberId: id }),
  /** Set against other goods: the sale that follows has it as a tender. */
  z.strictObject({ kind: z.literal('exchange'), amountRp: rupiahSchema }),
]);
export type Refund = z.output<typeof refundSchema>;

export const returnReasonSchema = z.enum([
  'wrong-item',
  'damaged',
  'expired',
  'changed-mind',
  'other',
  /** A cylinder on loan is back, and its deposit goes out. */
  'cylinder-back',
]);
export type ReturnReason = z.output<typeof returnReasonSchema>;

export const returnBodySchema = z.strictObject({
  returnId: id,
  shiftId: id,
  cashier: z.string(),
  /** Gapless from 1, a series of its own. */
  number: z.int().min(1),
  receipt: z.string(),
  /** What it is a return of. */
  sale: z.strictObject({
    saleId: id,
    number: z.int().min(1),
    receipt: z.string(),
    businessDate: businessDateSchema.nullable(),
    memberId: id.nullable(),
    buyerId: id.nullable(),
  }),
  lines: z.array(returnedLineSchema).min(1),
  totalRp: rupiahSchema,
  taxRp: rupiahSchema,
  /** What is given back differs from the total by this: the rounding of the sale comes back too. */
  roundingRp: rupiahSchema,
  refundRp: rupiahSchema,
  refunds: z.array(refundSchema).min(1).max(8),
  reason: returnReasonSchema,
  note: z.string().max(120),
  approvalId: id.nullable(),
  approvedBy: z.string(),
  /** Perpetual refunds after this one. */
  perpetualRefundRp: rupiahSchema,
});
export type ReturnBody = z.output<typeof returnBodySchema>;

/** Sums of one business day of one till; district and till derive it with the same function. */
export const dayTotalsSchema = z.strictObject({
  saleCount: z.int(),
  lineCount: z.int(),
  /** Sum of sale totals before cash rounding. */
  grossRp: rupiahSchema,
  /** Rounding of sales and of returns. */
  roundingRp: rupiahSchema,
  /** Cash that sales brought, after rounding and change. */
  cashRp: rupiahSchema,
  voidedLines: z.int(),
  voidedRp: rupiahSchema,
  abandonedTickets: z.int(),
  reprints: z.int(),
  /** What promotions and discounts by hand took off. */
  discountRp: rupiahSchema,
  /** PPN within sales, less that within returns. */
  taxRp: rupiahSchema,
  returnCount: z.int(),
  /** Sum of return totals before rounding. */
  returnRp: rupiahSchema,
  cashRefundRp: rupiahSchema,
  /** Kasbon and invoices paid, whatever was paid with, and the cash among it. */
  debtPaidCount: z.int(),
  debtPaidRp: rupiahSchema,
  cashDebtPaidRp: rupiahSchema,
  /** Change that buyers chose to give away. */
  donationRp: rupiahSchema,
});
export type DayTotals = z.output<typeof dayTotalsSchema>;

const byTender = z.array(z.strictObject({ kind: z.string(), count: z.int(), amountRp: rupiahSchema }));

export const zBodySchema = z.strictObject({
  zId: id,
  number: z.int().min(1),
  openedAt: instantSchema,
  /** First record of the day, and the last one before this Z. */
  firstSeq: z.int().min(1),
  lastSeq: z.int().min(1),
  headHash: hexHash,
  previousZHash: hexHash.nullable(),
  shifts: z.int().min(0),
  totals: dayTotalsSchema,
  tenders: byTender,
  refunds: byTender,
  debtPayments: byTender,
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
export type ZBody = z.output<typeof zBodySchema>;

export const saleBodies = {
  'sale-completed/2': saleBodySchema,
  'sale-returned/1': returnBodySchema,
  /** A line, or part of one, was taken off an open ticket. */
  'line-voided/2': z.strictObject({
    ticketId: id,
    lineId: id,
    productId: id,
    name: z.string(),
    unit: z.string(),
    quantityThousandths: thousandthsSchema,
    amountRp: rupiahSchema,
    reason: voidReasonSchema,
    note: z.string().max(80),
  }),
  'ticket-abandoned/2': z.strictObject({
    ticketId: id,
    lines: z.int(),
    amountRp: rupiahSchema,
    reason: voidReasonSchema,
    note: z.string().max(80),
  }),
  /** The blind count, locked before the books are shown. */
  'cash-counted/2': z.strictObject({
    shiftId: id,
    counts: z.array(countRowSchema),
    countedRp: rupiahSchema,
    /** Float, cash of sales and of debts paid, less cash given back. */
    expectedRp: rupiahSchema,
    cashSalesRp: rupiahSchema,
    cashSaleCount: z.int(),
    cashRefundsRp: rupiahSchema,
    cashRefundCount: z.int(),
    cashDebtsRp: rupiahSchema,
    cashDebtCount: z.int(),
  }),
  'day-closed/2': zBodySchema,
  /** Somebody with the right to do so allowed one exact action, by PIN. */
  'approval-given/1': z.strictObject({
    approvalId: id,
    action: approvalActionSchema,
    /** Exactly what was allowed, as canonical JSON without names. */
    subject: z.string().max(4000),
    amountRp: rupiahSchema,
    approverId: id,
    approver: z.string(),
    requesterId: id,
    requester: z.string(),
  }),
  /** A member or an institution paid off a part of what it owes. */
  'debt-paid/1': z.strictObject({
    paymentId: id,
    shiftId: id,
    cashier: z.string(),
    /** Gapless from 1, a series of its own. */
    number: z.int().min(1),
    receipt: z.string(),
    debtor: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('member'), memberId: id }),
      z.strictObject({ kind: z.literal('buyer'), buyerId: id }),
    ]),
    /** What comes off the debt. */
    amountRp: rupiahSchema,
    /** Zero or negative: only where a debt is paid off whole in cash. */
    roundingRp: rupiahSchema,
    tender: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('cash'),
        amountRp: rupiahSchema,
        receivedRp: rupiahSchema,
        changeRp: rupiahSchema,
      }),
      z.strictObject({ kind: z.literal('qris'), amountRp: rupiahSchema, reference }),
      z.strictObject({ kind: z.literal('transfer'), amountRp: rupiahSchema, reference }),
      z.strictObject({ kind: z.literal('card'), amountRp: rupiahSchema, reference }),
      z.strictObject({ kind: z.literal('savings'), amountRp: rupiahSchema, memberId: id }),
    ]),
    /** Which sales it pays off, the oldest first. */
    allocations: z
      .array(z.strictObject({ saleId: id, amountRp: rupiahSchema }))
      .min(1)
      .max(500),
    /** What is still owed after it. */
    leftRp: rupiahSchema,
  }),
} as const;
