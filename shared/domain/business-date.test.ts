import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  businessDateSchema,
  calendarDate,
  daysBetween,
  nextDate,
  offsetMinutesOf,
  TIME_ZONES,
  wallClock,
  type TimeZone,
} from './business-date.ts';

const ZONES = Object.keys(TIME_ZONES) as TimeZone[];
const date = (text: string) => businessDateSchema.parse(text);

/** Instant in UTC │ the date in Jakarta, Makassar and Jayapura. */
const NIGHTS: readonly (readonly [utc: string, wib: string, wita: string, wit: string])[] = [
  ['2026-04-15T01:00:00Z', '2026-04-15', '2026-04-15', '2026-04-15'],
  ['2026-04-15T14:59:59Z', '2026-04-15', '2026-04-15', '2026-04-15'],
  ['2026-04-15T15:00:00Z', '2026-04-15', '2026-04-15', '2026-04-16'],
  ['2026-04-15T16:00:00Z', '2026-04-15', '2026-04-16', '2026-04-16'],
  ['2026-04-15T17:00:00Z', '2026-04-16', '2026-04-16', '2026-04-16'],
  ['2026-12-31T16:30:00Z', '2026-12-31', '2027-01-01', '2027-01-01'],
  ['2028-02-28T17:00:00Z', '2028-02-29', '2028-02-29', '2028-02-29'],
];

describe('the date by the wall clock of the store', () => {
  test.each(NIGHTS)('%s is %s in WIB, %s in WITA, %s in WIT', (utc, ...dates) => {
    const at = Date.parse(utc);
    expect(ZONES.map((zone) => calendarDate(at, offsetMinutesOf(zone)))).toEqual(dates);
  });

  test('agrees with the machine’s own tables of time zones', () => {
    const instants = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2100-01-01') });
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (at, zone) => {
        const asked = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
        });
        const { year, month, day, hour, minute } = wallClock(at, offsetMinutesOf(zone));
        const two = (value: number) => String(value).padStart(2, '0');
        expect(asked.format(at).slice(0, 16)).toBe(
          `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}`,
        );
      }),
    );
  });

  test('knows its weekday', () => {
    expect(wallClock(Date.parse('2026-04-15T01:00:00Z'), 420)).toEqual({
      year: 2026,
      month: 4,
      day: 15,
      hour: 8,
      minute: 0,
      weekday: 3,
    });
    // Nine in the evening in London on a Saturday is Sunday morning in Jayapura.
    expect(wallClock(Date.parse('2026-04-18T21:00:00Z'), offsetMinutesOf('Asia/Jayapura')).weekday).toBe(0);
  });
});

describe('a business date', () => {
  test.each([
    ['2026-04-15', '2026-04-16'],
    ['2026-04-30', '2026-05-01'],
    ['2026-12-31', '2027-01-01'],
    ['2028-02-28', '2028-02-29'],
    ['2027-02-28', '2027-03-01'],
  ])('the day after %s is %s', (before, after) => {
    expect(nextDate(date(before))).toBe(after);
  });

  test('the day after comes after, also when compared as text', () => {
    const days = fc.integer({ min: 0, max: 50_000 }).map((day) => calendarDate(day * 86_400_000, 0));
    fc.assert(
      fc.property(days, (day) => {
        expect(nextDate(day) > day).toBe(true);
      }),
    );
  });

  test.each(['2026-02-30', '2026-13-01', '2026-4-5', '15-04-2026', '2026-04-15T00:00', ''])(
    '%j is no date',
    (text) => {
      expect(businessDateSchema.safeParse(text).success).toBe(false);
    },
  );
});

test.each([
  ['2026-04-15', '2026-04-15', 0],
  ['2026-02-28', '2026-03-01', 1],
  ['2028-02-28', '2028-03-01', 2],
  ['2025-12-31', '2026-12-31', 365],
  ['2026-05-20', '2026-05-15', -5],
])('from %s to %s are %i days', (from, to, days) => {
  expect(daysBetween(date(from), date(to))).toBe(days);
});
