import type { ShownBuyer } from '../../../shared/contract/cylinders.ts';
import type { Registration } from '../../../shared/contract/subsidy.ts';
import { id } from '../../../shared/i18n/id.ts';

const words = id.subsidyOffice.who;

/** A name, or why there is none. */
export function shownName({ name, nameState }: Pick<ShownBuyer, 'name' | 'nameState'>): string {
  return nameState === 'known' ? name : words[nameState];
}

/** The last four digits as they stand on screen and paper; empty where there are none. */
export function masked(lastFour: string): string {
  return lastFour === '' ? '' : `•••• ${lastFour.slice(-4)}`;
}

/** By which number somebody is registered, masked: the NIK, or the KK where there is no NIK. */
export function maskedNumber({ maskedNik, maskedKk }: Pick<Registration, 'maskedNik' | 'maskedKk'>): string {
  if (maskedNik !== '') return words.nik(masked(maskedNik));
  return maskedKk === '' ? words.noNumber : words.kk(masked(maskedKk));
}

/** Whom a list is about: by name, or by number where the name is not for whoever looks. */
export function shownWho(who: Pick<Registration, 'name' | 'nameState' | 'maskedNik' | 'maskedKk'>): string {
  return who.nameState === 'hidden' ? maskedNumber(who) : shownName(who);
}
