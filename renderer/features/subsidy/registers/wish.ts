import type { RegisterName } from '../../../../shared/contract/registers.ts';
import type { BusinessDate } from '../../../../shared/domain/business-date.ts';
import { dateTyped, readSpan, type Span } from '../../../ui/dates.ts';
import { daysOf } from '../../../ui/periods.ts';

/** Spans of time that registers are usually asked for, and one's own. */
export const PERIODS = ['today', 'this-month', 'last-month', 'this-year', 'own'] as const;
type Period = (typeof PERIODS)[number];

/** What is asked for. */
export interface Wish {
  readonly register: RegisterName;
  readonly period: Period;
  /** Of a span of one's own, as typed. */
  readonly from: string;
  readonly to: string;
  /** Of one agen alone; null for all. */
  readonly agen: string | null;
  readonly sumEvery: 'day' | 'month';
}

/** The dates of a usual span; of one's own span those that were typed, `null` while they make none. */
export function spanOf(wish: Pick<Wish, 'period' | 'from' | 'to'>, today: BusinessDate): Span | null {
  if (wish.period !== 'own') return daysOf(wish.period, today);
  const typed = readSpan(wish);
  return typeof typed === 'string' ? null : typed;
}

/** A span's dates as they stand in the fields of one's own. */
export function typedSpan({ from, to }: Span): Pick<Wish, 'from' | 'to'> {
  return { from: dateTyped(from), to: dateTyped(to) };
}
