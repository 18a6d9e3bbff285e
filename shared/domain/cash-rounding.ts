import { rupiah, type Rupiah } from './money.ts';

/**
 * Cash is rounded down to the smallest coin that still circulates (Rp100 unless the store sets another
 * step), never up: Permendag 35/2013 article 6 allows rounding to circulating money, and rounding down
 * can never lift a price above its ceiling.
 */
export const CASH_STEP: Rupiah = rupiah(100);

/**
 * What a cash buyer pays for `amount`: the amount rounded down to a whole `step`.
 * @param step in rupiah; 0 for no rounding at all
 * @throws RangeError where the step is negative: a bug in the caller, never input
 */
export function roundCashDown(amount: Rupiah, step: Rupiah = CASH_STEP): Rupiah {
  if (step < 0) throw new RangeError(`cash can't be rounded to steps of ${step}`);
  return step === 0 ? amount : rupiah(amount - (((amount % step) + step) % step));
}

/** The rounding line of a receipt: zero or negative rupiah. */
export function cashRounding(amount: Rupiah, step: Rupiah = CASH_STEP): Rupiah {
  return rupiah(roundCashDown(amount, step) - amount);
}
