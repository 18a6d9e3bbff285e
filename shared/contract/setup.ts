import { z } from 'zod';
import { timeZoneSchema } from '../domain/business-date.ts';
import { command, nothing, query } from './define.ts';
import { roleSchema } from './permissions.ts';
import { idSchema, nameSchema, pinSchema } from './values.ts';

/** Who the store is, as it stands on every receipt and report. */
export const storeProfileSchema = z.strictObject({
  koperasi: nameSchema(80),
  gerai: nameSchema(60),
  /** Short code in receipt numbers, given by the district; letters and digits. */
  storeCode: z.string().regex(/^[A-Z0-9]{2,8}$/),
  /** Which till of the store this is. */
  tillNumber: z.int().min(1).max(99),
  address: nameSchema(120),
  kabupaten: nameSchema(60),
  /** Zone of the SPHP and rice price tables (1, 2 or 3). */
  priceZone: z.int().min(1).max(3),
  timeZone: timeZoneSchema,
  /** Pengusaha Kena Pajak: only then may a receipt show PPN. */
  pkp: z.boolean(),
  /** Columns of the receipt printer: 32 on 58 mm paper, 48 on 80 mm. */
  receiptColumns: z.union([z.literal(32), z.literal(48)]),
});
export type StoreProfile = z.output<typeof storeProfileSchema>;

/** What may change while the till is in use; the rest is part of every record's identity. */
export const changeableProfileSchema = storeProfileSchema.omit({
  storeCode: true,
  tillNumber: true,
  timeZone: true,
  // Dated, and changed through the policy area: a receipt must say what the store was on its day.
  pkp: true,
});

const demoPinSchema = z.strictObject({
  staffId: idSchema,
  name: z.string(),
  role: roleSchema,
  pin: z.string(),
});

export const setupContract = {
  /** Whether the first-run wizard is still to be done, and who the store is once it has been. */
  state: query({
    permission: 'public',
    input: nothing,
    output: z.strictObject({
      ready: z.boolean(),
      store: storeProfileSchema.nullable(),
      /** PINs of the example store, empty in a real one. */
      demoPins: z.array(demoPinSchema),
      /** Milliseconds since 1970 by the engine's clock, so that the screen shows the same time. */
      now: z.int(),
    }),
  }),
  /** Finishes the wizard: writes the first record of the journal and the owner. */
  create: command({
    permission: 'public',
    input: z.strictObject({
      store: storeProfileSchema,
      owner: z.strictObject({ name: nameSchema(60), pin: pinSchema }),
    }),
    output: z.strictObject({ storeCode: z.string(), ownerId: idSchema }),
  }),
  /** Changes what receipts and reports say of the store, from now on. */
  changeProfile: command({
    permission: 'store.manage',
    input: changeableProfileSchema,
    output: storeProfileSchema,
  }),
  /** "Coba toko contoh": a store with a real catalogue, stock, staff and known PINs. */
  createExample: command({
    permission: 'public',
    input: nothing,
    output: z.strictObject({ products: z.int(), demoPins: z.array(demoPinSchema) }),
  }),
};
