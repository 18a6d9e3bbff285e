import { sumThousandths, thousandths, type Thousandths } from '../quantity.ts';
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
  /** The date of the newest purchase, '' for none. */
  readonly latest: string;
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
  const counted = history.filter(
    (use) =>
      from !== null &&
      use.date >= from &&
      use.quantityThousandths > 0 &&
      (rule.category === null || rule.category === use.category) &&
      countsFor(rule.subject, buyer, use),
  );
  const byDate = [...Map.groupBy(counted, (use) => use.date)]
    .map(([date, uses]) => ({ date, quantityThousandths: sum(uses) }))
    .toSorted((a, b) => Number(a.date > b.date) - Number(a.date < b.date));
  return {
    thousandths: sum(counted),
    elsewhereThousandths: sum(counted.filter((use) => use.elsewhere)),
    byDate,
    latest: byDate.at(-1)?.date ?? '',
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

function sum(uses: readonly ProgrammeUse[]): Thousandths {
  return sumThousandths(uses.map((use) => thousandths(use.quantityThousandths)));
}
