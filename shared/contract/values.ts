import { z } from 'zod';

/** UUIDv7 made in code: sorts by time of making, and exists before anything is stored. */
export const idSchema = z.uuid();

/** A PIN as typed at the counter: four to eight digits. */
export const pinSchema = z.string().regex(/^\d{4,8}$/);

/**
 * Text that people type and records keep: in one Unicode form, so that hashes agree, and without
 * halves of characters, which no record can hold. It is measured in the form it is kept in.
 */
export function textSchema(maximum: number) {
  return z
    .string()
    .refine((text) => text.isWellFormed())
    .normalize()
    .trim()
    .max(maximum);
}

/** A name of a person, a shop or a product: text that is not empty. */
export function nameSchema(maximum: number) {
  return textSchema(maximum).min(1);
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
