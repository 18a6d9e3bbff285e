import { z } from 'zod';
import type { Thousandths } from './quantity.ts';

/**
 * Whole rupiah. Indonesia has no circulating fraction of a rupiah, so every amount in the till is a
 * safe integer; the brand keeps a quantity from being added to it by mistake.
 */
export const rupiahSchema = z.int().brand<'Rupiah'>();
export type Rupiah = z.output<typeof rupiahSchema>;

/** The largest amount the till accepts anywhere: one trillion rupiah, far below 2^53. */
export const MAX_RUPIAH = 1_000_000_000_000;

/** An amount a person or a file may give: not negative, not absurd. */
export const rupiahAmountSchema = z.int().min(0).max(MAX_RUPIAH).brand<'Rupiah'>();

/**
 * Brands a number as rupiah.
 * @throws RangeError where the number is no safe integer: that is a bug in the caller, never input.
 */
export function rupiah(value: number): Rupiah {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of rupiah: ${value}`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the schema checks, without its cost for each sum
  return value as Rupiah;
}

/** Zero rupiah, so that sums have a typed start. */
export const NO_RUPIAH: Rupiah = rupiah(0);

/** Sum of amounts in rupiah. */
export function sumRupiah(amounts: Iterable<Rupiah>): Rupiah {
  let total = 0;
  for (const amount of amounts) total += amount;
  return rupiah(total);
}

/**
 * Unit price (rupiah per whole unit) times a quantity (thousandths of that unit), rounded to a whole
 * rupiah. Half a rupiah goes away from zero, so that giving back a quantity is worth exactly what
 * selling it was. BigInt keeps the product exact however large both are.
 * @throws RangeError where the amount is no safe integer any more: a bug in the caller, never input
 */
export function priceTimesQuantity(unitPrice: Rupiah, quantity: Thousandths): Rupiah {
  const product = BigInt(unitPrice) * BigInt(quantity);
  const half = product >= 0n ? 500n : -500n;
  return rupiah(Number((product + half) / 1000n));
}
