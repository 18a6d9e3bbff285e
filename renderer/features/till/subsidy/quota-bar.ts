import type { QuotaState } from '../../../../shared/domain/programmes/verdict.ts';
import { ONE, thousandths } from '../../../../shared/domain/quantity.ts';

/** Most parts that can be told apart as pieces of a bar. */
const MOST_PARTS = 6;

/** A piece of the bar: what was bought earlier, what is in this basket, and what is left. */
export interface Part {
  readonly kind: 'used' | 'this' | 'left' | 'over';
  /** Its part of the whole. */
  readonly share: number;
  /** When it was bought; null where that is not one date. */
  readonly date: string | null;
}

/**
 * A quota as a bar: piece by piece where there are a few whole ones, else in shares. What is asked for
 * beyond the limit is a piece of its own where some of it still fits; of a quota that is used up the bar
 * shows the quota alone, as the words beside it do.
 */
export function quotaBar(quota: QuotaState): Part[] {
  const isGone = quota.usedThousandths >= quota.limitThousandths;
  return partsOf(isGone ? { ...quota, askedThousandths: thousandths(0) } : quota);
}

function partsOf(quota: QuotaState): Part[] {
  const { limitThousandths, usedThousandths, askedThousandths } = quota;
  const figures = [limitThousandths, usedThousandths, askedThousandths];
  const whole = Math.max(limitThousandths, usedThousandths + askedThousandths) / ONE;
  if (whole <= MOST_PARTS && figures.every((figure) => figure % ONE === 0)) return pieces(quota, whole);
  const over = Math.max(0, usedThousandths + askedThousandths - limitThousandths);
  const parts: Part[] = [
    { kind: 'used', share: Math.min(usedThousandths, limitThousandths), date: null },
    {
      kind: 'this',
      share: Math.max(0, Math.min(askedThousandths, limitThousandths - usedThousandths)),
      date: null,
    },
    { kind: 'left', share: Math.max(0, limitThousandths - usedThousandths - askedThousandths), date: null },
    { kind: 'over', share: over, date: null },
  ];
  return parts.filter(({ share }) => share > 0);
}

function pieces(
  { limitThousandths, usedThousandths, askedThousandths, uses }: QuotaState,
  whole: number,
): Part[] {
  const dates = uses.flatMap(({ date, quantityThousandths }) =>
    Array.from({ length: Math.max(0, Math.round(quantityThousandths / ONE)) }, () => date),
  );
  const used = usedThousandths / ONE;
  const asked = askedThousandths / ONE;
  return Array.from({ length: whole }, (_, at): Part => {
    if (at < used) return { kind: 'used', share: 1, date: dates[at] ?? null };
    if (at >= used + asked) return { kind: 'left', share: 1, date: null };
    return { kind: at < limitThousandths / ONE ? 'this' : 'over', share: 1, date: null };
  });
}
