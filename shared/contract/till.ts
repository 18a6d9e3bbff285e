import { z } from 'zod';
import { rupiahAmountSchema, rupiahSchema } from '../domain/money.ts';
import { tierSchema } from '../domain/tier.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import {
  discountSchema,
  priceReasonSchema,
  qrisEvidenceSchema,
  tenderSchema,
} from '../journal/sale-bodies.ts';
import { voidReasonSchema } from '../journal/parts.ts';
import { consumerCategorySchema, programmeCodeSchema } from '../domain/programmes/rules.ts';
import { verdictSchema } from '../domain/programmes/verdict.ts';
import { command, nothing, query } from './define.ts';
import { returnInputSchema } from './returns.ts';
import { idSchema, nameSchema, textSchema } from './values.ts';

export const ticketLineSchema = z.strictObject({
  lineId: idSchema,
  productId: idSchema,
  name: z.string(),
  /** The unit it is sold in, and how many base units one holds (1000 for the base unit itself). */
  unit: z.string(),
  baseUnit: z.string(),
  contentThousandths: z.int(),
  fractional: z.boolean(),
  quantityThousandths: thousandthsSchema,
  listPriceRp: rupiahSchema,
  unitPriceRp: rupiahSchema,
  reason: priceReasonSchema,
  grossRp: rupiahSchema,
  discounts: z.array(discountSchema),
  totalRp: rupiahSchema,
  /** The quantity follows from a sum printed on the label, so it can't be changed. */
  labelled: z.boolean(),
});
export type TicketLine = z.output<typeof ticketLineSchema>;

/** For whom the ticket is. Names are asked for elsewhere: a ticket is kept, and a name must be erasable. */
export const ticketBuyerSchema = z.strictObject({
  tier: tierSchema,
  /** Where the tier comes from: nobody chose one, the member or institution has it, or by hand. */
  tierBy: z.enum(['default', 'buyer', 'hand']),
  memberId: idSchema.nullable(),
  buyerId: idSchema.nullable(),
});
export type TicketBuyer = z.output<typeof ticketBuyerSchema>;

/** A QRIS payment of this ticket: shown is not paid. */
export const qrisPaymentSchema = z.strictObject({
  paymentId: idSchema,
  amountRp: rupiahSchema,
  state: z.enum(['waiting', 'confirmed']),
  /** What the code says, and its modules row by row (`1` is dark), to be drawn. */
  payload: z.string(),
  modules: z.array(z.string()),
  merchantName: z.string(),
  shownAt: z.int(),
});
export type QrisPayment = z.output<typeof qrisPaymentSchema>;

const ticketExchangeSchema = z.strictObject({
  saleId: idSchema,
  receipt: z.string(),
  lines: z.int(),
  /** What they are set against the new goods for. */
  totalRp: rupiahSchema,
});

/** What goods of government programmes on the ticket ask for, and what the rules of today say of them. */
export const ticketSubsidySchema = z.strictObject({
  /** Who buys, as registered; names are asked for elsewhere. */
  registrationId: idSchema.nullable(),
  category: consumerCategorySchema.nullable(),
  /** Who fetches it for the buyer. */
  proxyRegistrationId: idSchema.nullable(),
  verdict: verdictSchema,
  /** Whose count of the quotas it is: the store's own alone, or the district's as well. */
  knownBy: z.enum(['store', 'district']),
  /** Somebody with the right to do so has looked and allowed what the count refuses. */
  allowed: z.boolean(),
  /** Cylinders of each kind on the ticket: full ones out, of which bought or on loan, and empty ones in. */
  cylinders: z.array(
    z.strictObject({
      kind: programmeCodeSchema,
      refillThousandths: thousandthsSchema,
      boughtThousandths: thousandthsSchema,
      loanedThousandths: thousandthsSchema,
      /** Empty ones that come in: every full one that is neither bought with its cylinder nor on loan. */
      emptiesThousandths: thousandthsSchema,
      fullOnHandThousandths: thousandthsSchema,
      emptyOnHandThousandths: thousandthsSchema,
      /** What is rung up to buy a cylinder, or to take one on loan; null where the store has neither. */
      emptyProductId: idSchema.nullable(),
      depositProductId: idSchema.nullable(),
    }),
  ),
});
export type TicketSubsidy = z.output<typeof ticketSubsidySchema>;

