import { z } from 'zod';
import { rupiahSchema } from '../domain/money.ts';
import { thousandthsSchema } from '../domain/quantity.ts';
import { tierSchema } from '../domain/tier.ts';

/** What bodies of several record types are made of. */

export const id = z.uuid();
export const hexHash = z.string().regex(/^[0-9a-f]{64}$/);

/** The most rows one record of an import or an opening stock may hold. */
export const MAX_ROWS_PER_RECORD = 500;

/** Who owns a lot: the store itself, or a consignor (from the consignment issue on). */
export const ownerSchema = z.string().min(1).max(36);
/** The store's own goods. */
export const OWN_GOODS = 'store';

/** What a line took from one lot, in the base unit of its product. */
export const lotTakenSchema = z.strictObject({
  lotId: id,
  owner: ownerSchema,
  quantityThousandths: thousandthsSchema,
  /** Cost of one whole unit, null where it is not known. */
  unitCostRp: rupiahSchema.nullable(),
});
export type LotTaken = z.output<typeof lotTakenSchema>;

/** Totals that run through every Z and are never reset. */
export const perpetualSchema = z.strictObject({
  grossRp: rupiahSchema,
  voidRp: rupiahSchema,
  refundRp: rupiahSchema,
  netRp: rupiahSchema,
});
export type PerpetualTotals = z.output<typeof perpetualSchema>;

/** What somebody with the right to do so can allow once. */
export const approvalActionSchema = z.enum([
  'line-price',
  'line-discount',
  'tier',
  'return',
  'credit',
  'quota',
]);

/** Why a line or a whole ticket was given up. */
export const voidReasonSchema = z.enum(['mistake', 'changed-mind', 'price', 'no-money', 'less', 'other']);
export type VoidReason = z.output<typeof voidReasonSchema>;

/** For whom a sale was, and whose prices were asked for. */
export const saleBuyerSchema = z.strictObject({
  tier: tierSchema,
  memberId: id.nullable(),
  buyerId: id.nullable(),
});
export type SaleBuyer = z.output<typeof saleBuyerSchema>;
