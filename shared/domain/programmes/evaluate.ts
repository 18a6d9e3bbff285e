import { thousandths } from '../quantity.ts';
import { asksOf, asksTogether, judgeBuyer } from './judge-buyer.ts';
import { judgePrices } from './judge-prices.ts';
import { judgeQuotas } from './judge-quotas.ts';
import type { Here, ProgrammeLine, ProgrammeUse, SubsidyBuyer } from './judged.ts';
import { caseOf, type ProgrammeCase } from './programme-case.ts';
import { judgingDate, type RuleBook } from './rules-in-force.ts';
import {
  findingCodeSchema,
  type Finding,
  type LineJudgement,
  type QuotaState,
  type Verdict,
} from './verdict.ts';

/**
 * What the rules of the day say of a basket's goods of government programmes: allow, warn or refuse,
 * with a coded reason and what a cashier can do about it. Pure; the order of rules, lines and history
 * changes nothing, and one programme's rules never touch another's goods.
 * @param history earlier purchases of the buyer, of the buyer's household and as a member; those of
 *   anybody else among them count for nothing
 */
export function evaluate(
  book: RuleBook,
  buyer: SubsidyBuyer,
  basket: readonly ProgrammeLine[],
  history: readonly ProgrammeUse[],
  here: Here,
): Verdict {
  const date = judgingDate(here);
  const cases = [...Map.groupBy(basket, (line) => line.programme)].map(([programme, lines]) =>
    caseOf(programme, lines, date, { buyer, history, here, book }),
  );
  const findings: Finding[] = [];
  const quotas: QuotaState[] = [];
  for (const one of cases) {
    const judged = judgeQuotas(one);
    findings.push(...judgeBuyer(one), ...judgePrices(one), ...judged.findings);
    quotas.push(...judged.states);
  }
  return {
    effect: worst(findings),
    date,
    findings: findings.toSorted(mostPressing),
    lines: cases
      .flatMap((one) => judgementsOf(one, findings, quotas))
      .toSorted((a, b) => compare(a.lineId, b.lineId)),
    quotas: quotas.toSorted(nearestItsEnd),
    asks: asksTogether(cases.map(asksOf)),
  };
}

/** What findings come to together. */
export function worst(findings: readonly Finding[]): Verdict['effect'] {
  if (findings.some(({ effect }) => effect === 'refuse')) return 'refuse';
  return findings.length > 0 ? 'warn' : 'allow';
}

/** What findings come to for one line: those about it, and those about all lines of its programme. */
export function effectOnLine(
  { lineId, programme }: Pick<LineJudgement, 'lineId' | 'programme'>,
  findings: readonly Finding[],
): Verdict['effect'] {
  return worst(
    findings.filter(
      (finding) => finding.programme === programme && (finding.lineId === null || finding.lineId === lineId),
    ),
  );
}

function judgementsOf(
  one: ProgrammeCase,
  findings: readonly Finding[],
  states: readonly QuotaState[],
): LineJudgement[] {
  const { programme, price, access } = one;
  const counted = states.filter((state) => state.programme === programme);
  const ruleIds = [price, access, ...counted].flatMap((rule) => (rule === undefined ? [] : [rule.ruleId]));
  return one.lines.map(({ lineId, quantityThousandths }) => ({
    lineId,
    programme,
    effect: effectOnLine({ lineId, programme }, findings),
    quantityThousandths: thousandths(quantityThousandths),
    price: price === undefined ? null : priceOf(price),
    system: access?.system ?? null,
    ruleIds: ruleIds.toSorted(compare),
  }));
}

function priceOf({
  ruleId,
  priceKind,
  amountRp,
  decree,
  validFrom,
}: NonNullable<ProgrammeCase['price']>): LineJudgement['price'] {
  return { ruleId, priceKind, amountRp, decree, validFrom };
}

/** Refusals first, then in the order in which a cashier can do something about them: who, how much, how. */
function mostPressing(a: Finding, b: Finding): number {
  return (
    Number(b.effect === 'refuse') - Number(a.effect === 'refuse') ||
    rank(a) - rank(b) ||
    compare(a.programme, b.programme) ||
    compare(a.lineId ?? '', b.lineId ?? '') ||
    compare(a.ruleId ?? '', b.ruleId ?? '')
  );
}

function rank({ code }: Finding): number {
  return findingCodeSchema.options.indexOf(code);
}

/** Of each programme what blocks first, and of that the quota that has least left. */
function nearestItsEnd(a: QuotaState, b: QuotaState): number {
  return (
    compare(a.programme, b.programme) ||
    Number(b.effect === 'block') - Number(a.effect === 'block') ||
    leftOf(a) - leftOf(b) ||
    compare(a.ruleId, b.ruleId)
  );
}

function leftOf({ limitThousandths, usedThousandths }: QuotaState): number {
  return limitThousandths - usedThousandths;
}

function compare(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