/** The open ticket. It lives in the engine, so a reload or a crash of the window loses nothing. */
export const ticketSchema = z.strictObject({
  ticketId: idSchema,
  /** Counts every change; paying names the revision it saw, so two windows can't pay differently. */
  revision: z.int(),
  buyer: ticketBuyerSchema,
  lines: z.array(ticketLineSchema),
  totalRp: rupiahSchema,
  /** Everybody's price less the total. */
  savedRp: rupiahSchema,
  /** PPN within the total; null where the store is no PKP. */
  taxRp: rupiahSchema.nullable(),
  /** Zero or negative, where all of it is paid in cash. */
  cashRoundingRp: rupiahSchema,
  cashDueRp: rupiahSchema,
  /** The till's rounding step for cash; 0 for none. */
  cashStepRp: rupiahSchema,
  /** Goods that come back in the same errand, set against the total. */
  exchange: ticketExchangeSchema.nullable(),
  qris: z.array(qrisPaymentSchema),
  /** null while there are no goods of a programme on it. */
  subsidy: ticketSubsidySchema.nullable(),
  /** The receipt number this ticket will get if it is paid next. */
  nextReceipt: z.string(),
});
export type Ticket = z.output<typeof ticketSchema>;

/** A ticket put aside: its lines and prices stay as they were rung up. */
export const parkedTicketSchema = z.strictObject({
  ticketId: idSchema,
  /** Whose it is, as the cashier typed it; empty where the time must do. */
  label: z.string(),
  parkedAt: z.int(),
  parkedBy: z.string(),
  lines: z.array(ticketLineSchema),
  totalRp: rupiahSchema,
  /** A QRIS code was shown for it and nobody has said yet whether it was paid. */
  qrisWaiting: z.boolean(),
});
export type ParkedTicket = z.output<typeof parkedTicketSchema>;

/** What a code turned out to be. */
const scannedSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('line'), ticket: ticketSchema, lineId: idSchema }),
  /** A member's card: the ticket is theirs now. */
  z.strictObject({ what: z.literal('member'), ticket: ticketSchema, memberId: idSchema }),
  /** A receipt of this till: something is to be returned. */
  z.strictObject({ what: z.literal('receipt'), ticket: ticketSchema, saleId: idSchema }),
]);
export type Scanned = z.output<typeof scannedSchema>;

const addedSchema = z.strictObject({ ticket: ticketSchema, lineId: idSchema });

/** Any whole number: the handler judges it, so that the cashier gets a sentence and not a schema. */
const quantityInput = z.int();

/**
 * Whatever a scanner sends, up to all that a QR code can hold: a payment code or a link that is
 * scanned by mistake is told apart from a barcode, not refused as a broken form.
 */
const scannedInput = z.string().max(7089);

const referenceInput = textSchema(40);

/** How a part of the ticket is paid. Any whole amounts: the handler tells a slip from a payment. */
export const tenderInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cash'),
    receivedRp: rupiahSchema,
    /** Of the change, what the buyer chose to give away. */
    donationRp: rupiahAmountSchema.default(rupiahAmountSchema.parse(0)),
  }),
  /** A payment that was shown and confirmed. */
  z.strictObject({ kind: z.literal('qris'), paymentId: idSchema }),
  z.strictObject({ kind: z.literal('transfer'), amountRp: rupiahSchema, reference: referenceInput }),
  z.strictObject({ kind: z.literal('card'), amountRp: rupiahSchema, reference: referenceInput }),
  /** On the account of the ticket's member. */
  z.strictObject({ kind: z.literal('kasbon'), amountRp: rupiahSchema }),
  z.strictObject({ kind: z.literal('savings'), amountRp: rupiahSchema }),
  /** On the account of the ticket's institution. */
  z.strictObject({ kind: z.literal('invoice'), amountRp: rupiahSchema, dueDate: z.iso.date().nullable() }),
]);
export type TenderInput = z.input<typeof tenderInputSchema>;

