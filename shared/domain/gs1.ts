import { businessDateSchema, type BusinessDate } from './business-date.ts';
import { hasValidCheckDigit } from './check-digit.ts';
import { rupiah, type Rupiah } from './money.ts';
import { thousandths, type Thousandths } from './quantity.ts';

/**
 * GS1 element strings, as GS1-128, DataBar Expanded and DataMatrix carry them: fields, each behind an
 * application identifier (AI) that says what it is (GS1 General Specifications, sections 3 and 7.8).
 */

/** What an element string says that a till can use; what is not there is null. */
export interface Gs1Reading {
  /** AI 01, or 02 for what a box holds: the item, as 14 digits. */
  readonly gtin14: string | null;
  /** AI 310n: net weight in thousandths of a kilogram. */
  readonly weightThousandths: Thousandths | null;
  /** AI 392n, or 393n in rupiah: price of this very pack. */
  readonly priceRp: Rupiah | null;
  /** AI 30 or 37: how many pieces. */
  readonly count: number | null;
  /** AI 10. */
  readonly batch: string | null;
  /** AI 17, or 15 (best before) where only that is there. */
  readonly expiry: BusinessDate | null;
}

/** Why an element string was refused. */
export type Gs1Fault = 'unknown-ai' | 'length' | 'check-digit' | 'date' | 'fraction' | 'currency' | 'twice';

export type Gs1Result =
  | { readonly ok: true; readonly value: Gs1Reading }
  | { readonly ok: false; readonly fault: Gs1Fault; readonly at: string };

/** FNC1 as scanners send it after fields of variable length: the control character GS. */
export const GS1_SEPARATOR = '\u001D';

/** How long an AI is, and the data behind it. */
interface Rule {
  /** First two digits of the AIs it is for: from, to. */
  readonly from: number;
  readonly to: number;
  readonly aiLength: 2 | 3 | 4;
  /** Length of the data; the longest where `fixed` is not set. */
  readonly length: number;
  /** Predefined length, which needs no FNC1 behind it (section 7.8.5). */
  readonly fixed?: true;
}

/**
 * All AIs by their first two digits, also those that a till has no use for: they are to be read past
 * without losing the place. What is not here is assigned to nothing.
 */
const RULES: readonly Rule[] = [
  { from: 0, to: 0, aiLength: 2, length: 18, fixed: true },
  { from: 1, to: 3, aiLength: 2, length: 14, fixed: true },
  { from: 4, to: 4, aiLength: 2, length: 16, fixed: true },
  { from: 10, to: 10, aiLength: 2, length: 20 },
  { from: 11, to: 19, aiLength: 2, length: 6, fixed: true },
  { from: 20, to: 20, aiLength: 2, length: 2, fixed: true },
  { from: 21, to: 22, aiLength: 2, length: 20 },
  { from: 23, to: 25, aiLength: 3, length: 30 },
  { from: 30, to: 30, aiLength: 2, length: 8 },
  { from: 31, to: 36, aiLength: 4, length: 6, fixed: true },
  { from: 37, to: 37, aiLength: 2, length: 8 },
  { from: 39, to: 39, aiLength: 4, length: 18 },
  { from: 40, to: 40, aiLength: 3, length: 30 },
  { from: 41, to: 41, aiLength: 3, length: 13, fixed: true },
  { from: 42, to: 42, aiLength: 3, length: 20 },
  { from: 43, to: 43, aiLength: 4, length: 70 },
  { from: 70, to: 70, aiLength: 4, length: 30 },
  { from: 71, to: 71, aiLength: 3, length: 20 },
  { from: 72, to: 72, aiLength: 4, length: 30 },
  { from: 80, to: 82, aiLength: 4, length: 90 },
  { from: 90, to: 99, aiLength: 2, length: 90 },
];

interface Field {
  readonly ai: string;
  readonly data: string;
}

/**
 * Reads an element string. Nothing is guessed: an AI that is assigned to nothing, a field cut short, a
 * wrong check digit or a field that is there twice with another value refuses the whole code.
 * @param text as the scanner sent it, without the AIM prefix; FNC1 as GS
 */
export function readElementString(text: string): Gs1Result {
  const fields: Field[] = [];
  let rest = withoutSeparator(text);
  while (rest !== '') {
    const field = nextField(rest);
    if ('fault' in field) return { ok: false, fault: field.fault, at: rest.slice(0, 4) };
    fields.push(field);
    rest = withoutSeparator(rest.slice(field.ai.length + field.data.length));
  }
  return reading(fields);
}

/**
 * Reads elements as they are printed for people, each AI in brackets: `(01)08998866200301(10)A7`.
 * Blanks between fields do not matter.
 */
