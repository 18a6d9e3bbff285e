import type { Db } from '../../db/sql.ts';
import { ruleById } from '../../programmes/index.ts';

/**
 * Whether any of the rules that judged something is about who buys it: an identity that is asked for,
 * or a quota of a person, a household or a member. Of anything else nobody's registration is kept.
 * @param ruleIds also of rules that have ended since, or were switched off: an old sale was judged by them
 */
export function isPersonal(db: Db, ruleIds: readonly string[]): boolean {
  return ruleIds.some((ruleId) => {
    const rule = ruleById(db, ruleId);
    if (rule?.kind === 'access') return rule.identity !== 'none';
    return rule?.kind === 'quota' && rule.subject !== 'anyone';
  });
}
