import type { BusinessDate } from '../business-date.ts';
import type { Here, ProgrammeLine, ProgrammeUse, SubsidyBuyer } from './judged.ts';
import { accessRuleOn, priceRuleOn, quotaRulesOn, type RuleBook } from './rules-in-force.ts';
import type { AccessRule, PriceRule, QuotaRule } from './rules.ts';
import type { Finding, FindingCode } from './verdict.ts';

/** All that bears on the goods of one programme in a basket. */
export interface ProgrammeCase {
  readonly programme: string;
  readonly lines: readonly ProgrammeLine[];
  readonly askedThousandths: number;
  readonly buyer: SubsidyBuyer;
  /** Of this programme only. */
  readonly history: readonly ProgrammeUse[];
  readonly date: BusinessDate;
  readonly here: Here;
  readonly book: RuleBook;
  readonly price: PriceRule | undefined;
  readonly access: AccessRule | undefined;
  readonly quotas: readonly QuotaRule[];
}

/** Brings together what bears on one programme's lines. */
export function caseOf(
  programme: string,
  lines: readonly ProgrammeLine[],
  date: BusinessDate,
  given: Pick<ProgrammeCase, 'buyer' | 'history' | 'here' | 'book'>,
): ProgrammeCase {
  const { book, here } = given;
  return {
    ...given,
    programme,
    lines,
    askedThousandths: lines.reduce((sum, line) => sum + line.quantityThousandths, 0),
    history: given.history.filter((use) => use.programme === programme),
    date,
    price: priceRuleOn(book, programme, here, date),
    access: accessRuleOn(book, programme, here, date),
    quotas: quotaRulesOn(book, programme, here, date),
  };
}

/** A finding about all of a programme's lines together. */
export function findingOf(
  { programme }: ProgrammeCase,
  code: FindingCode,
  effect: Finding['effect'],
  rest: Partial<Pick<Finding, 'lineId' | 'ruleId' | 'params' | 'ways'>>,
): Finding {
  return { effect, code, programme, lineId: null, ruleId: null, params: {}, ways: [], ...rest };
}
