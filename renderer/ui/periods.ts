import { addDays, businessDateSchema, type BusinessDate } from '../../shared/domain/business-date.ts';

/** Spans of time that papers are usually asked for. */
export type UsualPeriod = 'today' | 'this-month' | 'last-month' | 'this-year' | 'last-year';

/** First and last day of a span, both included; one that has not ended goes up to today. */
export function daysOf(period: UsualPeriod, today: BusinessDate): { from: BusinessDate; to: BusinessDate } {
  const monthBegan = businessDateSchema.parse(`${today.slice(0, 7)}-01`);
  const year = Number(today.slice(0, 4));
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'this-month':
      return { from: monthBegan, to: today };
    case 'last-month': {
      const to = addDays(monthBegan, -1);
      return { from: businessDateSchema.parse(`${to.slice(0, 7)}-01`), to };
    }
    case 'this-year':
      return { from: businessDateSchema.parse(`${year}-01-01`), to: today };
    case 'last-year':
      return {
        from: businessDateSchema.parse(`${year - 1}-01-01`),
        to: businessDateSchema.parse(`${year - 1}-12-31`),
      };
  }
}
