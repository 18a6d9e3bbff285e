import type { subsidyContract } from '../../../shared/contract/subsidy.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { AccessRule } from '../../../shared/domain/programmes/rules.ts';
import { accessRuleInForce } from '../../../shared/domain/programmes/rules-in-force.ts';
import { subsidyPurpose } from '../../../shared/i18n/id/subsidy.ts';
import type { Ctx } from '../context.ts';
import { hereOf, rulesOf } from '../programmes/index.ts';

/**
 * How long a number is kept after the last purchase where no rule says so. No decree is known that
 * names a time, so it is the longest window that a quota is counted in, and no more.
 */
const DEFAULT_RETENTION_DAYS = 365;

/** What a buyer is told before a number is kept. */
export interface KeepingTerms {
  readonly purpose: string;
  readonly retentionDays: number;
}

/**
 * Why a number is kept and for how long after the last purchase: as the programme's access rule of
 * today says, or the one that keeps it longest of those that ask for a number.
 */
export function keepingTerms(ctx: Ctx, programme: string | null): KeepingTerms {
  const rule = ruleThatAsks(ctx, programme);
  return {
    purpose: rule === undefined || rule.purpose === '' ? subsidyPurpose : rule.purpose,
    retentionDays: rule?.retentionDays ?? DEFAULT_RETENTION_DAYS,
  };
}

function ruleThatAsks(ctx: Ctx, programme: string | null): AccessRule | undefined {
  const book = rulesOf(ctx.db);
  const here = hereOf(ctx);
  if (programme !== null) return accessRuleInForce(book, programme, here);
  return [...book.access.keys()]
    .map((each) => accessRuleInForce(book, each, here))
    .filter((rule) => rule !== undefined)
    .filter(({ identity }) => identity !== 'none')
    .toSorted((a, b) => b.retentionDays - a.retentionDays)[0];
}

/** What a buyer is to be told before registering. */
export const terms: AreaHandlers<typeof subsidyContract, Ctx>['terms'] = (ctx, { programme }) =>
  keepingTerms(ctx, programme);
