import type { membersContract } from '../../../shared/contract/members.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { BuyerRow } from '../../../shared/journal/member-bodies.ts';
import { folded } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { allBuyers, readBuyer } from './buyer-store.ts';
import { keepPerson, openBuyer, type BuyerPerson } from './person.ts';
import { buyerById, buyerReplies } from './replies.ts';
import { fits } from './search.ts';

type MembersHandlers = AreaHandlers<typeof membersContract, Ctx>;

/** Institutions by words of their name, in the order of names. */
export const buyers: MembersHandlers['buyers'] = (ctx, input) => {
  const words = folded(input.text).split(' ').filter(Boolean);
  const found = buyerReplies(ctx, allBuyers(ctx.db))
    .filter(({ active }) => active || !input.onlyActive)
    .map((buyer) => ({ buyer, name: folded(buyer.name) }))
    .filter(({ name }) => words.length === 0 || fits(name.split(' '), words))
    .toSorted((a, b) => compare(a.name, b.name) || compare(a.buyer.buyerId, b.buyer.buyerId));
  const page = found.slice(input.offset, input.offset + input.limit);
  return { total: found.length, buyers: page.map(({ buyer }) => buyer) };
};

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** One institution, active or not. */
export const buyer: MembersHandlers['buyer'] = (ctx, { buyerId }) => buyerById(ctx, buyerId);

/** Adds an institution or changes one. Saving what is already there writes no record. */
export const saveBuyer: MembersHandlers['saveBuyer'] = (ctx, input) => {
  const { buyerId, name, contact, phone, address, ...terms } = input;
  const before = buyerId === null ? undefined : buyerById(ctx, buyerId);
  const row: BuyerRow = { ...terms, buyerId: before?.buyerId ?? ctx.ports.ids.next() };
  const stored = readBuyer(ctx.db, row.buyerId);
  if (stored === undefined || !sameTerms(stored, row)) ctx.append('buyer-saved/1', row);
  const person: BuyerPerson = { kind: 'buyer', name, contact, phone, address };
  const known = openBuyer(ctx, row.buyerId);
  if (known.state !== 'known' || !samePerson(known.person, person)) keepPerson(ctx, row.buyerId, person);
  ctx.changed('members');
  return buyerById(ctx, row.buyerId);
};

function sameTerms(a: BuyerRow, b: BuyerRow): boolean {
  return (
    a.kind === b.kind &&
    a.tier === b.tier &&
    a.creditLimitRp === b.creditLimitRp &&
    a.termDays === b.termDays &&
    a.active === b.active
  );
}

function samePerson(a: BuyerPerson, b: BuyerPerson): boolean {
  return a.name === b.name && a.contact === b.contact && a.phone === b.phone && a.address === b.address;
}
