import type { membersContract } from '../../../shared/contract/members.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { forgetReplies } from '../command-replies.ts';
import type { Ctx } from '../context.ts';
import { openDebt } from '../debts/index.ts';
import { DomainError } from '../domain-error.ts';
import { erasePerson } from '../vault/index.ts';
import { readBuyer } from './buyer-store.ts';
import { dropDrafts } from './import/draft-store.ts';
import { readMember } from './member-store.ts';
import { buyerById, memberDetail } from './replies.ts';
import { sameTerms } from './save-member.ts';

type MembersHandlers = AreaHandlers<typeof membersContract, Ctx>;

/** Erases who a member is and takes the cards off. Purchases, savings and debts stay with the number. */
export const eraseMember: MembersHandlers['eraseMember'] = (ctx, { memberId }) => {
  const member = readMember(ctx.db, memberId);
  if (member === undefined) throw new DomainError('member.unknown');
  requireNoDebt(ctx, memberId);
  const { savings: _, ...row } = member;
  const retired = { ...row, active: false, cardCodes: [] };
  if (!sameTerms(row, retired)) ctx.append('member-saved/1', retired);
  forget(ctx, memberId);
  return memberDetail(ctx, memberId);
};

/** Erases who a buyer is. Its invoices stay. */
export const eraseBuyer: MembersHandlers['eraseBuyer'] = (ctx, { buyerId }) => {
  const buyer = readBuyer(ctx.db, buyerId);
  if (buyer === undefined) throw new DomainError('buyer.unknown');
  requireNoDebt(ctx, buyerId);
  if (buyer.active) ctx.append('buyer-saved/1', { ...buyer, active: false });
  forget(ctx, buyerId);
  return buyerById(ctx, buyerId);
};

/** A debt of nobody could not be asked for. */
function requireNoDebt(ctx: Ctx, debtorId: string): void {
  const owesRp = openDebt(ctx.db, debtorId);
  if (owesRp > 0) throw new DomainError('member.owes', { owesRp });
}

/** Wherever the till still holds the name sealed, it is let go of too. */
function forget(ctx: Ctx, subjectId: string): void {
  ctx.changed('members');
  erasePerson(ctx, subjectId);
  forgetReplies(ctx.db);
  dropDrafts(ctx.db);
}
