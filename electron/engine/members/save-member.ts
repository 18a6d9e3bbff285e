import type { membersContract } from '../../../shared/contract/members.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { looksLikeNik } from '../../../shared/domain/nik.ts';
import type { MemberRow } from '../../../shared/journal/member-bodies.ts';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import { policy } from '../policy/index.ts';
import { memberIdOfCard, memberIdOfNumber, readMember } from './member-store.ts';
import { nextNumber } from './next-number.ts';
import { keepPerson, openMember, type MemberPerson } from './person.ts';
import { memberById, memberDetail } from './replies.ts';
import { todayOf } from './today.ts';

type MembersHandlers = AreaHandlers<typeof membersContract, Ctx>;

/** Adds a member at the counter, while the queue waits; they may owe what the store lets new members owe. */
export const quickAdd: MembersHandlers['quickAdd'] = (ctx, input) => {
  const row: MemberRow = {
    memberId: ctx.ports.ids.next(),
    number: nextNumber(ctx.db),
    tier: 'anggota',
    cardCodes: input.cardCode === null ? [] : [input.cardCode],
    creditLimitRp: policy(ctx.db).kasbonLimitDefaultRp,
    active: true,
    joinedOn: todayOf(ctx),
  };
  keepMember(ctx, row, { name: input.name, phone: input.phone, address: '' });
  return memberById(ctx, row.memberId);
};

/** Adds a member or changes one. Saving what is already there writes no record. */
export const saveMember: MembersHandlers['saveMember'] = (ctx, input) => {
  const { name, phone, address, memberId, number, cardCodes, ...terms } = input;
  const before = memberId === null ? undefined : memberById(ctx, memberId);
  const row: MemberRow = {
    ...terms,
    memberId: before?.memberId ?? ctx.ports.ids.next(),
    number: number ?? before?.number ?? nextNumber(ctx.db),
    cardCodes: [...new Set(cardCodes)],
  };
  keepMember(ctx, row, { name, phone, address });
  return memberDetail(ctx, row.memberId);
};

/** What differs goes to where it belongs: terms into the journal, the person into the vault. */
function keepMember(ctx: Ctx, row: MemberRow, person: Omit<MemberPerson, 'kind'>): void {
  requireFree(ctx.db, row);
  const before = readMember(ctx.db, row.memberId);
  if (before === undefined || !sameTerms(before, row)) ctx.append('member-saved/1', row);
  const known = openMember(ctx, row.memberId);
  if (known.state !== 'known' || !samePerson(known.person, person)) {
    keepPerson(ctx, row.memberId, { kind: 'member', ...person });
  }
  ctx.changed('members');
}

/** A number or card that named two members would put the purchases of one to the other. */
function requireFree(db: Db, row: MemberRow): void {
  for (const code of [row.number, ...row.cardCodes]) {
    // A record is for ever, and no record may hold a NIK.
    if (looksLikeNik(code)) throw new DomainError('member.looks-like-nik');
  }
  const owner = memberIdOfNumber(db, row.number);
  if (owner !== undefined && owner !== row.memberId) {
    throw new DomainError('member.number-taken', { number: row.number });
  }
  for (const code of row.cardCodes) {
    const holder = memberIdOfCard(db, code);
    if (holder === undefined || holder === row.memberId) continue;
    const number = readMember(db, holder)?.number ?? '';
    throw new DomainError('member.card-taken', { code, number });
  }
}

/** Whether two members have the same number, cards and terms. */
export function sameTerms(a: MemberRow, b: MemberRow): boolean {
  return (
    a.number === b.number &&
    a.tier === b.tier &&
    a.creditLimitRp === b.creditLimitRp &&
    a.active === b.active &&
    a.joinedOn === b.joinedOn &&
    a.cardCodes.length === b.cardCodes.length &&
    a.cardCodes.every((code, index) => code === b.cardCodes[index])
  );
}

/** Whether two entries tell the same of a person. */
export function samePerson(a: Omit<MemberPerson, 'kind'>, b: Omit<MemberPerson, 'kind'>): boolean {
  return a.name === b.name && a.phone === b.phone && a.address === b.address;
}
