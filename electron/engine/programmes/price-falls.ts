import { addDays, businessDateSchema, type BusinessDate } from '../../../shared/domain/business-date.ts';
import type { RulePlace } from '../../../shared/domain/programmes/judged.ts';
import type { PriceRule } from '../../../shared/domain/programmes/rules.ts';
import { binds, priceRuleOn, type RuleBook } from '../../../shared/domain/programmes/rules-in-force.ts';

/** A day on which another rule took over and the price that may be asked became lower. */
export interface PriceFall {
  readonly programme: string;
  readonly effectiveOn: BusinessDate;
  readonly before: PriceRule;
  readonly after: PriceRule;
}

/**
 * When the price of a programme fell at a place, the oldest fall first. A rule may take over because it
 * begins, or because a more specific one has ended. Reference prices (HAP) bind nobody, so their falls
 * cost nobody anything.
 * @param after only falls later than this date
 * @param until the date by whose rules the store sells now
 */
export function priceFalls(
  book: RuleBook,
  programme: string,
  place: RulePlace,
  after: string,
  until: string,
): PriceFall[] {
  const rules = book.prices.get(programme) ?? [];
  const changes = rules.flatMap(({ validFrom, validTo }) =>
    validTo === null ? [validFrom] : [validFrom, addDays(businessDateSchema.parse(validTo), 1)],
  );
  return [...new Set(changes)]
    .filter((date) => date > after && date <= until)
    .toSorted()
    .flatMap((effectiveOn) => {
      const before = priceRuleOn(book, programme, place, addDays(effectiveOn, -1));
      const now = priceRuleOn(book, programme, place, effectiveOn);
      if (before === undefined || now === undefined || !binds(before) || !binds(now)) return [];
      return now.amountRp < before.amountRp ? [{ programme, effectiveOn, before, after: now }] : [];
    });
}
