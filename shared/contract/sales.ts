import { z } from 'zod';
import { rupiahSchema } from '../domain/money.ts';
import { command, query } from './define.ts';
import { fileSchema, idSchema } from './values.ts';

export const saleSummarySchema = z.strictObject({
  saleId: idSchema,
  receipt: z.string(),
  at: z.int(),
  businessDate: z.string(),
  cashier: z.string(),
  lineCount: z.int(),
  totalRp: rupiahSchema,
  dueRp: rupiahSchema,
  /** How often it was printed again. */
  copies: z.int(),
  /** Sold to a member or an institution, so that there are a faktur and a surat jalan. */
  hasBuyer: z.boolean(),
});
export type SaleSummary = z.output<typeof saleSummarySchema>;

export const salesContract = {
  /** Newest first; `text` finds by receipt number. */
  recent: query({
    permission: 'sale.make',
    input: z.strictObject({
      text: z.string().max(40).default(''),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.array(saleSummarySchema),
  }),
  /** What a member bought, newest first. */
  ofMember: query({
    permission: 'sale.make',
    input: z.strictObject({ memberId: idSchema, limit: z.int().min(1).max(200).default(50) }),
    output: z.array(saleSummarySchema),
  }),
  /** What an institution bought, newest first. */
  ofBuyer: query({
    permission: 'sale.make',
    input: z.strictObject({ buyerId: idSchema, limit: z.int().min(1).max(200).default(50) }),
    output: z.array(saleSummarySchema),
  }),
  /** The receipt as text, as the paper has it; but for a member's purchases of the year, which have moved on. */
  receipt: query({
    permission: 'sale.make',
    input: z.strictObject({
      saleId: idSchema,
      columns: z
        .union([z.literal(32), z.literal(48)])
        .nullable()
        .default(null),
    }),
    output: z.strictObject({ receipt: z.string(), columns: z.int(), lines: z.array(z.string()) }),
  }),
  /** Prints a receipt again, marked SALINAN with its number; a record. */
  reprint: command({
    permission: 'receipt.reprint',
    input: z.strictObject({ saleId: idSchema }),
    output: z.strictObject({ copy: z.int(), lines: z.array(z.string()), printJobId: idSchema.nullable() }),
  }),
  /** The faktur of a sale to a member or an institution, on A4. */
  invoicePdf: query({
    permission: 'sale.make',
    input: z.strictObject({ saleId: idSchema }),
    output: fileSchema,
  }),
  /** The surat jalan that goes along with its goods, on A4: quantities, no prices. */
  deliveryNotePdf: query({
    permission: 'sale.make',
    input: z.strictObject({ saleId: idSchema }),
    output: fileSchema,
  }),
};
