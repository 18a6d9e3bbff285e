import type { Registration } from '../../../../shared/contract/subsidy.ts';
import { id } from '../../../../shared/i18n/id.ts';

const { nik: words, find, line } = id.subsidyTill;

type Person = Pick<Registration, 'name' | 'nameState' | 'maskedNik'>;

/** What somebody who is registered is called, or why there is no name. */
export function personName({ name, nameState }: Person): string {
  return nameState === 'known' ? name : words[nameState];
}

/** A name with the last four digits, which tell two people of one name apart; where no name can be shown they must do. */
export function nameAndDigits(person: Person): string {
  if (person.nameState !== 'known' && person.maskedNik !== '') return digitsOf(person);
  return line.buyer(personName(person), person.maskedNik);
}

/** The last four digits as they are shown everywhere. */
export function digitsOf({ maskedNik }: Person): string {
  return maskedNik === '' ? words.noDigits : words.digits(maskedNik);
}

/** The same under a heading that says what they are of. */
export function digitsAlone({ maskedNik }: Person): string {
  return maskedNik === '' ? words.noDigits : id.subsidyTill.waiting.lastFour(maskedNik);
}

/** When somebody bought last, for a list. */
export function lastBought(
  person: Pick<Registration, 'lastBoughtOn'>,
  say: (date: string) => string,
): string {
  return person.lastBoughtOn === null ? find.never : say(person.lastBoughtOn);
}
