import type { BusinessDate } from './business-date.ts';
import { hasValidCheckDigit } from './check-digit.ts';
import { GS1_SEPARATOR, readBrackets, readElementString, type Gs1Result } from './gs1.ts';
import { readInStoreCode } from './in-store-code.ts';
import type { Rupiah } from './money.ts';
import type { Thousandths } from './quantity.ts';

/**
 * Codes on goods: GTINs as GS1 defines them (General Specifications, sections 1.4 and 7.9), and the
 * short price-list keys (PLU) of goods without one. A code whose check digit is wrong was misread or
 * mistyped; it is reported as such and never put right by guessing.
 */

/** What a scanned or typed code is. `shown` is the code as a person reads it off the pack. */
export type ScannedCode =
  | { readonly kind: 'gtin'; readonly gtin14: string; readonly shown: string }
  | { readonly kind: 'plu'; readonly plu: string }
  | InStoreCode
  | Gs1Code
  | { readonly kind: 'bad-check-digit'; readonly shown: string }
  | { readonly kind: 'other'; readonly text: string };

/** A label of the store's own scale. The store may also know the whole code, as `gtin14`. */
export interface InStoreCode {
  readonly kind: 'in-store';
  readonly plu: string;
  readonly weightThousandths: Thousandths | null;
  readonly priceRp: Rupiah | null;
  readonly gtin14: string;
  readonly shown: string;
}

/** A GS1 element string that names an item; what it does not say is null. */
export interface Gs1Code {
  readonly kind: 'gs1';
  readonly gtin14: string;
  /** Net weight in thousandths of a kilogram; 0 where the label says so. */
  readonly weightThousandths: Thousandths | null;
  /** What this very pack costs. */
  readonly priceRp: Rupiah | null;
  /** How many pieces. */
  readonly count: number | null;
  readonly batch: string | null;
  /** Expiry, or best-before where only that is there. */
  readonly expiry: BusinessDate | null;
  readonly shown: string;
}

/** What a store's own codes look like; see `in-store-code.ts`. */
export interface CodeOptions {
  readonly patterns: readonly string[];
}

/** A text that must be a GTIN, or why it is none. */
export type GtinReading =
  | { readonly ok: true; readonly gtin14: string }
  | { readonly ok: false; readonly why: 'not-digits' | 'length' | 'check-digit' };

/** Lengths of GTIN-8, UPC-A, EAN-13 and the GTIN-14 of outer packs. */
const GTIN_LENGTHS: ReadonlySet<number> = new Set([8, 12, 13, 14]);

/** A PLU is typed by hand: six digits at the most, as in the contract's `pluSchema`. */
const PLU = /^\d{1,6}$/;

/** Control and invisible format characters that scanners and pasted text bring along. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** How a string of elements begins that has a GTIN and more: longer than any barcode of bare digits. */
const BARE_ELEMENTS = /^0[12]\d{14}/;

/** Symbology identifier that many scanners send first: `]`, a letter, a modifier (ISO/IEC 15424). */
const AIM_PREFIX = /^\](?<symbology>[A-Za-z])(?<modifier>[0-9A-Za-z])/;

/**
 * Carriers of GS1 element strings (GS1-128, DataBar, DataMatrix, QR). Their digits are fields with
 * prefixes, so eight of them may be a date: they are never taken for a bare GTIN.
 */
const ELEMENT_STRINGS: ReadonlySet<string> = new Set(['C1', 'e0', 'e1', 'e2', 'd2', 'Q3', 'J1']);

/** EAN-8 says of itself that it is no UPC-E. */
const EAN_8 = 'E4';

/**
 * The UPC-A that a UPC-E stands for. UPC-E leaves out zeros; its last digit before the check digit
 * says where they were.
 * @param upcE eight digits: number system 0 or 1, six digits, check digit
 * @returns twelve digits, or undefined where this is no UPC-E
 */
export function expandUpcE(upcE: string): string | undefined {
  if (!/^[01]\d{7}$/.test(upcE)) return undefined;
  const system = upcE.charAt(0);
  const six = upcE.slice(1, 7);
  const upcA = system + expandedBody(six) + upcE.charAt(7);
  return hasValidCheckDigit(upcA) ? upcA : undefined;
}

function expandedBody(six: string): string {
  const last = six.charAt(5);
  if (last <= '2') return `${six.slice(0, 2)}${last}0000${six.slice(2, 5)}`;
  if (last === '3') return `${six.slice(0, 3)}00000${six.slice(3, 5)}`;
  if (last === '4') return `${six.slice(0, 4)}00000${six.charAt(4)}`;
  return `${six.slice(0, 5)}0000${last}`;
}

/**
 * Reads a text that must be a GTIN, such as a cell of an import or a field of the product editor.
 * Spaces and hyphens, as printed under the bars or in an ISBN, do not matter.
 * @returns the GTIN padded to 14 digits, so that a UPC-A and the EAN-13 of the same code are equal
 */
