import { expect, test } from 'vitest';
import type { TicketSubsidy } from '../../../../shared/contract/till.ts';
import type { Finding, FindingCode } from '../../../../shared/domain/programmes/verdict.ts';
import { asksForBuyer, inFocus, otherLines, standingOf } from './standing.ts';

const finding = (code: FindingCode, effect: Finding['effect'] = 'refuse'): Finding => ({
  effect,
  code,
  programme: 'lpg-3kg',
  lineId: null,
  ruleId: null,
  params: {},
  ways: [],
});

/** A ticket's goods with what the rules find, and whether it is known who buys. */
function subsidyOf(findings: readonly Finding[], known = true): TicketSubsidy {
  const line = (lineId: string, programme: string, effect: string) => ({ lineId, programme, effect });
  const effect = findings.some((each) => each.effect === 'refuse') ? 'refuse' : 'allow';
  return {
    registrationId: known ? 'buyer' : null,
    verdict: {
      effect,
      findings,
      lines: [line('gas', 'lpg-3kg', effect), line('oil', 'minyakita', 'allow')],
      quotas: [{ programme: 'lpg-3kg' }, { programme: 'minyakita' }],
      asks: { identities: [], categories: [], proxyAllowed: false },
    },
  } as unknown as TicketSubsidy;
}

test('nothing found is a yes, a warning is a yes to be read', () => {
  expect(standingOf(subsidyOf([]))).toMatchObject({ kind: 'allow', finding: null });
  expect(standingOf(subsidyOf([finding('clock-unsure', 'warn')]))).toMatchObject({ kind: 'warn' });
});

test('what was not asked yet is no refusal', () => {
  expect(standingOf(subsidyOf([finding('identity-required')], false)).kind).toBe('missing');
  expect(standingOf(subsidyOf([finding('category-required')])).kind).toBe('missing');
});

test('somebody who is no member is refused, nobody in particular is asked', () => {
  expect(standingOf(subsidyOf([finding('member-required')], false)).kind).toBe('missing');
  expect(standingOf(subsidyOf([finding('member-required')])).kind).toBe('refused');
});

test('a refusal goes before what is missing', () => {
  const both = subsidyOf([finding('identity-required'), finding('mixing-forbidden')], false);
  expect(standingOf(both)).toMatchObject({ kind: 'refused', finding: { code: 'mixing-forbidden' } });
});

test('lines that are not refused are kept, and told so', () => {
  expect(otherLines(5, subsidyOf([finding('quota-exceeded')]))).toBe(4);
  expect(otherLines(5, subsidyOf([]))).toBe(5);
});

test('the key for the buyer means the goods only where they ask for one', () => {
  expect(asksForBuyer(null)).toBe(false);
  expect(asksForBuyer(subsidyOf([]))).toBe(false);
  expect(asksForBuyer(subsidyOf([finding('identity-required')], false))).toBe(true);
});

test('the buyer’s screen is about goods that want to know who buys, and all where none do', () => {
  const seen = inFocus(subsidyOf([]), (programme) => programme === 'lpg-3kg').verdict;
  expect(seen.lines.map(({ lineId }) => lineId)).toEqual(['gas']);
  expect(seen.quotas.map(({ programme }) => programme)).toEqual(['lpg-3kg']);
  expect(inFocus(subsidyOf([]), () => false).verdict.lines).toHaveLength(2);
});

test('what is odd about other goods is not said of these', () => {
  const gas = finding('price-above-ceiling', 'warn');
  const oil = { ...finding('price-above-reference', 'warn'), programme: 'minyakita' };
  const subsidy = subsidyOf([gas, oil]);
  const seen = inFocus(subsidy, (programme) => programme === 'lpg-3kg').verdict;
  expect(seen.findings).toEqual([gas]);
  expect(standingOf(subsidy).warnings).toEqual([gas, oil]);
});
