import { thousandths, type Thousandths } from '../quantity.ts';
import type { ProgrammeUse, SubsidyBuyer } from './judged.ts';
import type { QuotaRule } from './rules.ts';
import type { QuotaWindow } from './windows.ts';

/** What was bought within a window, by whoever counts as one with the buyer. */
export interface Used {
  readonly thousandths: Thousandths;
  /** Of that, what was bought in other stores. */
  readonly elsewhereThousandths: Thousandths;
  /** By date, the oldest first. */
  readonly byDate: readonly { readonly date: string; readonly quantityThousandths: Thousandths }[];
}

/**
 * Adds up what counts against a quota. What is dated after the window counts as well: it was bought
 * before now, so the clock was wrong then or is now, and a wrong clock gives no quota back.
 */
export function usedWithin(
  rule: QuotaRule,
  window: QuotaWindow,
  buyer: SubsidyBuyer,
  history: readonly ProgrammeUse[],
): Used {
  const { from } = window;
  const byDate = new Map<string, number>();
  let [total, elsewhere] = [0, 0];
  for (const use of history) {
    if (from === null || use.date < from || use.quantityThousandths <= 0) continue;
    if (rule.category !== null && rule.category !== use.category) continue;
    if (!countsFor(rule.subject, buyer, use)) continue;
    total += use.quantityThousandths;
    if (use.elsewhere) elsewhere += use.quantityThousandths;
    byDate.set(use.date, (byDate.get(use.date) ?? 0) + use.quantityThousandths);
  }
  return {
    thousandths: thousandths(total),
    elsewhereThousandths: thousandths(elsewhere),
    byDate: [...byDate.keys()]
      .toSorted()
      .map((date) => ({ date, quantityThousandths: thousandths(byDate.get(date) ?? 0) })),
  };
}

/** What identifies a buyer for a quota, null where that is not known. */
export function subjectKeyOf(subject: QuotaRule['subject'], buyer: SubsidyBuyer): string | null {
  switch (subject) {
    case 'anyone':
      return '';
    case 'nik':
      return buyer.nikKey;
    case 'kk':
      return buyer.kkKey;
    case 'member':
      return buyer.memberId;
  }
}

/**
 * Whether a purchase counts as the buyer's. In a household everybody's counts; the buyer's own does
 * too where the KK was not known then or was another one, or a new KK would be a new quota.
 */
function countsFor(subject: QuotaRule['subject'], buyer: SubsidyBuyer, use: ProgrammeUse): boolean {
  switch (subject) {
    case 'anyone':
      return false;
    case 'nik':
      return isSame(buyer.nikKey, use.nikKey);
    case 'kk':
      return isSame(buyer.kkKey, use.kkKey) || isSame(buyer.nikKey, use.nikKey);
    case 'member':
      return isSame(buyer.memberId, use.memberId);
  }
}

function isSame(key: string | null, other: string | null): boolean {
  return key !== null && key === other;
}
