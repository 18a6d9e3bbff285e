import { z } from 'zod';

/**
 * The day a sale belongs to, `YYYY-MM-DD`. It is fixed when the business day is opened and stored
 * with every record; it is never worked out from a timestamp, because a day may run past midnight
 * and the PC's clock may be wrong.
 */
export const businessDateSchema = z.iso.date().brand<'BusinessDate'>();
export type BusinessDate = z.output<typeof businessDateSchema>;

/** Indonesia's three time zones; none has daylight saving time. */
export const TIME_ZONES = {
  'Asia/Jakarta': { short: 'WIB', offsetMinutes: 420 },
  'Asia/Makassar': { short: 'WITA', offsetMinutes: 480 },
  'Asia/Jayapura': { short: 'WIT', offsetMinutes: 540 },
} as const;

export const timeZoneSchema = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']);
export type TimeZone = z.output<typeof timeZoneSchema>;

/** Epoch milliseconds in UTC, whole and not before 1970. */
export const instantSchema = z.int().min(0).brand<'Instant'>();
export type Instant = z.output<typeof instantSchema>;

/** Minutes east of UTC at which the store lives. */
export function offsetMinutesOf(zone: TimeZone): number {
  return TIME_ZONES[zone].offsetMinutes;
}

/** The wall-clock parts of an instant at a fixed offset, without asking the machine's time zone. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** Splits an instant into calendar parts at `offsetMinutes` east of UTC. */
export function wallClock(instant: number, offsetMinutes: number): WallClock {
  const shifted = new Date(instant + offsetMinutes * 60_000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    weekday: shifted.getUTCDay(),
  };
}

/** The calendar date of an instant at an offset: the date proposed when a business day is opened. */
export function calendarDate(instant: number, offsetMinutes: number): BusinessDate {
  return businessDateSchema.parse(new Date(instant + offsetMinutes * 60_000).toISOString().slice(0, 10));
}

/** The day after a business date. */
export function nextDate(date: BusinessDate): BusinessDate {
  return addDays(date, 1);
}

/** Whole days from one date to a later one; negative where it is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The date some days after a business date. */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  const later = new Date(`${date}T00:00:00Z`);
  later.setUTCDate(later.getUTCDate() + days);
  return businessDateSchema.parse(later.toISOString().slice(0, 10));
}
