import type { BusinessDate } from '../../../../shared/domain/business-date.ts';
import type { Span } from '../../../ui/dates.ts';

/** Spans of time that registers are usually asked for. */
export const PERIODS = ['today', 'this-month', 'last-month', 'this-year', 'own'] as const;
export type Period = (typeof PERIODS)[number];

/** The dates of a usual span; of one's own span those that were typed, `null` while they make none. */
export function daysOf(period: Period, today: BusinessDate, own: Span | null): Span | null {
  const [year = 0, month = 1] = today.split('-').map(Number);
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'this-month':
      return { from: `${today.slice(0, 7)}-01`, to: today };
    case 'last-month':
      return { from: isoDate(year, month - 2, 1), to: isoDate(year, month - 1, 0) };
    case 'this-year':
      return { from: `${year}-01-01`, to: today };
    case 'own':
      return own;
  }
}

/** Months from nought; day nought is the last one of the month before. */
function isoDate(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}
