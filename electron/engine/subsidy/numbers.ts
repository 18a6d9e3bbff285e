import { readIdentityNumber } from '../../../shared/domain/nik.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { todayOf } from '../members/index.ts';
import { registrationOfNik, registrationsOfKk } from './registration-store.ts';
import { ownKey, type IdentityNumbers } from './subject-keys.ts';

/**
 * The numbers that somebody typed to be kept. What looks odd in them is taken; what can't be such a
 * number is refused, and so is one that is known here as the other kind.
 * @throws DomainError `identity.nik-invalid`, `identity.kk-invalid`, `identity.nik-is-kk`,
 *   `identity.kk-is-nik`, `identity.same-number`; none of them says the number
 */
export function readNumbers(ctx: Ctx, typed: IdentityNumbers): IdentityNumbers {
  const nik = typed.nik === null || isEmpty(typed.nik) ? null : readNik(ctx, typed.nik);
  const kk = typed.kk === null || isEmpty(typed.kk) ? null : readKk(ctx, typed.kk);
  if (nik !== null && nik === kk) throw new DomainError('identity.same-number');
  return { nik, kk };
}

const isEmpty = (text: string): boolean => text.trim() === '';

function readNik(ctx: Ctx, text: string): string {
  const read = readIdentityNumber(text, todayOf(ctx), 'nik');
  if (!read.ok) throw new DomainError('identity.nik-invalid', { problem: read.problem, digits: read.digits });
  const { keys } = ctx.ports;
  const isKnown = registrationOfNik(ctx.db, ownKey(keys, 'nik', read.number)) !== undefined;
  // By its digits alone a KK can pass for a NIK, but not where it is a family's already.
  if (!isKnown && registrationsOfKk(ctx.db, ownKey(keys, 'kk', read.number)).length > 0) {
    throw new DomainError('identity.nik-is-kk');
  }
  return read.number;
}

function readKk(ctx: Ctx, text: string): string {
  const read = readIdentityNumber(text, todayOf(ctx), 'kk');
  if (!read.ok) throw new DomainError('identity.kk-invalid', { problem: read.problem, digits: read.digits });
  if (registrationOfNik(ctx.db, ownKey(ctx.ports.keys, 'nik', read.number)) !== undefined) {
    throw new DomainError('identity.kk-is-nik');
  }
  return read.number;
}

/** Whether a text holds a number as long as a NIK, however it is grouped. No record may hold one. */
export function holdsNumber(text: string): boolean {
  return /\d{16}/.test(text.replaceAll(/[\s.\-/]/g, ''));
}
