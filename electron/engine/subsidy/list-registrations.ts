import type { subsidyContract } from '../../../shared/contract/subsidy.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { folded } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { fits } from '../members/index.ts';
import { everybodyRegistered, type RegisteredPerson } from './person.ts';
import { allRegistrations } from './registration-store.ts';
import { inList, registrationDetail } from './replies.ts';

type SubsidyHandlers = AreaHandlers<typeof subsidyContract, Ctx>;

/** Four digits are the end of a number; anything else is words of a name. */
const LAST_DIGITS = /^\d{4}$/;

/** A page of everybody, or of those who fit, in the order of names; those without one come last. */
export const registrations: SubsidyHandlers['registrations'] = (ctx, { text, offset, limit }) => {
  const people = everybodyRegistered(ctx);
  const typed = text.trim();
  const words = folded(typed).split(' ').filter(Boolean);
  const found = allRegistrations(ctx.db)
    .map((stored) => {
      const opened = people.get(stored.registrationId)?.opened;
      const person = opened?.state === 'known' ? opened.person : undefined;
      return { stored, person, name: person === undefined ? '' : folded(person.name) };
    })
    .filter(({ person }) => typed === '' || (person !== undefined && isMeant(person, typed, words)))
    .toSorted((a, b) => byName(a.name, b.name));
  const page = found.slice(offset, offset + limit).map(({ stored }) => stored);
  return { total: found.length, registrations: inList(ctx, page) };
};

function isMeant(person: RegisteredPerson, typed: string, words: readonly string[]): boolean {
  if (LAST_DIGITS.test(typed)) {
    return [person.nik, person.kk].some((number) => number?.endsWith(typed) === true);
  }
  return fits(folded(person.name).split(' '), words);
}

function byName(a: string, b: string): number {
  if (a === b) return 0;
  if (a === '' || b === '') return a === '' ? 1 : -1;
  return a < b ? -1 : 1;
}

/** Whoever is at the counter, with the name. */
export const registration: SubsidyHandlers['registration'] = (ctx, { registrationId }) =>
  registrationDetail(ctx, registrationId);
