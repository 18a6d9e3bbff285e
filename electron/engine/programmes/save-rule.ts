import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { programmesContract, ProgrammesReply } from '../../../shared/contract/programmes.ts';
import { daysBetween } from '../../../shared/domain/business-date.ts';
import { programmeRuleSchema, type ProgrammeRule } from '../../../shared/domain/programmes/rules.ts';
import { MAX_SEASON_DAYS } from '../../../shared/domain/programmes/windows.ts';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import { afterChange } from './after-change.ts';
import { readProgramme, readRule, rulesUsed } from './programme-store.ts';
import { programmesReply } from './programmes-reply.ts';
import { requireRegion } from './region.ts';

type ProgrammesHandlers = AreaHandlers<typeof programmesContract, Ctx>;

/**
 * Adds a rule or changes one. A rule that has judged a sale stays what it was, so that the sale can
 * be judged again: only its end and whether it holds at all may change.
 */
export const saveRule: ProgrammesHandlers['saveRule'] = (ctx, { rule: draft }) => {
  if (draft.decree === '') throw new DomainError('rule.decree');
  const before = draft.ruleId === null ? undefined : requireRule(ctx.db, draft.ruleId);
  const ruleId = before?.ruleId ?? ctx.ports.ids.next();
  const wanted = programmeRuleSchema.parse({ ...draft, ruleId, source: 'store' });
  return keep(ctx, before, wanted);
};

/** Ends a rule on a date, or takes its end away. */
export const endRule: ProgrammesHandlers['endRule'] = (ctx, { ruleId, validTo }) => {
  const before = requireRule(ctx.db, ruleId);
  return keep(ctx, before, { ...before, validTo });
};

function keep(ctx: Ctx, before: ProgrammeRule | undefined, typed: ProgrammeRule): ProgrammesReply {
  requireSound(ctx.db, typed);
  // One from before there was a longest season can still be ended or switched off.
  if (before === undefined || hasSeason(before)) requireSeason(typed);
  // Where only its end was typed or it was switched off, it is still the rule that somebody sent.
  const wanted =
    before !== undefined && saysTheSame(before, typed) ? { ...typed, source: before.source } : typed;
  if (before !== undefined) requireUnused(ctx.db, before, wanted);
  if (before === undefined || canonicalText(before) !== canonicalText(wanted)) {
    ctx.append('programme-rule-saved/1', wanted);
    afterChange(ctx);
  }
  return programmesReply(ctx);
}

function requireRule(db: Db, ruleId: string): ProgrammeRule {
  const rule = readRule(db, ruleId);
  if (rule === undefined) throw new DomainError('rule.unknown');
  return rule;
}

/** What a person may get wrong on the form. */
function requireSound(db: Db, rule: ProgrammeRule): void {
  if (readProgramme(db, rule.programme) === undefined) {
    throw new DomainError('programme.unknown', { programme: rule.programme });
  }
  requireRegion(rule.region);
  if (rule.validTo !== null && rule.validTo < rule.validFrom) {
    throw new DomainError('rule.dates', { validFrom: rule.validFrom, validTo: rule.validTo });
  }
}

/** A season that never ends, or lasts for years, would ask for more purchases than anybody looks up. */
function requireSeason(rule: ProgrammeRule): void {
  if (hasSeason(rule)) return;
  throw new DomainError('rule.season', { days: MAX_SEASON_DAYS });
}

function hasSeason(rule: ProgrammeRule): boolean {
  if (rule.kind !== 'quota' || rule.window !== 'season') return true;
  return rule.validTo !== null && daysBetween(rule.validFrom, rule.validTo) < MAX_SEASON_DAYS;
}

function requireUnused(db: Db, before: ProgrammeRule, wanted: ProgrammeRule): void {
  const lastUsedOn = rulesUsed(db).get(before.ruleId);
  if (lastUsedOn === undefined) return;
  if (!saysTheSame(before, wanted))
    throw new DomainError('rule.in-use', { decree: before.decree, lastUsedOn });
  if (wanted.validTo !== null && wanted.validTo < lastUsedOn) {
    throw new DomainError('rule.end-before-use', { decree: before.decree, lastUsedOn });
  }
}

/** Whether two rules differ in nothing but their end, whether they hold, and who brought them. */
function saysTheSame(a: ProgrammeRule, b: ProgrammeRule): boolean {
  const said = (rule: ProgrammeRule): string =>
    canonicalText({ ...rule, validTo: null, active: true, source: 'store' });
  return said(a) === said(b);
}
