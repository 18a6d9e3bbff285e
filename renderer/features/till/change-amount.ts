import { sumRupiah } from '../../../shared/domain/money.ts';
import type { TicketLine } from '../../../shared/contract/till.ts';
import { parseAmount, parseQuantity } from '../../ui/figures.ts';

/** How a price is changed by hand. */
export const CHANGE_WAYS = ['price', 'discount', 'percent'] as const;
export type ChangeWay = (typeof CHANGE_WAYS)[number];

/** A change that was typed: another unit price, or so much off the line. */
export type Change =
  | { readonly kind: 'price'; readonly unitPriceRp: number }
  | { readonly kind: 'discount'; readonly discountRp: number };

/** Hundred percent, in the thousandths of a percent that `parseQuantity` gives. */
const WHOLE = 100_000;

/**
 * Reads what was typed, `null` where it says nothing usable. A percentage, with up to three decimals,
 * becomes the rupiah it comes to of what the line costs without discounts by hand.
 */
export function readChange(way: ChangeWay, typed: string, line: TicketLine): Change | null {
  if (way === 'percent') {
    const percent = parseQuantity(typed.replace('%', ''));
    if (percent === null || percent <= 0 || percent > WHOLE) return null;
    return { kind: 'discount', discountRp: Math.round((openRp(line) * percent) / WHOLE) };
  }
  const amount = parseAmount(typed);
  if (amount === null) return null;
  if (way === 'price') return { kind: 'price', unitPriceRp: amount };
  return amount === 0 || amount > openRp(line) ? null : { kind: 'discount', discountRp: amount };
}

/** What the line costs before anything by hand is taken off. */
function openRp(line: TicketLine): number {
  const promoted = line.discounts.filter((discount) => discount.kind === 'promotion');
  return line.grossRp - sumRupiah(promoted.map((discount) => discount.amountRp));
}
