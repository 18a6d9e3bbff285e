import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { tillContract } from '../../../shared/contract/till.ts';
import { tierSchema, type Tier } from '../../../shared/domain/tier.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { buyerById, memberById } from '../members/index.ts';
import { takeApproval } from '../staff/index.ts';
import { ensureTicket, readTicket } from './ticket.ts';
import { requireOpenShift, touched } from './open-ticket.ts';
import { chooseMember } from './subsidy/choose-buyer.ts';
import { forgetAllowedOfAnother, forgetUnseenBuyer } from './subsidy/forget-buyer.ts';
import { keptSubsidy } from './subsidy/kept-subsidy.ts';
import { setTicketBuyer } from './ticket-store.ts';

type TillHandlers = AreaHandlers<typeof tillContract, Ctx>;

/**
 * Says for whom the open ticket is. Prices follow the member's or institution's own tier; another
 * tier by hand has to be allowed.
 */
export const setBuyer: TillHandlers['setBuyer'] = (ctx, input) => {
  requireOpenShift(ctx);
  if (input.memberId !== null && input.buyerId !== null) throw new DomainError('request.malformed');
  ensureTicket(ctx);
  forgetUnseenBuyer(ctx);
  // Whoever was named for a quota before stays: a member may also be chosen for their prices alone.
  if (input.memberId !== null && keptSubsidy(ctx.db).registrationId === null) {
    chooseMember(ctx, input.memberId);
  }
  const own = ownTier(ctx, input.memberId, input.buyerId);
  const somebody = input.memberId !== null || input.buyerId !== null;
  const byHand = input.tier !== null && input.tier !== own;
  const tier = input.tier ?? own;
  const approvalId = byHand ? allowedTier(ctx, tier, input.approvalId) : null;
  forgetAllowedOfAnother(ctx, input.memberId);
  setTicketBuyer(ctx.db, {
    tier,
    tier_by: tierBy(byHand, somebody),
    tier_approval_id: approvalId,
    member_id: input.memberId,
    buyer_id: input.buyerId,
  });
  return touched(ctx);
};

function tierBy(byHand: boolean, somebody: boolean): 'hand' | 'buyer' | 'default' {
  if (byHand) return 'hand';
  return somebody ? 'buyer' : 'default';
}

/** Everybody's prices are never a favour, so they need no word. */
function allowedTier(ctx: Ctx, tier: Tier, approvalId: string | null): string | null {
  if (tier === 'umum') return null;
  const { ticketId } = readTicket(ctx);
  return takeApproval(ctx, approvalId, { action: 'tier', ticketId, tier }).approvalId;
}

function ownTier(ctx: Ctx, memberId: string | null, buyerId: string | null): Tier {
  if (memberId !== null) return activeTier(memberById(ctx, memberId), 'member.inactive');
  if (buyerId !== null) return activeTier(buyerById(ctx, buyerId), 'buyer.inactive');
  return tierSchema.enum.umum;
}

function activeTier(
  person: { readonly active: boolean; readonly tier: Tier },
  refusal: 'member.inactive' | 'buyer.inactive',
): Tier {
  if (!person.active) throw new DomainError(refusal);
  return person.tier;
}

/** A member's card was scanned: the ticket is theirs, and so is the quota where they are registered. */
export function attachMember(ctx: Ctx, memberId: string): void {
  ensureTicket(ctx);
  chooseMember(ctx, memberId);
  forgetAllowedOfAnother(ctx, memberId);
  setTicketBuyer(ctx.db, {
    tier: ownTier(ctx, memberId, null),
    tier_by: 'buyer',
    tier_approval_id: null,
    member_id: memberId,
    buyer_id: null,
  });
}
