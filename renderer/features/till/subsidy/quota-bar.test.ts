import { expect, test } from 'vitest';
import { thousandths } from '../../../../shared/domain/quantity.ts';
import type { QuotaState } from '../../../../shared/domain/programmes/verdict.ts';
import { quotaBar } from './quota-bar.ts';

function quota(limit: number, used: number, asked: number, dates: readonly string[] = []): QuotaState {
  return {
    programme: 'lpg-3kg',
    ruleId: '01980000-0000-7000-8000-000000000001',
    decree: 'SK Gub 801/2024',
    subject: 'nik',
    category: null,
    window: 'week',
    effect: 'block',
    limitThousandths: thousandths(limit),
    usedThousandths: thousandths(used),
    elsewhereThousandths: thousandths(0),
    askedThousandths: thousandths(asked),
    from: '2026-04-13',
    to: '2026-04-19',
    nextFrom: '2026-04-20',
    uses: dates.map((date) => ({ date, quantityThousandths: thousandths(1_000) })),
  };
}

const kinds = (state: QuotaState) => quotaBar(state).map(({ kind }) => kind);

test('a few whole ones are shown piece by piece, each with its date', () => {
  expect(quotaBar(quota(2_000, 1_000, 1_000, ['2026-04-13']))).toEqual([
    { kind: 'used', share: 1, date: '2026-04-13' },
    { kind: 'this', share: 1, date: null },
  ]);
});

test('what nobody asked for yet is left, what is too much is a piece of its own, and of a used one nothing more is drawn', () => {
  expect(kinds(quota(3_000, 1_000, 1_000, ['2026-04-13']))).toEqual(['used', 'this', 'left']);
  expect(kinds(quota(2_000, 2_000, 1_000, ['2026-04-13', '2026-04-14']))).toEqual(['used', 'used']);
  expect(kinds(quota(1_000, 0, 3_000))).toEqual(['this', 'over', 'over']);
});

test('what was bought elsewhere has no date of its own', () => {
  expect(quotaBar(quota(2_000, 2_000, 0, ['2026-04-13'])).map(({ date }) => date)).toEqual([
    '2026-04-13',
    null,
  ]);
});

test('kilos by the sack are shown in shares of the whole', () => {
  expect(quotaBar(quota(250_000, 100_000, 50_000))).toEqual([
    { kind: 'used', share: 100_000, date: null },
    { kind: 'this', share: 50_000, date: null },
    { kind: 'left', share: 100_000, date: null },
  ]);
  expect(kinds(quota(250_000, 240_000, 50_000))).toEqual(['used', 'this', 'over']);
});
