import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyBasket, anyBuyer, anyHere, anyHistory, anyRules } from '../../../test/support/any-programmes.ts';
import { evaluate } from './evaluate.ts';
import type { ProgrammeLine, ProgrammeUse } from './judged.ts';
import { ruleBook } from './rules-in-force.ts';
import type { ProgrammeRule } from './rules.ts';
import type { Verdict } from './verdict.ts';

const RUNS = { numRuns: 600 };

function shuffled<T>(list: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> {
  return list.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
}

const STRENGTH: Readonly<Record<Verdict['effect'], number>> = { allow: 0, warn: 1, refuse: 2 };

describe('whatever the rules, the buyer and the basket', () => {
  test('the order of rules, lines and history changes nothing', () => {
    fc.assert(
      fc.property(
        shuffled(anyRules),
        anyBuyer,
        shuffled(anyBasket),
        shuffled(anyHistory),
        anyHere,
        (rules, buyer, basket, history, here) => {
          const one = evaluate(ruleBook(rules[0]), buyer, basket[0], history[0], here);
          expect(evaluate(ruleBook(rules[1]), buyer, basket[1], history[1], here)).toEqual(one);
        },
      ),
      RUNS,
    );
  });

  test('more history never makes a verdict milder, nor takes a refusal away', () => {
    fc.assert(
      fc.property(
        anyRules,
        anyBuyer,
        anyBasket,
        anyHistory,
        anyHistory,
        anyHere,
        (rules, buyer, basket, history, more, here) => {
          const book = ruleBook(rules);
          const before = evaluate(book, buyer, basket, history, here);
          const after = evaluate(book, buyer, basket, [...history, ...more], here);
          expect(STRENGTH[after.effect]).toBeGreaterThanOrEqual(STRENGTH[before.effect]);
          const left = after.findings.map((finding) => `${finding.effect} ${finding.code} ${finding.ruleId}`);
          for (const finding of before.findings) {
            expect(left).toContain(`${finding.effect} ${finding.code} ${finding.ruleId}`);
          }
        },
      ),
      RUNS,
    );
  });

  test('another programme changes nothing', () => {
    fc.assert(
      fc.property(
        fc.tuple(anyRules, anyBasket, anyHistory),
        fc.tuple(anyRules, anyBasket, anyHistory),
        anyBuyer,
        anyHere,
        ([rules, basket, history], [otherRules, otherBasket, otherHistory], buyer, here) => {
          const alone = evaluate(ruleBook(rules), buyer, basket, history, here);
          const together = evaluate(
            ruleBook([...rules, ...otherRules.map(renamed)]),
            buyer,
            [...basket, ...otherBasket.map(renamed).map(ofItsOwn)],
            [...history, ...otherHistory.map(renamed)],
            here,
          );
          const mine = (part: { readonly programme: string }) => !part.programme.startsWith('other-');
          expect(together.findings.filter(mine)).toEqual(alone.findings);
          expect(together.lines.filter(mine)).toEqual(alone.lines);
          expect(together.quotas.filter(mine)).toEqual(alone.quotas);
          expect(STRENGTH[together.effect]).toBeGreaterThanOrEqual(STRENGTH[alone.effect]);
        },
      ),
      RUNS,
    );
  });

  test('rules that are switched off, ended or for another place judge nothing', () => {
    fc.assert(
      fc.property(
        anyRules,
        anyBuyer,
        anyBasket,
        anyHistory,
        anyHere,
        (rules, buyer, basket, history, here) => {
          const { date, ...verdict } = evaluate(ruleBook(rules), buyer, basket, history, here);
          const named = new Set([
            ...verdict.lines.flatMap((line) => line.ruleIds),
            ...verdict.quotas.map((quota) => quota.ruleId),
            ...verdict.findings.filter(({ code }) => code !== 'no-price-rule').map(({ ruleId }) => ruleId),
          ]);
          for (const rule of rules.filter(({ ruleId }) => named.has(ruleId))) {
            expect(rule.active).toBe(true);
            expect(rule.validFrom <= date).toBe(true);
            expect(rule.validTo === null || rule.validTo >= date).toBe(true);
            expect(here.region.startsWith(rule.region)).toBe(true);
          }
        },
      ),
      RUNS,
    );
  });

  test('a basket is refused exactly where one of its lines is', () => {
    fc.assert(
      fc.property(
        anyRules,
        anyBuyer,
        anyBasket,
        anyHistory,
        anyHere,
        (rules, buyer, basket, history, here) => {
          const { effect, lines } = evaluate(ruleBook(rules), buyer, basket, history, here);
          expect(lines.map(({ lineId }) => lineId)).toEqual(basket.map(({ lineId }) => lineId).toSorted());
          expect(Math.max(0, ...lines.map((line) => STRENGTH[line.effect]))).toBe(STRENGTH[effect]);
        },
      ),
      RUNS,
    );
  });
});

function renamed<T extends ProgrammeRule | ProgrammeLine | ProgrammeUse>(part: T): T {
  return { ...part, programme: `other-${part.programme}` };
}

/** Under an id that no line of the first basket has. */
function ofItsOwn(line: ProgrammeLine): ProgrammeLine {
  return { ...line, lineId: line.lineId.replace('00000000-', 'ffffffff-') };
}
