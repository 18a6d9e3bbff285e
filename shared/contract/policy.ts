import { z } from 'zod';
import { businessDateSchema } from '../domain/business-date.ts';
import { npwpSchema, tillPolicySchema } from '../domain/policy.ts';
import { command, nothing, query } from './define.ts';

const taxStatusSchema = z.strictObject({
  pkp: z.boolean(),
  /** As digits; null where the store has none or none is known. */
  npwp: npwpSchema.nullable(),
});

export const taxStatusesSchema = z.strictObject({
  /** On the open business day, or today by the engine's clock where none is open. */
  now: taxStatusSchema,
  /** What the store's profile said before the first dated status. */
  before: taxStatusSchema,
  /** Every dated status, the oldest first. */
  statuses: z.array(taxStatusSchema.extend({ validFrom: businessDateSchema })),
  /** The first date on which a status can begin that changes PKP: nothing was sold on it or later. */
  firstFreeDate: businessDateSchema,
});
export type TaxStatuses = z.output<typeof taxStatusesSchema>;

export const policyContract = {
  /** What the store has decided about selling; the careful defaults where it has not. */
  get: query({ permission: 'signed-in', input: nothing, output: tillPolicySchema }),
  /** Holds from the next sale on. */
  save: command({ permission: 'store.manage', input: tillPolicySchema, output: tillPolicySchema }),
  /** Since when the store is PKP, or is not. */
  taxStatuses: query({ permission: 'signed-in', input: nothing, output: taxStatusesSchema }),
  /** PKP or not from a business date on; a second status for one date takes the place of the first. */
  setTaxStatus: command({
    permission: 'store.manage',
    input: taxStatusSchema.extend({ validFrom: businessDateSchema }),
    output: taxStatusesSchema,
  }),
};
