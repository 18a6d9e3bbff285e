import { MAX_RUPIAH, rupiah, type Rupiah } from '../../../../shared/domain/money.ts';
import { thousandths, type Thousandths } from '../../../../shared/domain/quantity.ts';
import type { Cell } from './sheet.ts';

/** A value read from a cell; `null` where the cell is empty, so that nothing is changed by it. */
export type CellReading<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly why: 'invalid' | 'too-large' };

/** No store has a million of anything. */
const MAX_STOCK_THOUSANDTHS = 1_000_000_000;

const YES: ReadonlySet<string> = new Set(['ya', 'y', 'iya', 'yes', 'true', 'benar', '1', 'x', 'v']);
const NO: ReadonlySet<string> = new Set(['tidak', 't', 'tdk', 'no', 'n', 'false', 'salah', '0', '-']);

/** `Rp`, `Rp.` or `IDR` before an amount, `,-` after it. */
const MONEY_SIGNS = /^(?:rp\.?|idr)\s*|,-$/gi;

/** `3500`, `3.500` and `1.250.000`, with or without a decimal part of zeros. */
const WHOLE_AMOUNT = /^(?<whole>\d+|\d{1,3}(?:\.\d{3})+)(?:,0{1,2})?$/;
/** `3500.00`, as databases write it. Two digits after the point can't be thousands. */
const DATABASE_AMOUNT = /^(?<whole>\d+)\.0{1,2}$/;

/**
 * `24`, `1,5` or `1.5`. A point with three digits after it is left out: `1.250` is 1,250 kg to some
 * and 1250 pieces to others.
 */
const QUANTITY = /^(?<whole>\d+)(?:,(?<decimals>\d{1,3})|\.(?<english>\d{1,2}))?$/;

/** U+FFFD stands where text was already lost; control characters never belong into a name. */
const BROKEN_TEXT = /[\u{fffd}\p{Cc}]/u;

/** A cell as text: one Unicode form, one space between words. */
export function cellText(cell: Cell): string {
  return String(cell).normalize().replaceAll(/\s+/g, ' ').trim();
}

/** Whether a text has characters that no product's name can have. */
export function isBrokenText(text: string): boolean {
  return BROKEN_TEXT.test(text);
}

/**
 * An amount in whole rupiah: `3.500`, `Rp 3.500`, `3500`, `3500,00`. Nought means that no price is
 * known, as most programs write it. What could be read in two ways, such as `3.5`, is invalid.
 */
export function readAmount(cell: Cell): CellReading<Rupiah> {
  const digits = amountDigits(cell);
  if (digits === undefined) return { ok: false, why: 'invalid' };
  const value = Number(digits);
  if (value > MAX_RUPIAH) return { ok: false, why: 'too-large' };
  return { ok: true, value: value === 0 ? null : rupiah(value) };
}

function amountDigits(cell: Cell): string | undefined {
  if (typeof cell === 'number') return cell >= 0 && Number.isSafeInteger(cell) ? String(cell) : undefined;
  const text = cellText(cell).replaceAll(MONEY_SIGNS, '');
  if (text === '' || text === '-') return '';
  return (WHOLE_AMOUNT.exec(text) ?? DATABASE_AMOUNT.exec(text))?.groups?.['whole']?.replaceAll('.', '');
}

/** A quantity in stock, with up to three decimals: `24`, `1,5`, `1.5`. */
export function readStock(cell: Cell): CellReading<Thousandths> {
  if (typeof cell === 'number') return stockOf(cell * 1000);
  const text = cellText(cell);
  if (text === '' || text === '-') return { ok: true, value: null };
  const parts = QUANTITY.exec(text)?.groups;
  if (parts === undefined) return { ok: false, why: 'invalid' };
  const decimals = parts['decimals'] ?? parts['english'] ?? '';
  return stockOf(Number(`${parts['whole'] ?? ''}${decimals.padEnd(3, '0')}`));
}

function stockOf(exact: number): CellReading<Thousandths> {
  const value = Math.round(exact);
  // A spreadsheet keeps 0.1 as the nearest binary fraction; anything further off has more decimals.
  const isExact = Math.abs(exact - value) < 1e-6 * Math.max(1, Math.abs(exact));
  if (!isExact || value < 0 || value > MAX_STOCK_THOUSANDTHS) return { ok: false, why: 'invalid' };
  return { ok: true, value: thousandths(value) };
}

/** Yes or no, in the words people use for it. */
export function readYesNo(cell: Cell): CellReading<boolean> {
  const text = cellText(cell).toLowerCase();
  if (text === '') return { ok: true, value: null };
  if (YES.has(text)) return { ok: true, value: true };
  return NO.has(text) ? { ok: true, value: false } : { ok: false, why: 'invalid' };
}

/**
 * The codes in a cell, parted by spaces or `|`. A number is taken as the whole number it is: zeros a
 * spreadsheet has dropped in front of it are not put back, because that would be guessing.
 */
export function codesIn(cell: Cell): string[] {
  const text = typeof cell === 'number' ? wholeNumberText(cell) : cellText(cell);
  // An apostrophe in front makes a spreadsheet keep digits as text; some exports leave it there.
  return text
    .split(/[\s|]+/)
    .map((code) => code.replace(/^'/, ''))
    .filter((code) => code !== '');
}

function wholeNumberText(value: number): string {
  return Number.isSafeInteger(value) ? value.toFixed(0) : String(value);
}
