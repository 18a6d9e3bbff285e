import { z } from 'zod';
import { rupiahSchema } from '../domain/money.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { command, nothing, query } from './define.ts';
import { idSchema, textSchema } from './values.ts';

export const ticketLineSchema = z.strictObject({
  lineId: idSchema,
  productId: idSchema,
  name: z.string(),
  unit: z.string(),
  fractional: z.boolean(),
  quantityThousandths: thousandthsSchema,
  unitPriceRp: rupiahSchema,
  totalRp: rupiahSchema,
});
export type TicketLine = z.output<typeof ticketLineSchema>;

/** The open ticket. It lives in the engine, so a reload or a crash of the window loses nothing. */
export const ticketSchema = z.strictObject({
  ticketId: idSchema,
  /** Counts every change; paying names the revision it saw, so two windows can't pay differently. */
  revision: z.int(),
  lines: z.array(ticketLineSchema),
  totalRp: rupiahSchema,
  /** Zero or negative: cash is rounded down to Rp100. */
  cashRoundingRp: rupiahSchema,
  cashDueRp: rupiahSchema,
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
});
export type ParkedTicket = z.output<typeof parkedTicketSchema>;

const addedSchema = z.strictObject({ ticket: ticketSchema, lineId: idSchema });

/** Any whole number: the handler judges it, so that the cashier gets a sentence and not a schema. */
const quantityInput = z.int();

/**
 * Whatever a scanner sends, up to all that a QR code can hold: a payment code or a link that is
 * scanned by mistake is told apart from a barcode, not refused as a broken form.
 */
const scannedInput = z.string().max(7089);

export const tenderInputSchema = z.strictObject({
  kind: z.literal('cash'),
  /** Any whole number too: a barcode scanned into the money field is told apart from a payment. */
  receivedRp: rupiahSchema,
});

export const paidSaleSchema = z.strictObject({
  saleId: idSchema,
  receipt: z.string(),
  totalRp: rupiahSchema,
  cashRoundingRp: rupiahSchema,
  dueRp: rupiahSchema,
  receivedRp: rupiahSchema,
  changeRp: rupiahSchema,
  lineCount: z.int(),
  /** First 12 hex digits of the record's hash, as printed: `7C41-E09A-B2D8`. */
  check: z.string(),
  /** `null` where no printer is set. */
  printJobId: idSchema.nullable(),
});
export type PaidSale = z.output<typeof paidSaleSchema>;

export const tillContract = {
  ticket: query({ permission: 'sale.make', input: nothing, output: ticketSchema }),
  /** A barcode or PLU as scanned or typed. The same product again adds to its line. */
  scan: command({
    permission: 'sale.make',
    input: z.strictObject({ code: scannedInput, quantityThousandths: quantityInput.default(1000) }),
    output: addedSchema,
  }),
  addProduct: command({
    permission: 'sale.make',
    input: z.strictObject({ productId: idSchema, quantityThousandths: quantityInput.default(1000) }),
    output: addedSchema,
  }),
  setQuantity: command({
    permission: 'sale.make',
    input: z.strictObject({ lineId: idSchema, quantityThousandths: quantityInput }),
    output: ticketSchema,
  }),
  /** Takes a line off the open ticket; that it was there is a record. */
  removeLine: command({
    permission: 'sale.make',
    input: z.strictObject({ lineId: idSchema }),
    output: ticketSchema,
  }),
  /** Empties the ticket: the buyer went away. A record. */
  abandon: command({
    permission: 'sale.make',
    input: z.strictObject({ ticketId: idSchema }),
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
    input: z.strictObject({ ticketId: idSchema }),
    output: z.strictObject({ left: z.int() }),
  }),
  /** Completes the sale. What was seen (`ticketId`, `revision`) must be what is paid. */
  pay: command({
    permission: 'sale.make',
    input: z.strictObject({
      ticketId: idSchema,
      revision: z.int(),
      tenders: z.array(tenderInputSchema).min(1).max(1),
    }),
    output: paidSaleSchema,
  }),
};
