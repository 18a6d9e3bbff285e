import type { Identified, subsidyContract } from '../../../shared/contract/subsidy.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { readIdentityNumber, type IdentityReading } from '../../../shared/domain/nik.ts';
import type { Ctx } from '../context.ts';
import { findByCard, todayOf } from '../members/index.ts';
import {
  registrationOfNik,
  registrationsOfKk,
  registrationsOfMember,
  type StoredRegistration,
} from './registration-store.ts';
import { atCounter } from './replies.ts';
import { ownKey } from './subject-keys.ts';

type SubsidyHandlers = AreaHandlers<typeof subsidyContract, Ctx>;

/**
 * Whom a NIK, a KK number or a member's card names. A number that fits both is taken for what it is
 * known as here; one that nobody has is a NIK unless a KK was asked for.
 */
export const identify: SubsidyHandlers['identify'] = (ctx, { number, wanted }) => {
  const memberId = wanted === 'any' ? findByCard(ctx.db, number) : undefined;
  if (memberId !== undefined) {
    return { ...answer(ctx, 'card', registrationsOfMember(ctx.db, memberId)), memberId };
  }
  const today = todayOf(ctx);
  const nik = readIdentityNumber(number, today, 'nik');
  const kk = readIdentityNumber(number, today, 'kk');
  if (wanted === 'kk') return asKk(ctx, kk);
  const person = nik.ok ? registrationOfNik(ctx.db, ownKey(ctx.ports.keys, 'nik', nik.number)) : undefined;
  const isFamily = kk.ok && familyOf(ctx, kk.number).length > 0;
  if (person === undefined && isFamily) return asKk(ctx, kk);
  if (!nik.ok) return { ...answer(ctx, 'invalid', []), problems: [nik.problem] };
  return { ...answer(ctx, 'nik', person === undefined ? [] : [person]), warnings: [...nik.warnings] };
};

function asKk(ctx: Ctx, kk: IdentityReading): Identified {
  if (!kk.ok) return { ...answer(ctx, 'invalid', []), problems: [kk.problem] };
  return { ...answer(ctx, 'kk', familyOf(ctx, kk.number)), warnings: [...kk.warnings] };
}

function familyOf(ctx: Ctx, number: string): StoredRegistration[] {
  return registrationsOfKk(ctx.db, ownKey(ctx.ports.keys, 'kk', number));
}

function answer(
  ctx: Ctx,
  kind: Identified['kind'],
  registrations: readonly StoredRegistration[],
): Identified {
  return {
    kind,
    problems: [],
    warnings: [],
    registrations: registrations.map((each) => atCounter(ctx, each)),
    memberId: null,
  };
}

/** Everybody who is registered with a member, in the order in which they registered. */
export const buyersOfMember: SubsidyHandlers['buyersOfMember'] = (ctx, { memberId }) =>
  registrationsOfMember(ctx.db, memberId).map((each) => atCounter(ctx, each));
