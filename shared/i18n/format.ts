import { calendarDate, wallClock, type BusinessDate } from '../domain/business-date.ts';

/** Typographic minus for the screen; paper takes ASCII. */
const MINUS = '−';

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;
const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

function grouped(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+(?!\d))/g, '.');
}

const pad2 = (value: number): string => String(value).padStart(2, '0');

/** An amount for a column: `12.500`, minus in front as the screen writes it. */
export function formatAmount(rupiah: number): string {
  return (rupiah < 0 ? MINUS : '') + grouped(Math.abs(rupiah));
}

/** An amount for a sentence: `Rp12.500`. */
export function formatRupiah(rupiah: number): string {
  return `${rupiah < 0 ? MINUS : ''}Rp${grouped(Math.abs(rupiah))}`;
}

/** An amount for paper, ASCII only: `-12.500`. */
export function formatAmountAscii(rupiah: number): string {
  return (rupiah < 0 ? '-' : '') + grouped(Math.abs(rupiah));
}

/** A quantity in thousandths: whole ones as `3`, fractions always with three digits, `1,250`. */
export function formatQuantity(thousandths: number): string {
  const sign = thousandths < 0 ? MINUS : '';
  const whole = Math.trunc(Math.abs(thousandths) / 1000);
  const fraction = Math.abs(thousandths) % 1000;
  return fraction === 0
    ? sign + grouped(whole)
    : `${sign}${grouped(whole)},${String(fraction).padStart(3, '0')}`;
}

/** Time of day on screen: `10.42`. */
export function formatTime(instant: number, offsetMinutes: number): string {
  const { hour, minute } = wallClock(instant, offsetMinutes);
  return `${pad2(hour)}.${pad2(minute)}`;
}

/** Time of day on paper: `10:42`. */
export function formatTimeAscii(instant: number, offsetMinutes: number): string {
  const { hour, minute } = wallClock(instant, offsetMinutes);
  return `${pad2(hour)}:${pad2(minute)}`;
}

function dateParts(date: string): { day: number; month: number; year: number; weekday: number } {
  const at = new Date(`${date}T00:00:00Z`);
  return {
    day: at.getUTCDate(),
    month: at.getUTCMonth(),
    year: at.getUTCFullYear(),
    weekday: at.getUTCDay(),
  };
}

/** A date in a sentence: `Rabu, 15 April 2026`. */
export function formatDateLong(date: BusinessDate | string): string {
  const { day, month, year, weekday } = dateParts(date);
  return `${DAYS[weekday] ?? ''}, ${day} ${MONTHS[month] ?? ''} ${year}`;
}

/** A date in a list: `15 April 2026`. */
export function formatDate(date: BusinessDate | string): string {
  const { day, month, year } = dateParts(date);
  return `${day} ${MONTHS[month] ?? ''} ${year}`;
}

/** A date in the status strip: `Rab 15 Apr`. */
export function formatDateShort(date: BusinessDate | string): string {
  const { day, month, weekday } = dateParts(date);
  return `${(DAYS[weekday] ?? '').slice(0, 3)} ${day} ${(MONTHS[month] ?? '').slice(0, 3)}`;
}

/** A date on paper: `15-04-2026`, or `15-04-26` where columns are few. */
export function formatDateAscii(date: BusinessDate | string, twoDigitYear = false): string {
  const { day, month, year } = dateParts(date);
  return `${pad2(day)}-${pad2(month + 1)}-${twoDigitYear ? pad2(year % 100) : year}`;
}

/** An instant as the store's own date and time on screen: `15 April 2026 10.42`. */
export function formatDateTime(instant: number, offsetMinutes: number): string {
  return `${formatDate(calendarDate(instant, offsetMinutes))} ${formatTime(instant, offsetMinutes)}`;
}

/** First 12 hex digits of a hash as printed at the foot of a receipt: `7C41-E09A-B2D8`. */
export function formatCheck(hash: string): string {
  const head = hash.slice(0, 12).toUpperCase();
  return `${head.slice(0, 4)}-${head.slice(4, 8)}-${head.slice(8, 12)}`;
}
