import { parseQuantity } from '../../ui/figures.ts';

/** What the cashier means by the text in the scan box. */
export type Typed =
  | { readonly kind: 'nothing' }
  /** Digits alone: a barcode or a PLU, on Enter. */
  | { readonly kind: 'code'; readonly code: string; readonly quantity: number | null }
  /** Words: a search, live. */
  | { readonly kind: 'search'; readonly text: string; readonly quantity: number | null }
  /** `12*` and nothing behind it: waits for a scan, or on Enter changes the chosen line. */
  | { readonly kind: 'quantity'; readonly quantity: number };

/**
 * Reads the scan box. `12*8996001600146`, `12*indom` and `0,25*` all begin with a quantity, in
 * thousandths; what stands before a star but is no quantity belongs to the words.
 */
export function readTyped(raw: string): Typed {
  const typed = raw.trim();
  const star = typed.indexOf('*');
  const quantity = star > 0 ? parseQuantity(typed.slice(0, star)) : null;
  const rest = quantity === null ? typed : typed.slice(star + 1).trim();
  if (rest === '') return quantity === null ? { kind: 'nothing' } : { kind: 'quantity', quantity };
  if (/^[\d ]+$/.test(rest)) return { kind: 'code', code: rest.replaceAll(' ', ''), quantity };
  return { kind: 'search', text: rest, quantity };
}

/** The quantity that waits in the scan box for the next scan, or `null`. */
export function waitingQuantity(raw: string): number | null {
  const typed = readTyped(raw);
  return typed.kind === 'nothing' ? null : typed.quantity;
}
