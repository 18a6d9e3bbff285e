import { hasValidCheckDigit } from './check-digit.ts';
import { rupiah, type Rupiah } from './money.ts';
import { thousandths, type Thousandths } from './quantity.ts';

/**
 * Codes that a store's own scale prints: EAN-13 with prefix 02 or 20 to 29 (GS1 restricted
 * circulation). What stands where is the store's choice, so it is a list of patterns of thirteen
 * characters: a digit stands for itself, `I` for the item, `W` for the weight in grams, `P` for the
 * price in rupiah, `V` for the check digit of weight or price, and the last is `C`, the check digit of
 * the whole. `21IIIIIWWWWWC` is: prefix 21, five digits of PLU, five of grams, check digit.
 */

/** What a store begins with; of several patterns that fit, the first is taken. */
export const DEFAULT_PATTERNS: readonly string[] = ['21IIIIIWWWWWC', '22IIIIIPPPPPC', '02IIIIIWWWWWC'];

/** An in-store code, read. Never both weight and price; neither where the code names the item only. */
export interface InStoreReading {
  /** PLU without leading zeros. */
  readonly plu: string;
  /** Thousandths of a kilogram; 0 where the label says so. */
  readonly weightThousandths: Thousandths | null;
  readonly priceRp: Rupiah | null;
}

export type InStoreResult =
  | { readonly kind: 'read'; readonly value: InStoreReading }
  /** The digit of the whole code or that of its weight or price is wrong. */
  | { readonly kind: 'bad-check-digit' }
  /** No restricted-circulation code, or none of the patterns: it may be an ordinary barcode. */
  | { readonly kind: 'none' };

/** A code of thirteen digits, or the twelve that a scanner sends of one that begins with a zero. */
const RESTRICTED = /^(?:02|2\d)\d{11}$/;
const RESTRICTED_UPC = /^2\d{11}$/;

/**
 * Whether a pattern can be used: thirteen characters with a prefix of restricted circulation, one run
 * of one to six `I` (a PLU), at most one run of `W` or `P`, and `V` only once, for a run of four or five.
 */
export function isPattern(pattern: string): boolean {
  if (!/^(?:02|2[0-9I])[0-9IWPV]{10}C$/.test(pattern)) return false;
  const items = pattern.match(/I+/g) ?? [];
  const values = pattern.match(/W+|P+/g) ?? [];
  const checks = pattern.match(/V/g) ?? [];
  const [item, value] = [items[0] ?? '', values[0] ?? ''];
  if (items.length !== 1 || item.length > 6 || values.length > 1 || checks.length > 1) return false;
  return checks.length === 0 || value.length === 4 || value.length === 5;
}

/**
 * Reads a code of the store's own scale.
 * @param digits as scanned, twelve or thirteen
 */
export function readInStoreCode(digits: string, patterns: readonly string[]): InStoreResult {
  const code = RESTRICTED_UPC.test(digits) ? `0${digits}` : digits;
  if (!RESTRICTED.test(code)) return { kind: 'none' };
  const pattern = patterns.find((each) => isPattern(each) && fits(each, code));
  if (pattern === undefined) return { kind: 'none' };
  const [weight, price] = [part(pattern, code, 'W'), part(pattern, code, 'P')];
  const check = part(pattern, code, 'V');
  if (!hasValidCheckDigit(code) || (check !== '' && check !== valueCheckDigit(weight + price))) {
    return { kind: 'bad-check-digit' };
  }
  const plu = part(pattern, code, 'I').replace(/^0+(?=\d)/, '');
  return {
    kind: 'read',
    value: {
      plu,
      weightThousandths: weight === '' ? null : thousandths(Number(weight)),
      priceRp: price === '' ? null : rupiah(Number(price)),
    },
  };
}

function fits(pattern: string, code: string): boolean {
  return [...pattern].every((mark, index) => !/\d/.test(mark) || mark === code.charAt(index));
}

function part(pattern: string, code: string, mark: string): string {
  return [...code].filter((_digit, index) => pattern.charAt(index) === mark).join('');
}

/** Weighted products of a digit, as GS1 lists them (General Specifications, section 7.9). */
const TWO_MINUS = [0, 2, 4, 6, 8, 9, 1, 3, 5, 7];
const THREE = [0, 3, 6, 9, 2, 5, 8, 1, 4, 7];
const FIVE_PLUS = [0, 5, 1, 6, 2, 7, 3, 8, 4, 9];
const FIVE_MINUS = [0, 5, 9, 4, 8, 3, 7, 2, 6, 1];

const WEIGHTS_OF_FOUR = [TWO_MINUS, TWO_MINUS, THREE, FIVE_MINUS];
const WEIGHTS_OF_FIVE = [FIVE_PLUS, TWO_MINUS, FIVE_MINUS, FIVE_PLUS, TWO_MINUS];

/** The check digit of a price or weight field of four or five digits (GS1, section 7.9). */
function valueCheckDigit(value: string): string {
  const weights = value.length === 4 ? WEIGHTS_OF_FOUR : WEIGHTS_OF_FIVE;
  let sum = 0;
  for (const [index, products] of weights.entries()) sum += products[Number(value.charAt(index))] ?? 0;
  return value.length === 4 ? String((sum * 3) % 10) : String(FIVE_MINUS.indexOf((10 - (sum % 10)) % 10));
}
