import { expect, test } from 'vitest';
import { businessDateSchema } from '../../../../shared/domain/business-date.ts';
import { spanOf, typedSpan } from './wish.ts';

const TODAY = businessDateSchema.parse('2026-11-22');

test("a usual span needs nothing typed; one's own span is what was typed, or none", () => {
  expect(spanOf({ period: 'this-month', from: '', to: '' }, TODAY)).toEqual({
    from: '2026-11-01',
    to: '2026-11-22',
  });
  expect(spanOf({ period: 'own', from: '5-1-2026', to: '6-1-2026' }, TODAY)).toEqual({
    from: '2026-01-05',
    to: '2026-01-06',
  });
  expect(spanOf({ period: 'own', from: '6-1-2026', to: '5-1-2026' }, TODAY)).toBeNull();
});

test("a usual span that is made one's own stays the same", () => {
  const span = spanOf({ period: 'last-month', from: '', to: '' }, TODAY)!;
  expect(spanOf({ period: 'own', ...typedSpan(span) }, TODAY)).toEqual(span);
});