export function readBrackets(text: string): Gs1Result {
  const fields: Field[] = [];
  for (const element of text.matchAll(/\((?<ai>[^()]*)\)(?<data>[^(]*)|(?<stray>[^(]+|\()/g)) {
    const { ai = '', data = '' } = element.groups ?? {};
    const written = ai + data.trim();
    const field = nextField(written);
    if ('fault' in field) return { ok: false, fault: field.fault, at: ai };
    if (field.ai !== ai || ai.length + field.data.length !== written.length)
      return { ok: false, fault: 'length', at: ai };
    fields.push(field);
  }
  return reading(fields);
}

function withoutSeparator(text: string): string {
  return text.startsWith(GS1_SEPARATOR) ? text.slice(1) : text;
}

/** The field a string begins with. */
function nextField(text: string): Field | { readonly fault: Gs1Fault } {
  const prefix = /^\d\d/.test(text) ? Number(text.slice(0, 2)) : -1;
  const rule = RULES.find(({ from, to }) => from <= prefix && prefix <= to);
  const ai = text.slice(0, rule?.aiLength);
  if (rule === undefined || !/^\d+$/.test(ai) || ai.length !== rule.aiLength) return { fault: 'unknown-ai' };
  const after = text.slice(ai.length);
  const end = after.indexOf(GS1_SEPARATOR);
  const whole = end === -1 ? after : after.slice(0, end);
  if (rule.fixed) {
    const data = whole.slice(0, rule.length);
    return data.length === rule.length && /^\d+$/.test(data) ? { ai, data } : { fault: 'length' };
  }
  return whole === '' || whole.length > rule.length ? { fault: 'length' } : { ai, data: whole };
}

/** Something that one field says, null where it is not there, or why the whole code is refused. */
type Part<T> = T | null | { readonly fault: Gs1Fault; readonly at: string };

function isFault<T>(part: Part<T>): part is { readonly fault: Gs1Fault; readonly at: string } {
  return typeof part === 'object' && part !== null && 'fault' in part;
}

function reading(fields: readonly Field[]): Gs1Result {
  const seen = new Map<string, string>();
  for (const { ai, data } of fields) {
    const before = seen.get(ai);
    if (before !== undefined && before !== data) return { ok: false, fault: 'twice', at: ai };
    seen.set(ai, data);
  }
  const gtin14 = seen.get('01') ?? seen.get('02') ?? null;
  // All zeros has a right check digit and names nothing.
  if (gtin14 !== null && (!hasValidCheckDigit(gtin14) || /^0+$/.test(gtin14))) {
    return { ok: false, fault: 'check-digit', at: gtin14 };
  }
  const expiry = expiryOf(seen);
  if (isFault(expiry)) return { ok: false, ...expiry };
  const weightThousandths = weightOf(seen);
  if (isFault(weightThousandths)) return { ok: false, ...weightThousandths };
  const priceRp = priceOf(seen);
  if (isFault(priceRp)) return { ok: false, ...priceRp };
  const count = countOf(seen);
  if (isFault(count)) return { ok: false, ...count };
  const batch = seen.get('10') ?? null;
  return { ok: true, value: { gtin14, weightThousandths, priceRp, count, batch, expiry } };
}

/**
 * YYMMDD; day 00 means the last of the month. Years are read as 2000 to 2099: GS1 slides the century
 * by today's date (section 7.12), and nothing on a shelf expired before 2000.
 */
function expiryOf(seen: ReadonlyMap<string, string>): Part<BusinessDate> {
  const ai = seen.has('17') ? '17' : '15';
  const text = seen.get(ai);
  if (text === undefined) return null;
  const [year, month] = [2000 + Number(text.slice(0, 2)), Number(text.slice(2, 4))];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = text.endsWith('00') ? String(lastDay) : text.slice(4);
  const date = businessDateSchema.safeParse(`${year}-${text.slice(2, 4)}-${day}`);
  return date.success ? date.data : { fault: 'date', at: ai };
}

/** Data of the first AI of a family such as 310n, and how many of its digits are decimals. */
function family(seen: ReadonlyMap<string, string>, three: string) {
  for (const [ai, data] of seen) {
    if (ai.length === 4 && ai.startsWith(three)) return { ai, data, decimals: Number(ai.charAt(3)) };
  }
  return undefined;
}

function weightOf(seen: ReadonlyMap<string, string>): Part<Thousandths> {
  const found = family(seen, '310');
  if (found === undefined) return null;
  const grams = scaled(found.data, 3 - found.decimals);
  // Less than a gram is no weight of a shop's scale, and rounding it would be a guess.
  return grams === undefined ? { fault: 'fraction', at: found.ai } : thousandths(grams);
}

function priceOf(seen: ReadonlyMap<string, string>): Part<Rupiah> {
  const local = family(seen, '392');
  const foreign = family(seen, '393');
  if (local === undefined && foreign === undefined) return null;
  const { ai, data, decimals } = local ?? foreign ?? { ai: '', data: '', decimals: 0 };
  if (local === undefined && !data.startsWith('360')) return { fault: 'currency', at: ai };
  const amount = local === undefined ? data.slice(3) : data;
  if (!/^\d{1,15}$/.test(amount)) return { fault: 'length', at: ai };
  // There is no fraction of a rupiah, so a price that has one was not made for this country.
  const whole = scaled(amount, -decimals);
  return whole === undefined ? { fault: 'fraction', at: ai } : rupiah(whole);
}

/** Digits times a power of ten, undefined where that is no whole number. */
function scaled(digits: string, power: number): number | undefined {
  const factor = 10n ** BigInt(Math.abs(power));
  const value = BigInt(digits);
  if (power >= 0) return Number(value * factor);
  return value % factor === 0n ? Number(value / factor) : undefined;
}

function countOf(seen: ReadonlyMap<string, string>): Part<number> {
  const pieces = seen.get('30') ?? seen.get('37');
  if (pieces === undefined) return null;
  return /^\d+$/.test(pieces) ? Number(pieces) : { fault: 'length', at: '30' };
}
