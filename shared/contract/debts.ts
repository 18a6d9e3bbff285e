import { z } from 'zod';
import { businessDateSchema } from '../domain/business-date.ts';
import { rupiahAmountSchema, rupiahSchema } from '../domain/money.ts';
import { command, query } from './define.ts';
import { nameStateSchema } from './members.ts';
import { fileSchema, idSchema, textSchema } from './values.ts';

/** Who owes: a member (kasbon) or an institution (invoice). */
export const debtorKindSchema = z.enum(['member', 'buyer']);
export type DebtorKind = z.output<typeof debtorKindSchema>;

/** What is owed, by how many days it is late. */
export const ageingSchema = z.strictObject({
  notDueRp: rupiahSchema,
  days30Rp: rupiahSchema,
  days60Rp: rupiahSchema,
  days90Rp: rupiahSchema,
  olderRp: rupiahSchema,
});

export const debtorSchema = z.strictObject({
  debtorId: idSchema,
  kind: debtorKindSchema,
  /** Nomor anggota; an institution has none. */
  number: z.string(),
  /** Empty where the vault can't say it. */
  name: z.string(),
  nameState: nameStateSchema,
  owedRp: rupiahSchema,
  overdueRp: rupiahSchema,
  ageing: ageingSchema,
  /** The earliest date at which something of it was or is due; null where nothing is owed. */
  oldestDue: businessDateSchema.nullable(),
  /** Days since then; 0 where nothing is late. */
  daysLate: z.int(),
  limitRp: rupiahSchema,
  /** What may still go on account; 0 at the limit and above. */
  roomRp: rupiahSchema,
});
export type Debtor = z.output<typeof debtorSchema>;

/** A sale on account that is not paid off. */
export const openSaleSchema = z.strictObject({
  saleId: idSchema,
  receipt: z.string(),
  businessDate: businessDateSchema,
  dueDate: businessDateSchema,
  daysLate: z.int(),
  /** What went on account; less returned and paid is what is left. */
  amountRp: rupiahSchema,
  returnedRp: rupiahSchema,
  paidRp: rupiahSchema,
  leftRp: rupiahSchema,
});
export type OpenSaleReply = z.output<typeof openSaleSchema>;

export const debtTenderKindSchema = z.enum(['cash', 'qris', 'transfer', 'card', 'savings']);
export type DebtTenderKind = z.output<typeof debtTenderKindSchema>;

export const debtPaymentSchema = z.strictObject({
  paymentId: idSchema,
  receipt: z.string(),
  at: z.int(),
  businessDate: businessDateSchema,
  /** What came off the debt; cash was less by the rounding. */
  amountRp: rupiahSchema,
  roundingRp: rupiahSchema,
  tender: debtTenderKindSchema,
});

export const debtorDetailSchema = debtorSchema.extend({
  phone: z.string(),
  /** Voluntary savings that a debt may be paid from; null where there are none to know of. */
  savingsRp: rupiahSchema.nullable(),
  /** Due first comes first: the order in which a payment is shared out. */
  open: z.array(openSaleSchema),
  /** Newest first. */
  payments: z.array(debtPaymentSchema),
  /** The step cash is rounded down to. */
  cashStepRp: rupiahSchema,
  today: businessDateSchema,
});
export type DebtorDetail = z.output<typeof debtorDetailSchema>;

const reference = textSchema(40);

/** How a debt is paid. Only cash may be more than what is paid off. */
export const debtTenderInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), receivedRp: rupiahAmountSchema }),
  z.strictObject({ kind: z.literal('qris'), reference }),
  z.strictObject({ kind: z.literal('transfer'), reference }),
  z.strictObject({ kind: z.literal('card'), reference }),
  z.strictObject({ kind: z.literal('savings') }),
]);
export type DebtTenderInput = z.input<typeof debtTenderInputSchema>;

export const paidDebtSchema = z.strictObject({
  paymentId: idSchema,
  receipt: z.string(),
  amountRp: rupiahSchema,
  roundingRp: rupiahSchema,
  receivedRp: rupiahSchema,
  changeRp: rupiahSchema,
  /** How many sales it pays for. */
  sales: z.int(),
  leftRp: rupiahSchema,
  printJobId: idSchema.nullable(),
});
export type PaidDebt = z.output<typeof paidDebtSchema>;

export const debtsContract = {
  /**
   * Who owes, the longest late first. `text` finds by number, card, words of the name or the number of
   * a receipt, and then also those who owe nothing any more.
   */
  debtors: query({
    permission: 'sale.make',
    input: z.strictObject({
      kind: z.enum(['member', 'buyer', 'all']).default('all'),
      text: z.string().max(200).default(''),
      onlyOverdue: z.boolean().default(false),
      limit: z.int().min(1).max(500).default(200),
    }),
    output: z.strictObject({
      /** How many fit; `debtors` holds as many of them as were asked for. */
      total: z.int(),
      owedRp: rupiahSchema,
      overdueRp: rupiahSchema,
      overdue: z.int(),
      ageing: ageingSchema,
      debtors: z.array(debtorSchema),
    }),
  }),
  /** One debtor with every open sale and the newest payments. */
  debtor: query({
    permission: 'sale.make',
    input: z.strictObject({ kind: debtorKindSchema, id: idSchema }),
    output: debtorDetailSchema,
  }),
  /** What may still go on somebody's account. */
  room: query({
    permission: 'sale.make',
    input: z.strictObject({ kind: debtorKindSchema, id: idSchema }),
    output: z.strictObject({
      owedRp: rupiahSchema,
      limitRp: rupiahSchema,
      roomRp: rupiahSchema,
      overdueRp: rupiahSchema,
    }),
  }),
  /** Takes a payment: sales that were due first are paid off first, or those that are named. */
  pay: command({
    permission: 'sale.make',
    input: z.strictObject({
      kind: debtorKindSchema,
      id: idSchema,
      /** What comes off the debt. */
      amountRp: rupiahAmountSchema,
      /** What was owed when the amount was agreed on: somebody else may have taken a payment since. */
      owedRp: rupiahAmountSchema,
      tender: debtTenderInputSchema,
      /** The sales to pay off; null for the oldest. */
      saleIds: z.array(idSchema).min(1).max(500).nullable().default(null),
    }),
    output: paidDebtSchema,
  }),
  /** Surat tagihan on A4: every open sale of a debtor with its age. */
  reminderPdf: query({
    permission: 'sale.make',
    input: z.strictObject({ kind: debtorKindSchema, id: idSchema }),
    output: fileSchema,
  }),
  /** Rekening on A4: what went on account, came back and was paid between two days, both included. */
  statementPdf: query({
    permission: 'sale.make',
    input: z
      .strictObject({
        kind: debtorKindSchema,
        id: idSchema,
        from: businessDateSchema,
        to: businessDateSchema,
      })
      .refine(({ from, to }) => from <= to),
    output: fileSchema,
  }),
};
