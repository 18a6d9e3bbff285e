import { formatDateAscii } from '../../shared/i18n/format.ts';

/** `15-4-2026`, with any of the usual signs between; `15042026`; a year of two digits is in this century. */
const TYPED_DATE = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$|^(\d{2})(\d{2})(\d{4})$/;

/** First and last date, both included. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/**
 * Two dates that somebody typed, as a span.
 * @returns why they make none: one is no date, or the last lies before the first
 */
export function readSpan(typed: Span): Span | 'no-date' | 'order' {
  const [from, to] = [readDate(typed.from), readDate(typed.to)];
  if (typeof from !== 'string' || typeof to !== 'string') return 'no-date';
  return to < from ? 'order' : { from, to };
}

/** A business date as a field shows it: `15-04-2026`, empty for none. */
export function dateTyped(date: string | null): string {
  return date === null ? '' : formatDateAscii(date);
}

/**
 * Reads a date that somebody typed, day first as everybody here writes it.
 * @returns `YYYY-MM-DD`, `null` where nothing was typed, `undefined` where it is no date
 */
export function readDate(typed: string): string | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const match = TYPED_DATE.exec(text);
  if (match === null) return undefined;
  const [day = '', month = '', year = ''] = match.slice(1).filter((part) => part !== undefined);
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${date}T00:00:00Z`);
  // 31 February is a date to JavaScript, but not the one that was typed.
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== date ? undefined : date;
}
