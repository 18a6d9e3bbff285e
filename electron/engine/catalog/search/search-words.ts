import { readCode } from '../../../../shared/domain/barcode.ts';
import { folded } from '../folded.ts';

/** Digits that stand alone are, from this many on, taken for the beginning of a barcode. */
const LEAST_BARCODE_DIGITS = 4;

/** More words than any product's name has; the rest would only slow the search down. */
const MAX_WORDS = 12;

/** What a person typed, taken apart. */
export interface SearchWords {
  /** An FTS5 expression in which every word is a prefix and all must match; `null` for no words. */
  readonly match: string | null;
  /** Digits alone: a whole PLU. */
  readonly plu: string | null;
  /** Digits alone, four or more: how a barcode begins. */
  readonly barcodePrefix: string | null;
}

/** The words under which a product is found: those of its name, already folded, and of its brand. */
export function wordsOfProduct(foldedName: string, brand: string): string {
  const more = folded(brand);
  // Most names begin with the brand; saying it twice would only make the index larger.
  return ` ${foldedName} `.includes(` ${more} `) ? foldedName : `${foldedName} ${more}`.trim();
}

/**
 * Takes a search text apart. Nothing in it can be FTS5 syntax: only letters and digits are left, and
 * each word is quoted.
 */
export function searchWords(text: string): SearchWords {
  const words = folded(text).split(' ').filter(Boolean).slice(0, MAX_WORDS);
  const only = words.length === 1 ? (words[0] ?? '') : '';
  const digits = /^\d+$/.test(only) ? only : null;
  const code = digits === null ? undefined : readCode(digits);
  return {
    match: words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' '),
    plu: code?.kind === 'plu' ? code.plu : null,
    barcodePrefix: digits !== null && digits.length >= LEAST_BARCODE_DIGITS ? digits : null,
  };
}

/** Inclusive bounds, 14 digits each. */
export interface GtinRange {
  readonly from: string;
  readonly to: string;
}

/**
 * The ranges of GTIN-14s whose printed form begins with these digits. A code is stored with zeros in
 * front: none for a GTIN-14, one for an EAN-13, two for a UPC-A, six for a GTIN-8.
 */
export function gtinRanges(prefix: string): GtinRange[] {
  return ['', '0', '00', '000000']
    .map((zeros) => zeros + prefix)
    .filter((start) => start.length <= 14)
    .map((start) => ({ from: start.padEnd(14, '0'), to: start.padEnd(14, '9') }));
}
