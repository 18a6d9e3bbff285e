import { z } from 'zod';
import { rupiahSchema } from '../domain/money.ts';
import { programmeCodeSchema } from '../domain/programmes/rules.ts';
import { tierSchema } from '../domain/tier.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { idSchema } from './values.ts';

/**
 * The exact action somebody with the right to do so is asked to allow. An approval holds for this and
 * nothing else: the command that uses it must say the very same, or it is refused.
 */
export const approvalSubjectSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('line-price'),
    ticketId: idSchema,
    lineId: idSchema,
    unitPriceRp: rupiahSchema,
  }),
  z.strictObject({
    action: z.literal('line-discount'),
    ticketId: idSchema,
    lineId: idSchema,
    discountRp: rupiahSchema,
  }),
  z.strictObject({ action: z.literal('tier'), ticketId: idSchema, tier: tierSchema }),
  z.strictObject({
    action: z.literal('return'),
    saleId: idSchema,
    lines: z.array(z.strictObject({ lineId: idSchema, quantityThousandths: thousandthsSchema })).min(1),
    totalRp: rupiahSchema,
  }),
  /** More on account than the debtor's limit leaves. */
  z.strictObject({
    action: z.literal('credit'),
    ticketId: idSchema,
    debtorId: idSchema,
    amountRp: rupiahSchema,
  }),
  /** More of a programme than the store's own count leaves, because the count is wrong. */
  z.strictObject({
    action: z.literal('quota'),
    ticketId: idSchema,
    programme: programmeCodeSchema,
    registrationId: idSchema.nullable(),
    quantityThousandths: thousandthsSchema,
  }),
]);
export type ApprovalSubject = z.output<typeof approvalSubjectSchema>;
