import { businessDateSchema, calendarDate, type BusinessDate } from '../../../shared/domain/business-date.ts';
import { cellText, type Cell } from '../catalog/index.ts';

/** A number as it stands in a cell: all of it, or what a system that hides its digits left of it. */
export type NumberRead =
  | { readonly kind: 'nik'; readonly digits: string }
  | { readonly kind: 'last-four'; readonly lastFour: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable' };

const NIK_DIGITS = 16;

/** Sixteen places of which the last four at least can be read, and some are hidden: `3507********0001`. */
const MASKED = /^[\d*x•#]*[*x•#][\d*x•#]*(?<lastFour>\d{4})$/i;

/** A NIK as text or number. A spreadsheet's number that can't hold sixteen digits exactly is unreadable. */
export function readNik(cell: Cell): NumberRead {
  if (typeof cell === 'boolean') return { kind: 'unreadable' };
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return { kind: 'unreadable' };
  const text = (typeof cell === 'number' ? cell.toFixed(0) : cellText(cell)).replaceAll(/[\s.'-]/g, '');
  if (text === '') return { kind: 'none' };
  if (/^\d+$/.test(text)) {
    return text.length === NIK_DIGITS ? { kind: 'nik', digits: text } : { kind: 'unreadable' };
  }
  const lastFour = MASKED.exec(text)?.groups?.['lastFour'];
  return lastFour === undefined ? { kind: 'unreadable' } : { kind: 'last-four', lastFour };
}

const ISO = /^(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})(?:$|[ T,])/;
/** Day before month, as everybody in Indonesia writes it. */
const LOCAL = /^(?<day>\d{1,2})[-/. ](?<month>\d{1,2})[-/. ](?<year>\d{4}|\d{2})(?:$|[ T,])/;
const IN_WORDS =
  /^(?:[a-z']+,? )?(?<day>\d{1,2})[- ](?<word>[a-z]{3,9})\.?[- ](?<year>\d{4}|\d{2})(?:$|[ T,])/i;
/** An instant with its zone, as programs write it: the date is the one in the store's zone. */
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/;

/** First letters of the months, in Indonesian and English. */
const MONTHS = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'aug', 'ags'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
] as const;

/** Days from 30 December 1899, from which spreadsheets count, to 1 January 1970. */
const SERIAL_OF_1970 = 25_569;
const DAY_MS = 86_400_000;

/**
 * A date, or undefined where the cell is none. What could be read in two ways is read day first.
 * @param offsetMinutes of the store's zone, for instants that bear a zone
 */
export function readDate(cell: Cell, offsetMinutes: number): BusinessDate | undefined {
  if (typeof cell === 'boolean') return undefined;
  if (typeof cell === 'number') return serialDate(cell);
  const text = cellText(cell);
  if (WITH_ZONE.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) ? undefined : calendarDate(at, offsetMinutes);
  }
  const parts = (ISO.exec(text) ?? LOCAL.exec(text) ?? IN_WORDS.exec(text))?.groups;
  if (parts === undefined) return undefined;
  const year = parts['year'] ?? '';
  const month = parts['month'] ?? String(monthOf(parts['word'] ?? ''));
  return dateOf(year.length === 2 ? `20${year}` : year, month, parts['day'] ?? '');
}

function serialDate(serial: number): BusinessDate | undefined {
  // The years 2000 to 2099: anything else in a column of dates is no date.
  if (!(serial >= 36_526 && serial < 73_051)) return undefined;
  const date = new Date((Math.floor(serial) - SERIAL_OF_1970) * DAY_MS);
  return businessDateSchema.parse(date.toISOString().slice(0, 10));
}

function monthOf(word: string): number {
  const start = word.slice(0, 3).toLowerCase();
  return MONTHS.findIndex((names) => names.some((name) => name === start)) + 1;
}

function dateOf(year: string, month: string, day: string): BusinessDate | undefined {
  const date = businessDateSchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return date.success ? date.data : undefined;
}

/** `2`, `2,5`, `2.5`, with a unit behind it or not. `1.250` is left out: it may be either. */
const QUANTITY = /^(?<whole>\d{1,6})(?:,(?<decimals>\d{1,3})|\.(?<english>\d{1,2}))?(?: ?[a-z]+\.?)?$/i;
const MAX_THOUSANDTHS = 1_000_000_000;

/** A quantity above nought in thousandths, or undefined where the cell is none. */
export function readQuantity(cell: Cell): number | undefined {
  const exact = typeof cell === 'number' ? cell * 1_000 : textQuantity(cell);
  const value = Math.round(exact);
  const isExact = Math.abs(exact - value) < 1e-6 * Math.max(1, Math.abs(exact));
  return isExact && value > 0 && value <= MAX_THOUSANDTHS ? value : undefined;
}

function textQuantity(cell: string | boolean): number {
  const parts = QUANTITY.exec(cellText(cell))?.groups;
  if (parts === undefined) return Number.NaN;
  const decimals = parts['decimals'] ?? parts['english'] ?? '';
  return Number(`${parts['whole'] ?? ''}${decimals.padEnd(3, '0')}`);
}
