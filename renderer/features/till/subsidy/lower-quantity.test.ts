import { expect, test } from 'vitest';
import type { Ticket, TicketLine } from '../../../../shared/contract/till.ts';
import type { Finding, LineJudgement } from '../../../../shared/domain/programmes/verdict.ts';
import { loweredTo, wholePacks } from './lower-quantity.ts';

/** Lines of one programme: how many are sold, and what one of them measures. */
function ticketOf(...lines: { pieces: number; measure: number; fractional?: boolean }[]): Ticket {
  const goods = lines.map(({ pieces, fractional = false }, at) => ({
    lineId: `line-${at}`,
    quantityThousandths: pieces * 1_000,
    fractional,
    labelled: false,
  }));
  const judged = lines.map(({ pieces, measure }, at) => ({
    lineId: `line-${at}`,
    programme: 'sphp',
    quantityThousandths: pieces * measure * 1_000,
  }));
  const subsidy = { verdict: { lines: judged as unknown as LineJudgement[] } };
  return { lines: goods as unknown as TicketLine[], subsidy } as unknown as Ticket;
}

const exceeded = (limit: number, used: number, asked: number): Finding => ({
  effect: 'refuse',
  code: 'quota-exceeded',
  programme: 'sphp',
  lineId: null,
  ruleId: null,
  params: { limit: limit * 1_000, used: used * 1_000, asked: asked * 1_000 },
  ways: ['lower-quantity'],
});

test('three bags of 5 kg where 10 kg are allowed become two', () => {
  expect(loweredTo(ticketOf({ pieces: 3, measure: 5 }), exceeded(10, 0, 15))).toMatchObject({
    line: { lineId: 'line-0' },
    quantityThousandths: 2_000,
  });
});

test('what is not a whole bag is not offered', () => {
  expect(loweredTo(ticketOf({ pieces: 3, measure: 5 }), exceeded(12, 0, 15))).toMatchObject({
    quantityThousandths: 2_000,
  });
  expect(loweredTo(ticketOf({ pieces: 1, measure: 5 }), exceeded(4, 0, 5))).toBeNull();
});

test('what was bought before leaves that much less', () => {
  expect(loweredTo(ticketOf({ pieces: 2, measure: 1 }), exceeded(2, 1, 2))).toMatchObject({
    quantityThousandths: 1_000,
  });
  expect(loweredTo(ticketOf({ pieces: 1, measure: 1 }), exceeded(2, 2, 1))).toBeNull();
});

test('of two lines the newer one makes room, where it alone can', () => {
  const two = ticketOf({ pieces: 1, measure: 5 }, { pieces: 3, measure: 1 });
  expect(loweredTo(two, exceeded(7, 0, 8))).toMatchObject({
    line: { lineId: 'line-1' },
    quantityThousandths: 2_000,
  });
  expect(loweredTo(two, exceeded(4, 0, 8))).toBeNull();
});

test('weighed goods are lowered to the gram', () => {
  const weighed = ticketOf({ pieces: 2, measure: 1, fractional: true });
  expect(
    loweredTo(weighed, { ...exceeded(1, 0, 2), params: { limit: 1_250, used: 0, asked: 2_000 } }),
  ).toMatchObject({
    quantityThousandths: 1_250,
  });
});

test('an opened pack becomes whole packs again, at least one', () => {
  const opened = (pieces: number) =>
    wholePacks(ticketOf({ pieces, measure: 5 }), { ...exceeded(0, 0, 0), lineId: 'line-0' });
  expect(opened(2.5)).toMatchObject({ quantityThousandths: 2_000 });
  expect(opened(0.5)).toMatchObject({ quantityThousandths: 1_000 });
});
