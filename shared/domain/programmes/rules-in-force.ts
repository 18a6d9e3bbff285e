import { businessDateSchema, calendarDate, type BusinessDate } from '../business-date.ts';
import { MAX_RUPIAH, rupiah, type Rupiah } from '../money.ts';
import type { Here, RulePlace } from './judged.ts';
import type { AccessRule, PriceRule, ProgrammeRule, QuotaRule } from './rules.ts';

/**
 * A programme's rules in the order in which they win: whoever looks for the one that holds takes the
 * first that fits. The longest region wins, then a zone, then a rank of the seller, then what began
 * last, then what was written last.
 */
export interface RuleBook {
  readonly prices: ReadonlyMap<string, readonly PriceRule[]>;
  readonly access: ReadonlyMap<string, readonly AccessRule[]>;
  readonly quotas: ReadonlyMap<string, readonly QuotaRule[]>;
}

/** Sorts rules into a book, once; judging a basket then looks at its own programmes only. */
export function ruleBook(rules: Iterable<ProgrammeRule>): RuleBook {
  const ordered = [...rules].filter((rule) => rule.active).toSorted(winsFirst);
  const of = <T extends ProgrammeRule>(list: readonly T[]) => Map.groupBy(list, (rule) => rule.programme);
  return {
    prices: of(ordered.filter((rule) => rule.kind === 'price')),
    access: of(ordered.filter((rule) => rule.kind === 'access')),
    quotas: of(ordered.filter((rule) => rule.kind === 'quota')),
  };
}

function winsFirst(a: ProgrammeRule, b: ProgrammeRule): number {
  return (
    b.region.length - a.region.length ||
    Number(b.zone !== null) - Number(a.zone !== null) ||
    Number(b.sellerTier !== '') - Number(a.sellerTier !== '') ||
    later(a.validFrom, b.validFrom) ||
    later(a.ruleId, b.ruleId)
  );
}

/** Puts the greater text first. */
function later(a: string, b: string): number {
  return Number(a < b) - Number(a > b);
}

/**
 * The date by whose rules goods are judged: the calendar's in the store's zone, because a decree holds
 * from midnight even where the shop is still open; never before the open business day, because a
 * clock that was set back must not bring old rules and used quotas back.
 */
export function judgingDate(here: Pick<Here, 'at' | 'offsetMinutes' | 'businessDate'>): BusinessDate {
  const today = calendarDate(here.at, here.offsetMinutes);
  return here.businessDate !== null && here.businessDate > today
    ? businessDateSchema.parse(here.businessDate)
    : today;
}

/** The price rule that holds here and now, undefined for none. */
export function priceRuleInForce(book: RuleBook, programme: string, here: Here): PriceRule | undefined {
  return priceRuleOn(book, programme, here, judgingDate(here));
}

/** The price rule that holds, or held, in a place on a date: what an old sale is judged by. */
export function priceRuleOn(
  book: RuleBook,
  programme: string,
  place: RulePlace,
  date: string,
): PriceRule | undefined {
  return book.prices.get(programme)?.find((rule) => isFor(rule, place) && holdsOn(rule, date));
}

/** The access rule that holds here and now, undefined where nothing is asked. */
export function accessRuleInForce(book: RuleBook, programme: string, here: Here): AccessRule | undefined {
  return accessRuleOn(book, programme, here, judgingDate(here));
}

/** The access rule that holds in a place on a date, undefined where nothing is asked. */
export function accessRuleOn(
  book: RuleBook,
  programme: string,
  place: RulePlace,
  date: string,
): AccessRule | undefined {
  return book.access.get(programme)?.find((rule) => isFor(rule, place) && holdsOn(rule, date));
}

/** The quotas that hold here and now: of each subject, category and window the rule that wins. */
export function quotaRulesInForce(book: RuleBook, programme: string, here: Here): QuotaRule[] {
  return quotaRulesOn(book, programme, here, judgingDate(here));
}

/** The quotas that hold in a place on a date: of each subject, category and window the rule that wins. */
export function quotaRulesOn(book: RuleBook, programme: string, place: RulePlace, date: string): QuotaRule[] {
  const winners = new Map<string, QuotaRule>();
  for (const rule of book.quotas.get(programme) ?? []) {
    if (!isFor(rule, place) || !holdsOn(rule, date)) continue;
    const key = quotaGroup(rule);
    if (!winners.has(key)) winners.set(key, rule);
  }
  return [...winners.values()];
}

/** Quotas of one group replace one another; those of different groups hold together. */
export function quotaGroup({ subject, category, window }: QuotaRule): string {
  return `${subject} ${category ?? ''} ${window}`;
}

/** Whether a rule is for a place at all, on whatever date. */
export function isFor(rule: ProgrammeRule, place: RulePlace): boolean {
  return (
    place.region.startsWith(rule.region) &&
    (rule.zone === null || rule.zone === place.zone) &&
    (rule.sellerTier === '' || rule.sellerTier === place.sellerTier)
  );
}

function holdsOn({ validFrom, validTo }: ProgrammeRule, date: string): boolean {
  return validFrom <= date && (validTo === null || date <= validTo);
}

/** Whether a price may never be passed: a HET or programme price; a reference price (HAP) only warns. */
export function binds({ priceKind }: Pick<PriceRule, 'priceKind'>): boolean {
  return priceKind !== 'hap';
}

/**
 * What one unit of a product costs by a price rule of whatever kind, in rupiah rounded down so that
 * rounding never lifts a price above its ceiling.
 * @param measureThousandths units of the programme in one base unit of the product
 * @param contentThousandths base units in the unit that is sold, 1000 for the base unit itself
 */
export function amountFor(
  { amountRp }: Pick<PriceRule, 'amountRp'>,
  measureThousandths: number,
  contentThousandths: number,
): Rupiah {
  const exact = (BigInt(amountRp) * BigInt(measureThousandths) * BigInt(contentThousandths)) / 1_000_000n;
  // No price in the till is above MAX_RUPIAH, so a higher ceiling would say no more.
  return exact > BigInt(MAX_RUPIAH) ? rupiah(MAX_RUPIAH) : rupiah(Number(exact));
}

/** The most that one unit of a product may cost, as `amountFor`; null where no rule binds. */
export function ceilingFor(
  rule: Pick<PriceRule, 'priceKind' | 'amountRp'> | undefined,
  measureThousandths: number,
  contentThousandths: number,
): Rupiah | null {
  return rule === undefined || !binds(rule) ? null : amountFor(rule, measureThousandths, contentThousandths);
}

/**
 * Whether a line costs more than the price that binds it allows. Never where none was in force, or
 * only a reference.
 * @param quantityThousandths in units of the programme
 * @param chargedRp what the line costs in all, discounts taken off
 */
export function isAboveCeiling(
  price: Pick<PriceRule, 'priceKind' | 'amountRp'> | null,
  quantityThousandths: number,
  chargedRp: number,
): boolean {
  return price !== null && binds(price) && isAbove(price, quantityThousandths, chargedRp);
}

/** Whether a line costs more than a price of whatever kind says. */
export function isAbove(
  { amountRp }: Pick<PriceRule, 'amountRp'>,
  quantityThousandths: number,
  chargedRp: number,
): boolean {
  return BigInt(chargedRp) * 1000n > BigInt(amountRp) * BigInt(quantityThousandths);
}
