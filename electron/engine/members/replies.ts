import type { Buyer, BuyerDetail, Member, MemberDetail } from '../../../shared/contract/members.ts';
import type { BuyerRow } from '../../../shared/journal/member-bodies.ts';
import type { Ctx } from '../context.ts';
import { openDebt } from '../debts/index.ts';
import { DomainError } from '../domain-error.ts';
import type { Opened } from '../vault/index.ts';
import { allBuyers, readBuyer } from './buyer-store.ts';
import { purchasesOf, readMember, readMembers, type StoredMember } from './member-store.ts';
import { everybody, openBuyer, openMember, type Person } from './person.ts';
import { todayOf } from './today.ts';

type Reading = Pick<Ctx, 'db' | 'ports'>;

const ERASED: Opened<Person> = { state: 'erased' };

function nameOf(opened: Opened<Person>): Pick<Member, 'name' | 'nameState'> {
  return { name: opened.state === 'known' ? opened.person.name : '', nameState: opened.state };
}

/**
 * The member of this id with name, terms and savings, active or not. For the till.
 * @throws DomainError `member.unknown`
 */
export function memberById(ctx: Reading, memberId: string): Member {
  const member = readMember(ctx.db, memberId);
  if (member === undefined) throw new DomainError('member.unknown');
  return { ...member, ...nameOf(openMember(ctx, memberId)) };
}

/** Many members with their names; opened once and kept, so that lists are fast. */
export function memberReplies(ctx: Reading, members: readonly StoredMember[]): Member[] {
  const people = everybody(ctx);
  return members.map((member) => ({
    ...member,
    ...nameOf(people.get(member.memberId)?.opened ?? ERASED),
  }));
}

/** The members of these ids with their names, in the order of the ids. */
export function membersByIds(ctx: Reading, memberIds: readonly string[]): Member[] {
  return memberReplies(ctx, readMembers(ctx.db, memberIds));
}

/** A member with what only the member's own page shows. */
export function memberDetail(ctx: Ctx, memberId: string): MemberDetail {
  const member = memberById(ctx, memberId);
  const opened = openMember(ctx, memberId);
  const { phone, address } = opened.state === 'known' ? opened.person : { phone: '', address: '' };
  const year = Number(todayOf(ctx).slice(0, 4));
  const owesRp = openDebt(ctx.db, memberId);
  return { ...member, phone, address, owesRp, year: { year, ...purchasesOf(ctx.db, memberId, year) } };
}

/** Many buyers with their names. */
export function buyerReplies(ctx: Reading, buyers: readonly BuyerRow[]): Buyer[] {
  const people = everybody(ctx);
  return buyers.map((buyer) => ({ ...buyer, ...nameOf(people.get(buyer.buyerId)?.opened ?? ERASED) }));
}

/** The buyers of these ids with their names. */
export function buyersByIds(ctx: Reading, buyerIds: readonly string[]): Buyer[] {
  const wanted = new Set(buyerIds);
  return buyerReplies(
    ctx,
    allBuyers(ctx.db).filter(({ buyerId }) => wanted.has(buyerId)),
  );
}

/**
 * The buyer of this id with everything a faktur prints, active or not. For the till.
 * @throws DomainError `buyer.unknown`
 */
export function buyerById(ctx: Reading, buyerId: string): BuyerDetail {
  const buyer = readBuyer(ctx.db, buyerId);
  if (buyer === undefined) throw new DomainError('buyer.unknown');
  const opened = openBuyer(ctx, buyerId);
  const { contact, phone, address } =
    opened.state === 'known' ? opened.person : { contact: '', phone: '', address: '' };
  return { ...buyer, ...nameOf(opened), contact, phone, address, owesRp: openDebt(ctx.db, buyerId) };
}
