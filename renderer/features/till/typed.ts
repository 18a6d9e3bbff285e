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
 * Where the quantity ends: at a star, or at an x that stands before a code, before a space, or at the
 * very end. In `12xl` the x belongs to the word.
 */
const TIMES = /^([\d.,]+)\s*(?:\*|[x×](?=\s|\d|$))(.*)$/i;

/**
 * Reads the scan box. `12*8996001600146`, `12x`, `12*indom` and `0,25*` all begin with a quantity, in
 * thousandths; what stands before a star but is no quantity belongs to the words.
 */
export function readTyped(raw: string): Typed {
  const typed = raw.trim();
  const [, before = '', behind = ''] = TIMES.exec(typed) ?? [];
  const quantity = before === '' ? null : parseQuantity(before);
  const rest = quantity === null ? typed : behind.trim();
  if (rest === '') return quantity === null ? { kind: 'nothing' } : { kind: 'quantity', quantity };
  if (/^[\d ]+$/.test(rest)) return { kind: 'code', code: rest.replaceAll(' ', ''), quantity };
  return { kind: 'search', text: rest, quantity };
}

/** The quantity that waits in the scan box for the next scan, or `null`. */
export function waitingQuantity(raw: string): number | null {
  const typed = readTyped(raw);
  return typed.kind === 'nothing' ? null : typed.quantity;
}

/**
 * A scanned code with the quantity typed for it. What was typed right before the scan may have been
 * taken for its beginning, all of `12*` or only the star; an x inside a scanned code is never a sign.
 * @param box what the scan box still holds
 */
export function readScan(
  code: string,
  box: string,
): { readonly code: string; readonly quantity: number | null } {
  const joined = code.startsWith('*') ? box.trim() + code : code;
  const [, before, rest] = /^([\d.,]+)\*(.+)$/.exec(joined) ?? [];
  const quantity = before === undefined ? null : parseQuantity(before);
  if (quantity !== null && rest !== undefined) return { code: rest, quantity };
  return { code, quantity: waitingQuantity(box) };
}
