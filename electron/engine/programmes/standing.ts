import type { RuleStanding } from '../../../shared/contract/programmes.ts';
import type { Here } from '../../../shared/domain/programmes/judged.ts';
import type { ProgrammeRule } from '../../../shared/domain/programmes/rules.ts';
import {
  accessRuleInForce,
  isFor,
  judgingDate,
  priceRuleInForce,
  quotaRulesInForce,
  type RuleBook,
} from '../../../shared/domain/programmes/rules-in-force.ts';

/** How a rule stands here and now among the rules of a book. */
export function standingOf(book: RuleBook, rule: ProgrammeRule, here: Here): RuleStanding {
  const date = judgingDate(here);
  if (!rule.active) return 'switched-off';
  if (rule.validFrom > date) return 'coming';
  if (rule.validTo !== null && rule.validTo < date) return 'past';
  if (!isFor(rule, here)) return 'elsewhere';
  if (inForce(book, rule, here)) return 'in-force';
  // A programme that is switched off has no rules in the book at all.
  return hasAny(book, rule.programme) ? 'outranked' : 'switched-off';
}

function inForce(book: RuleBook, { kind, programme, ruleId }: ProgrammeRule, here: Here): boolean {
  switch (kind) {
    case 'price':
      return priceRuleInForce(book, programme, here)?.ruleId === ruleId;
    case 'access':
      return accessRuleInForce(book, programme, here)?.ruleId === ruleId;
    case 'quota':
      return quotaRulesInForce(book, programme, here).some((rule) => rule.ruleId === ruleId);
  }
}

function hasAny(book: RuleBook, programme: string): boolean {
  return book.prices.has(programme) || book.access.has(programme) || book.quotas.has(programme);
}
