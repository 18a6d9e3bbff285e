import { z } from 'zod';

/** A quantity in thousandths of its unit: 1,250 kg is 1250, three pieces are 3000. */
export const thousandthsSchema = z.int().brand<'Thousandths'>();
export type Thousandths = z.output<typeof thousandthsSchema>;

/** One whole unit. */
export const ONE: Thousandths = thousandthsSchema.parse(1000);

/**
 * The most that one line may hold: 9,999 units. A barcode scanned into the quantity field is always
 * larger than this, so the slip is caught and not sold.
 */
export const MAX_LINE_QUANTITY = 9_999_000;

/** Brands a number as thousandths; throws where it is no safe integer (a bug, never input). */
export function thousandths(value: number): Thousandths {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of thousandths: ${value}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the schema checks, without its cost for each sum
  return value as Thousandths;
}

/** Sum of quantities in thousandths. */
export function sumThousandths(quantities: Iterable<Thousandths>): Thousandths {
  let total = 0;
  for (const quantity of quantities) total += quantity;
  return thousandths(total);
}
