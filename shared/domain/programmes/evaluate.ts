import type { Here, ProgrammeLine, ProgrammeUse, SubsidyBuyer } from './judged.ts';
import { judgingDate, type RuleBook } from './rules-in-force.ts';
import type { Verdict } from './verdict.ts';

/**
 * What the rules of the day say of a basket's goods of government programmes: allow, warn or refuse,
 * with a coded reason and what a cashier can do about it. Pure; the order of rules, lines and history
 * changes nothing, and one programme's rules never touch another's goods.
 */
export function evaluate(
  _book: RuleBook,
  _buyer: SubsidyBuyer,
  _basket: readonly ProgrammeLine[],
  _history: readonly ProgrammeUse[],
  here: Here,
): Verdict {
  return {
    effect: 'allow',
    date: judgingDate(here),
    findings: [],
    lines: [],
    quotas: [],
    asks: { identities: [], categories: [], proxyAllowed: false },
  };
}
