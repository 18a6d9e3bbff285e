import { rupiah, type Rupiah } from './money.ts';

/**
 * Cash is rounded down to the smallest coin that still circulates (Rp100), never up: Permendag
 * 35/2013 article 6 allows rounding to circulating money, and rounding down can never lift a price
 * above its ceiling.
 */
export const CASH_STEP: Rupiah = rupiah(100);

/** What a cash buyer pays for `amount`: the amount rounded down to a whole `step`. */
export function roundCashDown(amount: Rupiah, step: Rupiah = CASH_STEP): Rupiah {
  return rupiah(amount - (((amount % step) + step) % step));
}

/** The rounding line of a receipt: zero or negative rupiah. */
export function cashRounding(amount: Rupiah, step: Rupiah = CASH_STEP): Rupiah {
  return rupiah(roundCashDown(amount, step) - amount);
}
