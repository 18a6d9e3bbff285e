import { calendarDate } from '../business-date.ts';
import { thousandths } from '../quantity.ts';
import { subjectKeyOf, usedWithin } from './history.ts';
import { findingOf, type ProgrammeCase } from './programme-case.ts';
import type { QuotaRule } from './rules.ts';
import type { Finding, QuotaState, WayOut } from './verdict.ts';
import { windowOf } from './windows.ts';

/** Whether the buyer may have so much, and how far each quota is used. */
export function judgeQuotas(one: ProgrammeCase): { findings: Finding[]; states: QuotaState[] } {
  const findings: Finding[] = [];
  const states: QuotaState[] = [];
  const today = calendarDate(one.here.at, one.here.offsetMinutes);
  let latest: string = one.date;
  for (const rule of one.quotas) {
    const isUncountable = subjectKeyOf(rule.subject, one.buyer) === null;
    if (isUncountable || (rule.category !== null && rule.category !== one.buyer.category)) continue;
    const limit = rule.limitThousandths ?? allotted(one);
    if (limit === null) {
      if (!isNoFarmer(one)) findings.push(notAllotted(one, rule));
      continue;
    }
    const state = stateOf(one, rule, limit);
    states.push(state);
    const newest = state.uses.at(-1)?.date ?? '';
    if (newest > latest) latest = newest;
    if (state.askedThousandths > 0 && state.usedThousandths + state.askedThousandths > limit) {
      findings.push(exceeded(one, state));
    }
  }
  // A purchase from the future, or a day that was opened later than today: the clock is not to be believed.
  if (latest > today) findings.push(clockUnsure(one, today, latest));
  return { findings, states };
}

/** What the programme allots to the buyer, null for nothing on any list. */
function allotted({ buyer, programme }: ProgrammeCase): number | null {
  const mine = buyer.allotments.filter((allotment) => allotment.programme === programme);
  return mine.length === 0
    ? null
    : mine.reduce((sum, { quantityThousandths }) => sum + quantityThousandths, 0);
}

/** Who has to be a registered farmer and is none has no allotment either; that is said once. */
function isNoFarmer({ access, buyer }: ProgrammeCase): boolean {
  return access?.identity === 'farmer' && !buyer.farmer;
}

function stateOf(one: ProgrammeCase, rule: QuotaRule, limit: number): QuotaState {
  const window = windowOf(rule, one.date, one.here, one.book.quotas.get(one.programme) ?? []);
  const used = usedWithin(rule, window, one.buyer, one.history);
  const { programme } = one;
  const { ruleId, decree, subject, category, effect } = rule;
  return {
    programme,
    ruleId,
    decree,
    subject,
    category,
    window: rule.window,
    effect,
    limitThousandths: thousandths(limit),
    usedThousandths: used.thousandths,
    elsewhereThousandths: used.elsewhereThousandths,
    askedThousandths: thousandths(one.askedThousandths),
    ...window,
    uses: [...used.byDate],
  };
}

function exceeded(one: ProgrammeCase, state: QuotaState): Finding {
  const { subject, category, window, nextFrom, ruleId } = state;
  const { limitThousandths, usedThousandths, askedThousandths, elsewhereThousandths } = state;
  const left = Math.max(0, limitThousandths - usedThousandths);
  const params = {
    limit: limitThousandths,
    used: usedThousandths,
    elsewhere: elsewhereThousandths,
    asked: askedThousandths,
    left,
    subject,
    window,
    ...(category === null ? {} : { category }),
    ...(nextFrom === null ? {} : { nextFrom }),
  };
  const ways: WayOut[] = left > 0 ? ['lower-quantity'] : [];
  // What one sale may hold needs no count of earlier ones, so there is none that could be wrong.
  if (subject !== 'anyone') ways.push('change-buyer');
  if (subject !== 'anyone' && state.effect === 'block') ways.push('ask-manager');
  if (nextFrom !== null) ways.push('come-back');
  ways.push('remove');
  return findingOf(one, 'quota-exceeded', effectOf(state), { ruleId, params, ways });
}

function notAllotted(one: ProgrammeCase, rule: QuotaRule): Finding {
  const ways: WayOut[] = ['change-buyer', 'tell-pengurus', 'remove'];
  return findingOf(one, 'not-allotted', effectOf(rule), { ruleId: rule.ruleId, ways });
}

function effectOf({ effect }: { readonly effect: QuotaRule['effect'] }): Finding['effect'] {
  return effect === 'block' ? 'refuse' : 'warn';
}

function clockUnsure(one: ProgrammeCase, clockDate: string, latest: string): Finding {
  const params = { date: one.date, clockDate, latest };
  return findingOf(one, 'clock-unsure', 'warn', { params, ways: ['tell-pengurus'] });
}
