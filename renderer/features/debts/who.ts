import type { Debtor } from '../../../shared/contract/debts.ts';
import { id } from '../../../shared/i18n/id.ts';

/** A name, or why there is none. */
export function shownName(who: Pick<Debtor, 'name' | 'nameState'>): string {
  return who.nameState === 'known' ? who.name : id.debts[who.nameState];
}
