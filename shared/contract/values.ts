import { z } from 'zod';

/** UUIDv7 made in code: sorts by time of making, and exists before anything is stored. */
export const idSchema = z.uuid();

/** A PIN as typed at the counter: four to eight digits. */
export const pinSchema = z.string().regex(/^\d{4,8}$/);

/** A name of a person, a shop or a product, trimmed and in one Unicode form so that hashes agree. */
export function nameSchema(maximum: number) {
  return z.string().trim().min(1).max(maximum).normalize();
}

/** A key on the price list (PLU) for goods without a barcode: up to six digits. */
export const pluSchema = z.string().regex(/^\d{1,6}$/);

/** A file handed over the contract, in base64 because payloads are JSON. */
export const fileSchema = z.strictObject({
  fileName: z.string(),
  mediaType: z.string(),
  contentBase64: z.base64(),
});
export type FileReply = z.output<typeof fileSchema>;
