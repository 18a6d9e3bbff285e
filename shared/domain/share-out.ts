import { NO_RUPIAH, rupiah, type Rupiah } from './money.ts';

/**
 * Shares an amount out by weight, so that the parts add up to it exactly (largest remainder; between
 * equal remainders the earlier part gets the rupiah). No part is more than its weight as long as the
 * amount is no more than all weights together. Where nothing has any weight, nothing is shared out.
 * @param amount not negative
 * @param weights whole numbers, none negative
 */
export function shareOut(amount: Rupiah, weights: readonly number[]): Rupiah[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) return weights.map(() => NO_RUPIAH);
  const exact = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const parts = exact.map((part) => part / whole);
  let rest = BigInt(amount) - parts.reduce((sum, part) => sum + part, 0n);
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part % whole }))
    .toSorted((a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder));
  for (const { index } of byRemainder) {
    if (rest === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    rest -= 1n;
  }
  return parts.map((part) => rupiah(Number(part)));
}
