import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { programmesContract } from '../../../shared/contract/programmes.ts';
import { isFor, judgingDate, ruleBook } from '../../../shared/domain/programmes/rules-in-force.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { afterChange } from './after-change.ts';
import { hereOf } from './here.ts';
import { allRules, readProgramme, readRule } from './programme-store.ts';
import { programmesReply } from './programmes-reply.ts';
import { standingOf } from './standing.ts';
import { suppliedRules } from './supplied-rules.ts';

type ProgrammesHandlers = AreaHandlers<typeof programmesContract, Ctx>;

/** The list that comes with the till, each rule as it would stand beside those the store has. */
export const supplied: ProgrammesHandlers['supplied'] = (ctx) => {
  const here = hereOf(ctx);
  const date = judgingDate(here);
  const own = allRules(ctx.db);
  const taken = new Set(own.map(({ ruleId }) => ruleId));
  return suppliedRules().map(({ programme, rule, note }) => ({
    rule,
    programme,
    note,
    standing: standingOf(ruleBook([...own.filter(({ ruleId }) => ruleId !== rule.ruleId), rule]), rule, here),
    isNew: !taken.has(rule.ruleId),
    fits: isFor(rule, here) && (rule.validTo === null || rule.validTo >= date),
  }));
};

/**
 * Takes rules of the list over as they are. One that the store has already stays as it is here.
 * @throws DomainError `rule.unknown`; `programme.unit-fixed` where the store counts the programme in another unit
 */
export const takeSupplied: ProgrammesHandlers['takeSupplied'] = (ctx, { ruleIds }) => {
  const wanted = [...new Set(ruleIds)].map((ruleId) => {
    const found = suppliedRules().find(({ rule }) => rule.ruleId === ruleId);
    if (found === undefined) throw new DomainError('rule.unknown');
    return found;
  });
  for (const { programme, rule } of wanted) {
    if (readRule(ctx.db, rule.ruleId) !== undefined) continue;
    const own = readProgramme(ctx.db, programme.programme);
    if (own === undefined) ctx.append('programme-saved/1', programme);
    // Its amounts are for units of the list's: an amount per kilogram would become one per sak.
    else if (own.unit !== programme.unit) {
      throw new DomainError('programme.unit-fixed', { name: own.name, unit: own.unit });
    }
    ctx.append('programme-rule-saved/1', rule);
  }
  afterChange(ctx);
  return programmesReply(ctx);
};
