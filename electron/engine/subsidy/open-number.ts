import type { IdentityAccess, subsidyContract } from '../../../shared/contract/subsidy.ts';
import { openPurposeSchema } from '../../../shared/contract/subsidy.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { listStaff } from '../staff/index.ts';
import { accessesOf } from './access-store.ts';
import { holdsNumber } from './numbers.ts';
import { openRegistered } from './person.ts';
import { knownRegistration, shownBuyer } from './replies.ts';

type SubsidyHandlers = AreaHandlers<typeof subsidyContract, Ctx>;

/**
 * The whole number, for whoever keys it into another system. That it was taken, by whom and what for
 * is a record; the reply is kept nowhere, so a command that is sent twice leaves two of them.
 */
export const copyNumber: SubsidyHandlers['copyNumber'] = (ctx, { registrationId, which, purpose, note }) => {
  if (knownRegistration(ctx, registrationId).erased) throw new DomainError('registration.erased');
  if (holdsNumber(note)) throw new DomainError('identity.in-note');
  const opened = openRegistered(ctx, registrationId);
  if (opened.state !== 'known') throw new DomainError('identity.unreadable');
  const number = opened.person[which];
  if (number === null) throw new DomainError('identity.not-given', { which });
  ctx.append('identity-opened/1', { registrationId, purpose, note });
  ctx.changed('subsidy');
  return { number };
};

/** Who took whole numbers, when and what for. */
export const accessLog: SubsidyHandlers['accessLog'] = (ctx, input) => {
  const { total, rows } = accessesOf(ctx.db, input);
  const staff = new Map(listStaff(ctx.db).map((person) => [person.staffId, person.name]));
  const accesses = rows.map((row): IdentityAccess => {
    const { name, lastFour } = shownBuyer(ctx, row.registrationId);
    return {
      at: ctx.instant(row.at),
      staff: staff.get(row.actor) ?? '',
      registrationId: row.registrationId,
      name,
      maskedNik: lastFour,
      purpose: openPurposeSchema.parse(row.purpose),
      note: row.note,
    };
  });
  return { total, accesses };
};
