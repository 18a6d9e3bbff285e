import type { Buyer, Member } from '../../../shared/contract/members.ts';
import type { TicketBuyer } from '../../../shared/contract/till.ts';
import type { Tier } from '../../../shared/domain/tier.ts';
import { tierSchema } from '../../../shared/domain/tier.ts';
import { id } from '../../../shared/i18n/id.ts';

/** For whom a ticket can be: a member, an institution, or whoever stands there at prices chosen by hand. */
export type BuyerChoice =
  | { readonly kind: 'member'; readonly key: string; readonly member: Member }
  | { readonly kind: 'buyer'; readonly key: string; readonly buyer: Buyer }
  | { readonly kind: 'tier'; readonly key: string; readonly tier: Tier };

/**
 * What the list offers: people and institutions as they were found, then prices by hand where nothing
 * was typed or their name was.
 */
export function choicesOf(
  text: string,
  members: readonly Member[],
  buyers: readonly Buyer[],
  ticketBuyer: TicketBuyer,
): BuyerChoice[] {
  const typed = text.trim().toLowerCase();
  const tiers = tierSchema.options.filter(
    (tier) => tier !== ticketBuyer.tier && id.ticketBuyer.tiers[tier].toLowerCase().includes(typed),
  );
  return [
    ...members.map((member) => ({ kind: 'member' as const, key: member.memberId, member })),
    ...buyers.map((buyer) => ({ kind: 'buyer' as const, key: buyer.buyerId, buyer })),
    ...tiers.map((tier) => ({ kind: 'tier' as const, key: tier, tier })),
  ];
}
