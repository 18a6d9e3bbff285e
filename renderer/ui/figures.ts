import { formatAmount } from '../../shared/i18n/format.ts';

/** Digits of a typed amount, `null` where there are none. Dots, spaces and Rp are let by. */
export function parseAmount(typed: string): number | null {
  const digits = typed.replaceAll(/\D/g, '');
  return digits === '' ? null : Number(digits.slice(0, 13));
}

/** A typed amount as the field shows it: `150000` becomes `150.000`. */
export function groupAmount(typed: string): string {
  const amount = parseAmount(typed);
  return amount === null ? '' : formatAmount(amount);
}

/**
 * A typed quantity in thousandths, `null` where it is none. Comma or point parts the fraction, as
 * people type it on either keypad: `1,25` and `1.25` are both 1250. More than three decimals are
 * finer than any scale in the shop, so they are no quantity.
 */
export function parseQuantity(typed: string): number | null {
  const match = /^(\d{1,9})?(?:[.,](\d{0,3}))?$/.exec(typed.trim());
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return null;
  return Number(whole === '' ? '0' : whole) * 1000 + Number(fraction.padEnd(3, '0'));
}
