import { addDays, calendarDate } from '../../shared/domain/business-date.ts';
import type { District } from '../district.ts';
import { listPlacedTills, listQuotaRules, programmeWords } from '../store/programme-store.ts';
import { listShared } from '../store/purchase-store.ts';
import { doubleDips, type DoubleDip } from './double-dips.ts';

/** How far back is looked: longer than any season. */
const LOOK_BACK_DAYS = 400;

/** A finding with what its programme is called and counted in. */
export interface NamedDip extends DoubleDip {
  readonly programmeName: string;
  readonly unit: string;
}

/** Everybody who bought more than a quota gives at several tills together, the newest window first. */
export async function findDoubleDips({ db, clock }: Pick<District, 'db' | 'clock'>): Promise<NamedDip[]> {
  const since = addDays(calendarDate(clock.now(), 0), -LOOK_BACK_DAYS);
  const tills = await listPlacedTills(db);
  const rules = await listQuotaRules(db);
  const words = await programmeWords(db);
  const found = [
    ...doubleDips('nik', await listShared(db, 'nik', since), tills, rules),
    ...doubleDips('kk', await listShared(db, 'kk', since), tills, rules),
  ];
  return found
    .toSorted((a, b) => b.from.localeCompare(a.from))
    .map((dip) => {
      const named = words.get(dip.programme);
      return { ...dip, programmeName: named?.name ?? dip.programme, unit: named?.unit ?? '' };
    });
}