export function readGtin(text: string): GtinReading {
  const digits = withoutGaps(visible(text));
  if (!/^\d+$/.test(digits)) return { ok: false, why: 'not-digits' };
  if (!GTIN_LENGTHS.has(digits.length)) return { ok: false, why: 'length' };
  const gtin14 = gtin14Of(digits, true);
  return gtin14 === undefined ? { ok: false, why: 'check-digit' } : { ok: true, gtin14 };
}

/**
 * Tells what a scanned or typed code is.
 * @param raw what the scanner sent or the cashier typed, with or without an AIM prefix
 * @param options without patterns of the store's own codes, those are GTINs like any other
 */
export function readCode(raw: string, { patterns }: CodeOptions = { patterns: [] }): ScannedCode {
  const { symbology, text } = withoutAimPrefix(visible(raw));
  const elements = elementsOf(raw, symbology);
  if (elements !== undefined) return elements;
  if (symbology !== undefined && ELEMENT_STRINGS.has(symbology)) return { kind: 'other', text };
  if (symbology === undefined && PLU.test(text)) return { kind: 'plu', plu: normalPlu(text) };
  const digits = withoutGaps(text);
  if (!/^\d+$/.test(digits) || !GTIN_LENGTHS.has(digits.length)) return { kind: 'other', text };
  const gtin14 = gtin14Of(digits, symbology !== EAN_8);
  if (gtin14 === undefined) return { kind: 'bad-check-digit', shown: digits };
  const own = readInStoreCode(digits, patterns);
  switch (own.kind) {
    case 'read':
      return { kind: 'in-store', ...own.value, gtin14, shown: digits };
    case 'bad-check-digit':
      return { kind: 'bad-check-digit', shown: digits };
    case 'none':
      return { kind: 'gtin', gtin14, shown: digits };
  }
}

/**
 * A code as GS1 elements, or undefined where it is none or names no item. Scanners say what they read
 * by an AIM prefix or by FNC1; people type what is printed, with brackets. Without any of these only a
 * string that is right from end to end, GTIN first, is taken for elements: nothing else is that long.
 */
function elementsOf(raw: string, symbology: string | undefined): ScannedCode | undefined {
  const declared = symbology !== undefined && ELEMENT_STRINGS.has(symbology);
  if (symbology !== undefined && !declared) return undefined;
  const { text } = withoutAimPrefix(raw.split(GS1_SEPARATOR).map(visible).join(GS1_SEPARATOR));
  if (text.startsWith('(')) return codeOf(readBrackets(text), text);
  const separated = text.includes(GS1_SEPARATOR);
  if (!declared && !separated && !BARE_ELEMENTS.test(text)) return undefined;
  const result = readElementString(text);
  const sure = declared || separated || result.ok;
  return sure ? codeOf(result, visible(text)) : undefined;
}

function codeOf(result: Gs1Result, shown: string): ScannedCode | undefined {
  if (!result.ok) return result.fault === 'check-digit' ? { kind: 'bad-check-digit', shown } : undefined;
  const { gtin14, ...rest } = result.value;
  return gtin14 === null ? undefined : { kind: 'gs1', gtin14, ...rest, shown };
}

/**
 * A PLU in its one stored form. A spreadsheet turns `007` into `7`, so leading zeros can't tell two
 * products apart.
 */
export function normalPlu(plu: string): string {
  return plu.replace(/^0+(?=\d)/, '');
}

/**
 * A stored GTIN as it is printed on the pack: 8, 12, 13 or 14 digits. GS1 leaves the prefixes unused
 * in which a padded UPC-A would look like a GTIN-8.
 */
export function shownGtin(gtin14: string): string {
  if (gtin14.startsWith('000000')) return gtin14.slice(6);
  if (gtin14.startsWith('00')) return gtin14.slice(2);
  return gtin14.startsWith('0') ? gtin14.slice(1) : gtin14;
}

function visible(raw: string): string {
  return raw.replace(INVISIBLE, '').trim();
}

function withoutGaps(text: string): string {
  return text.replace(/[\s-]/g, '');
}

function withoutAimPrefix(text: string): { symbology: string | undefined; text: string } {
  const prefix = AIM_PREFIX.exec(text);
  if (prefix === null) return { symbology: undefined, text };
  return { symbology: prefix[0].slice(1), text: text.slice(prefix[0].length) };
}

/**
 * A GTIN-shaped string of digits as GTIN-14, or undefined where its check digit is wrong. Eight
 * digits that are right as a GTIN-8 are one; a UPC-E is what only comes out right expanded.
 */
function gtin14Of(digits: string, maybeUpcE: boolean): string | undefined {
  // All zeros has a right check digit and names nothing.
  if (/^0+$/.test(digits)) return undefined;
  if (hasValidCheckDigit(digits)) return digits.padStart(14, '0');
  return maybeUpcE && digits.length === 8 ? expandUpcE(digits)?.padStart(14, '0') : undefined;
}
