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

/** How many days a season may last, its first and last included: nothing older counts in any window. */
export const MAX_SEASON_DAYS = 366;

/**
 * The window of a quota around a date. It is whole even where its rule began in the middle of it: a
 * new limit must not forget what was bought before it. A sale counts alone. A season is its rule's own
 * time; where one rule of a season begins before the one it replaces has ended, both are one season,
 * which began with the first. A rule that was ended before the next one begins leaves a season of its own.
 * @param all every quota of the programme: the other rules of a season, and the season that comes next
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
      return season(rule, date, seasonsOf(rule, place, all));
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

/** Every rule that holds or comes here in the place of another one of its season, or after it. */
function seasonsOf(rule: QuotaRule, place: RulePlace, all: readonly QuotaRule[]): QuotaRule[] {
  return all.filter((other) => quotaGroup(other) === quotaGroup(rule) && isFor(other, place));
}

function season(rule: QuotaRule, date: BusinessDate, rules: readonly QuotaRule[]): QuotaWindow {
  const { validFrom, validTo } = rule;
  const began = seasonBegan(validFrom, rules);
  // However long the chain of rules, no more is counted than the longest season holds.
  const earliest = addDays(date, 1 - MAX_SEASON_DAYS);
  const from = began < earliest ? earlier(validFrom, earliest) : began;
  const next = rules.map((other) => other.validFrom).filter((other) => seasonBegan(other, rules) > date);
  return { from, to: validTo, nextFrom: next.toSorted()[0] ?? null };
}

/** When the season began that is on at a rule's beginning: that of the first rule of an unbroken chain. */
function seasonBegan(validFrom: string, rules: readonly QuotaRule[]): string {
  const before = rules.find(
    (rule) => rule.validFrom < validFrom && (rule.validTo === null || rule.validTo >= validFrom),
  );
  return before === undefined ? validFrom : seasonBegan(before.validFrom, rules);
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
