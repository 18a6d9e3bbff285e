import { z } from 'zod';
import { roleSchema } from '../contract/permissions.ts';
import { DEFAULT_PATTERNS } from './in-store-code.ts';
import { rupiah, rupiahAmountSchema } from './money.ts';

/** What a till may be told to round cash down to, in rupiah; 0 for not at all. */
export const CASH_STEPS = [0, 50, 100, 200, 500, 1000] as const;

/** What a cashier does that somebody else may have to allow first. */
export const approvedActionSchema = z.enum(['line-price', 'line-discount', 'tier', 'return', 'credit']);
export type ApprovedAction = z.output<typeof approvedActionSchema>;

/** Whose word an action needs, and above which amount. */
export const approvalRuleSchema = z.strictObject({
  /** The lowest role that may do it without asking; `kasir` for everybody. */
  role: roleSchema,
  /** Up to this amount, included, nobody has to be asked; 0 asks every time. */
  aboveRp: rupiahAmountSchema,
});
export type ApprovalRule = z.output<typeof approvalRuleSchema>;

/** Most characters of where to pay to: two lines on A4. */
export const MAX_PAYMENT_NOTE = 120;

const days = z.int().min(0).max(365);

/** What the store has decided about selling. It holds from the record that says so on. */
export const tillPolicySchema = z.strictObject({
  /** Cash is rounded down to this step; Permendag 35/2013 art. 6 wants it told, so it is a line of its own. */
  cashStepRp: z.literal(CASH_STEPS),
  /** The merchant's static QRIS payload as the acquirer issued it, null for none. */
  qrisPayload: z.string().max(512).nullable(),
  /** How the store's own scale writes its codes; the first pattern that fits is taken. */
  inStorePatterns: z.array(z.string().length(13)).max(10),
  /** Days until a kasbon is due, and until an invoice is. */
  kasbonDays: days,
  invoiceDays: days,
  /** Where whoever owes pays to, as fakturs and reminders say it; empty to say nothing. */
  paymentNote: z.string().trim().max(MAX_PAYMENT_NOTE),
  /** The most a new member may owe; 0 for no kasbon until somebody sets a limit. */
  kasbonLimitDefaultRp: rupiahAmountSchema,
  /** Days after a sale in which goods are taken back; 0 for the same business day only. */
  returnDays: days,
  /** QRIS payments above this amount need the last four digits of the acquirer's reference. */
  qrisReferenceAboveRp: rupiahAmountSchema,
  approvals: z.strictObject({
    'line-price': approvalRuleSchema,
    'line-discount': approvalRuleSchema,
    tier: approvalRuleSchema,
    return: approvalRuleSchema,
    credit: approvalRuleSchema,
  }),
});
/** As the first tills wrote it, which said nothing of where to pay. */
export const tillPolicyV1Schema = tillPolicySchema.omit({ paymentNote: true });
export type TillPolicy = z.output<typeof tillPolicySchema>;

const ask = (role: ApprovalRule['role']): ApprovalRule => ({ role, aboveRp: rupiah(0) });

/** What holds where the store has not decided yet: the careful choice of each. */
export const DEFAULT_POLICY: TillPolicy = {
  // The smallest coin that still goes round.
  cashStepRp: 100,
  qrisPayload: null,
  inStorePatterns: [...DEFAULT_PATTERNS],
  kasbonDays: 30,
  invoiceDays: 14,
  paymentNote: '',
  kasbonLimitDefaultRp: rupiah(0),
  returnDays: 7,
  qrisReferenceAboveRp: rupiah(100_000),
  approvals: {
    'line-price': ask('pengelola'),
    'line-discount': ask('pengelola'),
    tier: ask('pengelola'),
    return: ask('pengelola'),
    credit: ask('pengelola'),
  },
};

/** Number the tax office gave the co-operative: 15 digits, or 16 since 2024, without the marks between. */
export const npwpSchema = z.string().regex(/^\d{15,16}$/);
