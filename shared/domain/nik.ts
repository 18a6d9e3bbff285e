/** Province, regency, district; then the day of birth (women: plus 40), month, year; then a serial. */
const NIK = /^[1-9]\d{5}(?:0[1-9]|[1256]\d|[37][01]|4[1-9])(?:0[1-9]|1[0-2])\d{2}\d{4}$/;

/**
 * Whether a number is built like a NIK, the identity number of every Indonesian. No journal may hold
 * one, so a NIK is refused where a membership number or a card code is asked for.
 */
export function looksLikeNik(text: string): boolean {
  return NIK.test(text.replaceAll(/[\s.-]/g, ''));
}

/**
 * Provinces by their Kemendagri code, the new ones of Papua included. A NIK keeps the province where
 * somebody was first registered, so no code is ever taken out of this list. 97 is a province of Papua
 * in the list of the statistics office only; who has such a number is not sent away for it.
 */
const PROVINCES: ReadonlySet<string> = new Set(
  [
    '11 12 13 14 15 16 17 18 19 21',
    '31 32 33 34 35 36',
    '51 52 53',
    '61 62 63 64 65',
    '71 72 73 74 75 76',
    '81 82',
    '91 92 93 94 95 96 97',
  ].flatMap((codes) => codes.split(' ')),
);

/** The length of a NIK, and of the number of a family card (KK). */
const LENGTH = 16;

/** Why a number can be neither a NIK nor, where one is asked for, the number of a KK. */
export type IdentityProblem = 'no-digits' | 'length' | 'province' | 'day' | 'month';

/** What looks odd in a number. It is said and never blocks: real cards hold odd numbers too. */
export type IdentityWarning = 'maybe-kk' | 'maybe-nik' | 'odd-date' | 'odd-serial';

/** A number as it was read; a text, because it is no quantity and may be longer than a float is exact. */
export type IdentityReading =
  | { readonly ok: false; readonly problem: IdentityProblem; readonly digits: number }
  | { readonly ok: true; readonly number: string; readonly warnings: readonly IdentityWarning[] };

/**
 * Reads a NIK, or the number of a KK, as typed or scanned. Length and province must be right, and of a
 * NIK its day (1-31 or 41-71) and month; there is no check digit. Beyond a warning nothing is read out
 * of a number: neither sex nor age, and no address, because none of them need be true.
 * A KK carries the day on which it was issued where a NIK has a birthday. So a day over 40 is surely no
 * KK's, and a date of the last seventeen years is more likely one of a KK than of somebody with a KTP.
 * @param today a calendar date in the store's zone
 * @param wanted what was asked for
 */
export function readIdentityNumber(
  text: string,
  today: string,
  wanted: 'nik' | 'kk' = 'nik',
): IdentityReading {
  const number = text.replaceAll(/[\s.-]/g, '');
  const digits = number.length;
  if (!/^\d*$/.test(number)) return { ok: false, problem: 'no-digits', digits };
  if (digits !== LENGTH) return { ok: false, problem: 'length', digits };
  if (!PROVINCES.has(number.slice(0, 2))) return { ok: false, problem: 'province', digits };
  const day = Number(number.slice(6, 8));
  const month = Number(number.slice(8, 10));
  const isDay = (day >= 1 && day <= 31) || (day >= 41 && day <= 71);
  const isMonth = month >= 1 && month <= 12;
  // How a KK is numbered is known less well, so that its date is never a reason to send somebody away.
  if (wanted === 'nik' && !isDay) return { ok: false, problem: 'day', digits };
  if (wanted === 'nik' && !isMonth) return { ok: false, problem: 'month', digits };
  const date = isDay && isMonth ? latestDate(number, today) : undefined;
  const warnings: IdentityWarning[] = [];
  if (wanted === 'nik' && day <= 31 && date !== undefined && isWithinYears(date, today, 17)) {
    warnings.push('maybe-kk');
  }
  if (wanted === 'kk' && isDay && day > 40) warnings.push('maybe-nik');
  if (date === undefined || !isWithinYears(date, today, 99)) warnings.push('odd-date');
  if (number.endsWith('0000')) warnings.push('odd-serial');
  return { ok: true, number, warnings };
}

/**
 * The last date that is not after today and fits the six digits, which leave the century open;
 * undefined where no calendar has it.
 */
function latestDate(number: string, today: string): string | undefined {
  const day = String(Number(number.slice(6, 8)) % 40).padStart(2, '0');
  const ending = `${number.slice(10, 12)}-${number.slice(8, 10)}-${day}`;
  return [`20${ending}`, `19${ending}`].find((date) => date <= today && isInCalendar(date));
}

function isInCalendar(date: string): boolean {
  const found = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(date);
}

/** Whether somebody born on a date would not be so many years old yet. */
function isWithinYears(date: string, today: string, years: number): boolean {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}` > today;
}

/** Groups a number while it is typed, 6-6-4, the way it stands on the card and is read aloud. */
export function groupNik(number: string): string {
  return [number.slice(0, 6), number.slice(6, 12), number.slice(12)].filter((part) => part !== '').join(' ');
}

/** The last four digits: all of a number that a screen or a paper shows. */
export function maskNik(number: string): string {
  return number.slice(-4);
}
