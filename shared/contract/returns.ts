import { z } from 'zod';
import { rupiahSchema } from '../domain/money.ts';
import { REFUND_WAYS } from '../domain/refunds.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { refundSchema, returnReasonSchema, tenderSchema } from '../journal/sale-bodies.ts';
import { command, query } from './define.ts';
import { idSchema, textSchema } from './values.ts';

/** Which goods of a sale come back. */
export const returnLineInputSchema = z.strictObject({
  lineId: idSchema,
  /** Any whole number: the handler judges it, so that the cashier gets a sentence. */
  quantityThousandths: z.int(),
  condition: z.enum(['sellable', 'damaged']),
});

/** A return as it is asked for; who is paid back how is chosen for a return alone. */
export const returnInputSchema = z.strictObject({
  saleId: idSchema,
  lines: z.array(returnLineInputSchema).min(1).max(500),
  reason: returnReasonSchema,
  note: textSchema(120).default(''),
  approvalId: idSchema.nullable().default(null),
});

/** A line of a sale as whoever takes goods back sees it. */
export const returnableLineSchema = z.strictObject({
  lineId: idSchema,
  name: z.string(),
  unit: z.string(),
  fractional: z.boolean(),
  soldThousandths: thousandthsSchema,
  /** What can still come back. */
  leftThousandths: thousandthsSchema,
  unitPriceRp: rupiahSchema,
  totalRp: rupiahSchema,
  /** What the rest would be worth. */
  leftRp: rupiahSchema,
  /** The deposit for a cylinder: it goes back whenever the cylinder does, and nobody has to allow it. */
  deposit: z.boolean(),
});

export const returnableSaleSchema = z.strictObject({
  saleId: idSchema,
  receipt: z.string(),
  at: z.int(),
  businessDate: z.string(),
  cashier: z.string(),
  memberId: idSchema.nullable(),
  buyerId: idSchema.nullable(),
  lines: z.array(returnableLineSchema),
  totalRp: rupiahSchema,
  /** Later than the store takes goods back: it needs an approval. */
  late: z.boolean(),
  /** How it was paid, so that it can be paid back the same way. */
  tenders: z.array(tenderSchema),
});
export type ReturnableSale = z.output<typeof returnableSaleSchema>;

export const returnsContract = {
  /** A sale of this till with what of it can still come back. */
  sale: query({
    permission: 'sale.make',
    input: z.strictObject({ saleId: idSchema }),
    output: returnableSaleSchema,
  }),
  /** What a return would come to, before anything is written. */
  preview: query({
    permission: 'sale.make',
    input: returnInputSchema,
    output: z.strictObject({
      totalRp: rupiahSchema,
      /** What the goods are set against others for. */
      exchangeRp: rupiahSchema,
      /**
       * How it may be paid back, the most fitting way first: what is given back in all, and the part of
       * it that is cash. While something is owed for the sale, `debt` is the only way.
       */
      ways: z.array(
        z.strictObject({ kind: z.enum(REFUND_WAYS), refundRp: rupiahSchema, cashRp: rupiahSchema }),
      ),
      needsApproval: z.boolean(),
    }),
  }),
  /** Takes goods back and pays back for them. */
  complete: command({
    permission: 'sale.make',
    input: returnInputSchema.extend({
      refund: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('cash') }),
        z.strictObject({ kind: z.enum(['qris', 'transfer', 'card']), reference: textSchema(40) }),
        /** Off what is still owed for the sale; what was paid already goes back in cash. */
        z.strictObject({ kind: z.literal('debt') }),
        z.strictObject({ kind: z.literal('savings') }),
      ]),
      /** What was seen before: another sum than this is not paid out. */
      refundRp: rupiahSchema,
    }),
    output: z.strictObject({
      returnId: idSchema,
      receipt: z.string(),
      totalRp: rupiahSchema,
      refundRp: rupiahSchema,
      refunds: z.array(refundSchema),
      printJobId: idSchema.nullable(),
    }),
  }),
};
