import { findingOf, type ProgrammeCase } from './programme-case.ts';
import { binds, isAbove, isFor } from './rules-in-force.ts';
import type { ProgrammeLine } from './judged.ts';
import type { PriceRule } from './rules.ts';
import type { Finding } from './verdict.ts';

/** Whether the goods go out as they have to, and for no more than they may cost. */
export function judgePrices(one: ProgrammeCase): Finding[] {
  const perLine = one.lines.flatMap((line) => [...judgePack(one, line), ...judgePrice(one, line)]);
  return [...perLine, ...judgeEnded(one)];
}

function judgePack(one: ProgrammeCase, { lineId, whole }: ProgrammeLine): Finding[] {
  const { access } = one;
  if (whole || access === undefined || !access.mixingForbidden) return [];
  const { ruleId } = access;
  return [findingOf(one, 'mixing-forbidden', 'refuse', { lineId, ruleId, ways: ['whole-packs', 'remove'] })];
}

function judgePrice(one: ProgrammeCase, line: ProgrammeLine): Finding[] {
  const { price } = one;
  const { lineId, chargedRp } = line;
  if (price === undefined || chargedRp === null) return [];
  if (!isAbove(price, line.quantityThousandths, chargedRp)) return [];
  const mostRp = (BigInt(price.amountRp) * BigInt(line.quantityThousandths)) / 1000n;
  const params = { ...priceParams(price), chargedRp, mostRp: Number(mostRp) };
  const { ruleId } = price;
  return binds(price)
    ? [
        findingOf(one, 'price-above-ceiling', 'refuse', {
          lineId,
          ruleId,
          params,
          ways: ['tell-pengurus', 'remove'],
        }),
      ]
    : [findingOf(one, 'price-above-reference', 'warn', { lineId, ruleId, params, ways: ['tell-pengurus'] })];
}

/**
 * A price rule that ended without another one after it. Nobody is sent away for it, because the decree
 * may only not have been typed in yet; but the store no longer knows what it may ask.
 */
function judgeEnded(one: ProgrammeCase): Finding[] {
  if (one.price !== undefined) return [];
  let last: PriceRule | undefined;
  for (const rule of one.book.prices.get(one.programme) ?? []) {
    if (rule.validTo === null || rule.validTo >= one.date || !isFor(rule, one.here)) continue;
    if (rule.validTo > (last?.validTo ?? '')) last = rule;
  }
  if (last === undefined) return [];
  const params = { ...priceParams(last), endedOn: last.validTo ?? '' };
  return [findingOf(one, 'no-price-rule', 'warn', { ruleId: last.ruleId, params, ways: ['tell-pengurus'] })];
}

function priceParams({ amountRp, priceKind, decree, validFrom }: PriceRule) {
  return { amountRp, priceKind, decree, validFrom };
}
