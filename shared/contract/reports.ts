import { z } from 'zod';
import { rupiahSchema } from '../domain/money.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { storeProfileSchema } from './setup.ts';
import { command, nothing, query } from './define.ts';
import { fileSchema, idSchema } from './values.ts';

const categoryRowSchema = z.strictObject({
  category: z.string(),
  quantityThousandths: thousandthsSchema,
  lines: z.int(),
  amountRp: rupiahSchema,
});

const shiftRowSchema = z.strictObject({
  number: z.int(),
  cashier: z.string(),
  openedAt: z.int(),
  closedAt: z.int().nullable(),
  floatRp: rupiahSchema,
  cashSalesRp: rupiahSchema,
  cashRefundsRp: rupiahSchema,
  cashDebtsRp: rupiahSchema,
  /** The rest is `null` until the count is locked. */
  expectedRp: rupiahSchema.nullable(),
  countedRp: rupiahSchema.nullable(),
  varianceRp: rupiahSchema.nullable(),
  reason: z.string().nullable(),
  note: z.string(),
});

const eventRowSchema = z.strictObject({
  at: z.int(),
  kind: z.enum([
    'line-voided',
    'ticket-abandoned',
    'receipt-reprinted',
    'drawer-opened',
    'cash-variance',
    'clock-jumped',
    'pin-locked',
    'buyer-erased',
    'identity-opened',
    'subsidy-refused',
    'sale-returned',
    'approval-given',
  ]),
  who: z.string(),
  /** Receipt or product named by the event. */
  subject: z.string(),
  amountRp: rupiahSchema.nullable(),
});

/** What makes a closed day provable. */
export const zSealSchema = z.strictObject({
  zNumber: z.int(),
  closedAt: z.int(),
  closedBy: z.string(),
  firstSeq: z.int(),
  lastSeq: z.int(),
  /** Hash of the last record before the Z, 64 hex digits. */
  headHash: z.string(),
  /** Hash of the Z's own record. */
  recordHash: z.string(),
  previousZHash: z.string().nullable(),
  signature: z.string(),
  perpetualGrossRp: rupiahSchema,
  perpetualVoidRp: rupiahSchema,
  perpetualRefundRp: rupiahSchema,
  perpetualNetRp: rupiahSchema,
});

const byTender = z.array(z.strictObject({ kind: z.string(), count: z.int(), amountRp: rupiahSchema }));

/** One business day, closed or still running, as the owner reads it. */
export const dailyReportSchema = z.strictObject({
  store: storeProfileSchema,
  businessDate: z.string(),
  openedAt: z.int(),
  closed: z.boolean(),
  seal: zSealSchema.nullable(),
  saleCount: z.int(),
  lineCount: z.int(),
  grossRp: rupiahSchema,
  roundingRp: rupiahSchema,
  netRp: rupiahSchema,
  averageRp: rupiahSchema,
  /** Takings of sales, what was given back, and debts paid, each by tender. */
  tenders: byTender,
  refunds: byTender,
  debtPayments: byTender,
  categories: z.array(categoryRowSchema),
  hours: z.array(z.strictObject({ hour: z.int(), amountRp: rupiahSchema })),
  shifts: z.array(shiftRowSchema),
  events: z.array(eventRowSchema),
  voidedLines: z.int(),
  voidedRp: rupiahSchema,
  abandonedTickets: z.int(),
  reprints: z.int(),
  returnCount: z.int(),
  returnRp: rupiahSchema,
  discountRp: rupiahSchema,
  taxRp: rupiahSchema,
  donationRp: rupiahSchema,
  debtPaidRp: rupiahSchema,
  clockJumps: z.int(),
  upload: z.strictObject({ ackedSeq: z.int(), headSeq: z.int(), ackedAt: z.int().nullable() }),
});
export type DailyReport = z.output<typeof dailyReportSchema>;

const dayInput = z.strictObject({ businessDate: z.iso.date() });

export const reportsContract = {
  days: query({
    permission: 'report.read',
    input: z.strictObject({ limit: z.int().min(1).max(400).default(60) }),
    output: z.array(
      z.strictObject({
        businessDate: z.string(),
        zNumber: z.int().nullable(),
        saleCount: z.int(),
        netRp: rupiahSchema,
        closedAt: z.int().nullable(),
      }),
    ),
  }),
  daily: query({ permission: 'report.read', input: dayInput, output: dailyReportSchema }),
  dailyPdf: query({ permission: 'report.read', input: dayInput, output: fileSchema }),
  /** Prints the closing report on the thermal printer. */
  printDaily: command({
    permission: 'report.read',
    input: dayInput,
    output: z.strictObject({ printJobId: idSchema.nullable(), lines: z.array(z.string()) }),
  }),
  /** Walks the whole journal: hashes, chain, numbers, signatures, anchors. */
  verifyJournal: query({
    permission: 'journal.verify',
    input: nothing,
    output: z.strictObject({
      ok: z.boolean(),
      records: z.int(),
      firstBad: z.strictObject({ seq: z.int(), reason: z.string() }).nullable(),
    }),
  }),
};
