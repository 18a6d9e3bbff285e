import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { anybodyRegistered, registrationOfNik, registrationsOfKk } from './registration-store.ts';
import { ownKey } from './subject-keys.ts';

/**
 * Sixteen digits, grouped or not, from every place where a group of digits begins: what stands before a
 * number, a date or a receipt's, may look like the first digits of it.
 */
const SIXTEEN_DIGITS = /(?<!\d)(?=(?<found>\d(?:[\s./-]?\d){15})(?!\d))/g;

/** Nearly every text has none, which this tells sooner. */
const MANY_DIGITS = /(?:\d[\s./-]?){15}\d/;

/**
 * Refuses a record that holds the NIK or KK of anybody who was ever registered here. A record is for
 * ever and goes to the district, and whoever has just copied a number pastes it where a note or a
 * reference belongs. Other numbers of sixteen digits are none of anybody's business: the reference of
 * a payment may be as long.
 * @throws DomainError `identity.in-note`
 */
export function requireNoNumber(ctx: Pick<Ctx, 'db' | 'ports'>, body: object): void {
  for (const text of textsIn(body)) {
    for (const { groups } of text.matchAll(SIXTEEN_DIGITS)) {
      const digits = groups?.['found']?.replaceAll(/\D/g, '') ?? '';
      if (isRegistered(ctx, digits)) throw new DomainError('identity.in-note');
    }
  }
}

function isRegistered({ db, ports }: Pick<Ctx, 'db' | 'ports'>, digits: string): boolean {
  if (!anybodyRegistered(db)) return false;
  return (
    registrationOfNik(db, ownKey(ports.keys, 'nik', digits)) !== undefined ||
    registrationsOfKk(db, ownKey(ports.keys, 'kk', digits)).length > 0
  );
}

/** Every text within a body that has digits enough, added to what was found. */
function textsIn(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') {
    if (value.length >= 16 && MANY_DIGITS.test(value)) found.push(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) textsIn(each, found);
  }
  return found;
}
