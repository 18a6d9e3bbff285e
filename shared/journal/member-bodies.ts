import { z } from 'zod';
import { businessDateSchema } from '../domain/business-date.ts';
import { rupiahSchema } from '../domain/money.ts';
import { tierSchema } from '../domain/tier.ts';
import { id, MAX_ROWS_PER_RECORD } from './parts.ts';

/**
 * Members and institutional buyers as the journal knows them: by id, never by name, phone or
 * address. Who they are stands in the vault, which can be erased; the journal can't.
 */

export const buyerKindSchema = z.enum(['koperasi', 'holding', 'school-kitchen', 'government', 'other']);
export type BuyerKind = z.output<typeof buyerKindSchema>;

export const memberRowSchema = z.strictObject({
  memberId: id,
  /** Nomor anggota. */
  number: z.string().min(1).max(20),
  tier: tierSchema,
  /** What is scanned off the member's cards. */
  cardCodes: z.array(z.string().min(1).max(64)),
  creditLimitRp: rupiahSchema,
  active: z.boolean(),
  joinedOn: businessDateSchema.nullable(),
});
export type MemberRow = z.output<typeof memberRowSchema>;

export const savingsRowSchema = z.strictObject({
  memberId: id,
  pokokRp: rupiahSchema,
  wajibRp: rupiahSchema,
  sukarelaRp: rupiahSchema,
});
export type SavingsRow = z.output<typeof savingsRowSchema>;

export const buyerRowSchema = z.strictObject({
  buyerId: id,
  kind: buyerKindSchema,
  tier: tierSchema,
  creditLimitRp: rupiahSchema,
  termDays: z.int().min(0).max(365),
  active: z.boolean(),
});
export type BuyerRow = z.output<typeof buyerRowSchema>;

export const memberBodies = {
  /** A member was added or changed; every field, as it is from now on. */
  'member-saved/1': memberRowSchema,
  /** Members taken over from a file; each row as in `member-saved/1`. */
  'members-imported/1': z.strictObject({
    importId: id,
    part: z.int().min(1),
    parts: z.int().min(1),
    members: z.array(memberRowSchema).min(1).max(MAX_ROWS_PER_RECORD),
  }),
  /**
   * Savings as somebody read them in the co-operative's books. `typed` is the balance at this moment;
   * `import` is that of the end of `asOf`, so what the till took on later days still comes off.
   */
  'member-savings-set/1': z.strictObject({
    source: z.enum(['typed', 'import']),
    asOf: businessDateSchema,
    rows: z.array(savingsRowSchema).min(1).max(MAX_ROWS_PER_RECORD),
  }),
  'buyer-saved/1': buyerRowSchema,
} as const;
