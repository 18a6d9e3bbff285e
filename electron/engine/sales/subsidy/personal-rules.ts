import type { RuleBook } from '../../../../shared/domain/programmes/rules-in-force.ts';

/**
 * Whether any of the rules that judged something is about who buys it: an identity that is asked for,
 * or a quota of a person, a household or a member. Of anything else nobody's registration is kept.
 */
export function isPersonal(book: RuleBook, programme: string, ruleIds: readonly string[]): boolean {
  const access = book.access.get(programme) ?? [];
  const quotas = book.quotas.get(programme) ?? [];
  return (
    access.some(({ ruleId, identity }) => identity !== 'none' && ruleIds.includes(ruleId)) ||
    quotas.some(({ ruleId, subject }) => subject !== 'anyone' && ruleIds.includes(ruleId))
  );
}