export const paidSaleSchema = z.strictObject({
  saleId: idSchema,
  receipt: z.string(),
  totalRp: rupiahSchema,
  cashRoundingRp: rupiahSchema,
  dueRp: rupiahSchema,
  tenders: z.array(tenderSchema),
  /** Cash handed over and cash given back; both 0 where none was. */
  receivedRp: rupiahSchema,
  changeRp: rupiahSchema,
  lineCount: z.int(),
  /** First 12 hex digits of the record's hash, as printed: `7C41-E09A-B2D8`. */
  check: z.string(),
  /** The return of an exchange, and what of it was given back in cash. */
  exchange: z.strictObject({ returnId: idSchema, receipt: z.string(), cashRp: rupiahSchema }).nullable(),
  /** `null` where no printer is set. */
  printJobId: idSchema.nullable(),
});
export type PaidSale = z.output<typeof paidSaleSchema>;

export const tillContract = {
  ticket: query({ permission: 'sale.make', input: nothing, output: ticketSchema }),
  /**
   * A code as scanned or typed: goods, a pack, a weighed label, a member's card, a receipt. The same
   * product again adds to its line. The quantity is in the unit that the code names.
   */
  scan: command({
    permission: 'sale.make',
    input: z.strictObject({ code: scannedInput, quantityThousandths: quantityInput.default(1000) }),
    output: scannedSchema,
  }),
  addProduct: command({
    permission: 'sale.make',
    input: z.strictObject({
      productId: idSchema,
      /** One of the product's units; null for its base unit. */
      unit: nameSchema(20).nullable().default(null),
      quantityThousandths: quantityInput.default(1000),
    }),
    output: addedSchema,
  }),
  setQuantity: command({
    permission: 'sale.make',
    input: z.strictObject({ lineId: idSchema, quantityThousandths: quantityInput }),
    output: ticketSchema,
  }),
  /** Sells a line by another of its product's units: the same number of them. */
  setUnit: command({
    permission: 'sale.make',
    input: z.strictObject({ lineId: idSchema, unit: nameSchema(20) }),
    output: ticketSchema,
  }),
  /** A price set by hand, with its reason; null gives the line its own price back. */
  setPrice: command({
    permission: 'sale.make',
    input: z.strictObject({
      lineId: idSchema,
      unitPriceRp: rupiahAmountSchema.nullable(),
      reason: textSchema(60).default(''),
      approvalId: idSchema.nullable().default(null),
    }),
    output: ticketSchema,
  }),
  /** An amount off a line, with its reason; 0 takes it away again. */
  setDiscount: command({
    permission: 'sale.make',
    input: z.strictObject({
      lineId: idSchema,
      discountRp: rupiahAmountSchema,
      reason: textSchema(60).default(''),
      approvalId: idSchema.nullable().default(null),
    }),
    output: ticketSchema,
  }),
  /** For whom the ticket is: a member, an institution, or nobody; and whose prices, where chosen by hand. */
  setBuyer: command({
    permission: 'sale.make',
    input: z.strictObject({
      memberId: idSchema.nullable(),
      buyerId: idSchema.nullable(),
      /** null for the tier that the buyer has. */
      tier: tierSchema.nullable().default(null),
      approvalId: idSchema.nullable().default(null),
    }),
    output: ticketSchema,
  }),
  /** Who buys the goods of a programme, as what, and who fetches them; null for nobody. */
  setSubsidyBuyer: command({
    permission: 'sale.make',
    input: z.strictObject({
      registrationId: idSchema.nullable(),
      category: consumerCategorySchema.nullable().default(null),
      proxyRegistrationId: idSchema.nullable().default(null),
    }),
    output: ticketSchema,
  }),
  /** Somebody with the right to do so looked and allowed what the store's own count of a quota refuses. */
  allowQuota: command({
    permission: 'sale.make',
    input: z.strictObject({
      ticketId: idSchema,
      programme: programmeCodeSchema,
      approvalId: idSchema.nullable().default(null),
    }),
    output: ticketSchema,
  }),
  /** Takes the goods that the rules refuse off the ticket, on record; everything else stays. */
  dropRefused: command({
    permission: 'sale.make',
    input: z.strictObject({ ticketId: idSchema }),
    output: ticketSchema,
  }),
  /** Rings up what a waiting buyer asked for and makes them the ticket's buyer, in one step. */
  serveWaiting: command({
    permission: 'sale.make',
    input: z.strictObject({ entryId: idSchema }),
    output: ticketSchema,
  }),
  /** Takes a line off the open ticket; that it was there, and why it went, is a record. */
  removeLine: command({
    permission: 'sale.make',
    input: z.strictObject({
      lineId: idSchema,
      reason: voidReasonSchema.default('mistake'),
      note: textSchema(80).default(''),
    }),
    output: ticketSchema,
  }),
  /** Empties the ticket: the buyer went away. A record with its reason. */
  abandon: command({
    permission: 'sale.make',
    input: z.strictObject({
      ticketId: idSchema,
      reason: voidReasonSchema.default('changed-mind'),
      note: textSchema(80).default(''),
    }),
    output: ticketSchema,
  }),
  /** Puts the open ticket aside and begins an empty one. What was seen is what is put aside. */
  park: command({
    permission: 'sale.make',
    input: z.strictObject({ ticketId: idSchema, revision: z.int(), label: textSchema(40).default('') }),
    output: ticketSchema,
  }),
  /** Tickets put aside, the oldest first. */
  parked: query({ permission: 'sale.make', input: nothing, output: z.array(parkedTicketSchema) }),
  /** Calls a ticket back. Refused while there are goods on the open one: nothing is ever mixed. */
  recall: command({
    permission: 'sale.make',
    input: z.strictObject({ ticketId: idSchema }),
    output: ticketSchema,
  }),
  /** The buyer of a ticket put aside does not come back. A record, as with the open ticket. */
  abandonParked: command({
    permission: 'sale.make',
    input: z.strictObject({
      ticketId: idSchema,
      reason: voidReasonSchema.default('changed-mind'),
      note: textSchema(80).default(''),
    }),
    output: z.strictObject({ left: z.int() }),
  }),
  /** Shows a QRIS code over an amount. Nothing is paid by it: the payment waits to be confirmed. */
  showQris: command({
    permission: 'sale.make',
    input: z.strictObject({ ticketId: idSchema, revision: z.int(), amountRp: rupiahSchema }),
    output: ticketSchema,
  }),
  /** The cashier has seen that a QRIS payment arrived, and says where. */
  confirmQris: command({
    permission: 'sale.make',
    input: z.strictObject({
      paymentId: idSchema,
      evidence: qrisEvidenceSchema,
      reference: referenceInput.default(''),
    }),
    output: ticketSchema,
  }),
  /** Takes back a code that was shown and not paid. */
  cancelQris: command({
    permission: 'sale.make',
    input: z.strictObject({ paymentId: idSchema }),
    output: ticketSchema,
  }),
  /** Prints the waiting code, for a buyer who can't scan the screen. */
  printQris: command({
    permission: 'sale.make',
    input: z.strictObject({ paymentId: idSchema }),
    output: z.strictObject({ printJobId: idSchema }),
  }),
  /** Sets goods that come back against the open ticket: the buyer takes something else for them. */
  beginExchange: command({ permission: 'sale.make', input: returnInputSchema, output: ticketSchema }),
  cancelExchange: command({ permission: 'sale.make', input: nothing, output: ticketSchema }),
  /** Completes the sale. What was seen (`ticketId`, `revision`, `totalRp`) must be what is paid. */
  pay: command({
    permission: 'sale.make',
    input: z.strictObject({
      ticketId: idSchema,
      revision: z.int(),
      totalRp: rupiahSchema,
      tenders: z.array(tenderInputSchema).min(1).max(10),
      /** For a debtor's limit that this sale passes. */
      approvalId: idSchema.nullable().default(null),
    }),
    output: paidSaleSchema,
  }),
};
