import { addDays, businessDateSchema, type BusinessDate } from '../business-date.ts';
import { isFor, quotaGroup } from './rules-in-force.ts';
import type { RulePlace } from './judged.ts';
import type { QuotaRule } from './rules.ts';

/** The dates over which purchases count together, in the store's zone; null at an end not in sight. */
export interface QuotaWindow {
  readonly from: string | null;
  readonly to: string | null;
  /** When a new window begins, null where nobody knows yet. */
  readonly nextFrom: string | null;
}

/**
 * The window of a quota around a date. It is whole even where its rule began in the middle of it: a
 * new limit must not forget what was bought before it. A sale counts alone.
 * @param all every quota of the programme: a season ends its rule, and the next one is a rule of its own
 */
export function windowOf(
  rule: QuotaRule,
  date: BusinessDate,
  place: RulePlace,
  all: readonly QuotaRule[],
): QuotaWindow {
  switch (rule.window) {
    case 'sale':
      return { from: null, to: null, nextFrom: null };
    case 'day':
      return daysFrom(date, 1);
    case 'week':
      return daysFrom(addDays(date, -daysSinceMonday(date)), 7);
    case 'month':
      return month(date);
    case 'season':
      return { from: rule.validFrom, to: rule.validTo, nextFrom: nextSeason(rule, date, place, all) };
  }
}

function daysFrom(from: BusinessDate, days: number): QuotaWindow {
  return { from, to: addDays(from, days - 1), nextFrom: addDays(from, days) };
}

function daysSinceMonday(date: BusinessDate): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function month(date: BusinessDate): QuotaWindow {
  const from = businessDateSchema.parse(`${date.slice(0, 8)}01`);
  // 31 days on from the first is always in the next month.
  const nextFrom = businessDateSchema.parse(`${addDays(from, 31).slice(0, 8)}01`);
  return { from, to: addDays(nextFrom, -1), nextFrom };
}

function nextSeason(
  rule: QuotaRule,
  date: string,
  place: RulePlace,
  all: readonly QuotaRule[],
): string | null {
  let first: string | null = null;
  for (const other of all) {
    if (other.validFrom <= date || quotaGroup(other) !== quotaGroup(rule) || !isFor(other, place)) continue;
    if (first === null || other.validFrom < first) first = other.validFrom;
  }
  return first;
}
