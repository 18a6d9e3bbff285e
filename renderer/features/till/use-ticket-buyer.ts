import { useQuery } from '@tanstack/react-query';
import type { BuyerDetail, MemberDetail } from '../../../shared/contract/members.ts';
import type { TicketBuyer } from '../../../shared/contract/till.ts';
import { id } from '../../../shared/i18n/id.ts';
import { ask } from '../../data/ask.ts';

/** Who a ticket is for, as far as the till can tell; null where nobody was named. */
export type Attached =
  | { readonly kind: 'member'; readonly member: MemberDetail }
  | { readonly kind: 'buyer'; readonly buyer: BuyerDetail };

/** Asks who the ticket is for: a ticket itself holds no name. */
export function useTicketBuyer({ memberId, buyerId }: TicketBuyer): Attached | null {
  const member = useQuery({ ...ask.member(memberId ?? ''), enabled: memberId !== null }).data;
  const buyer = useQuery({ ...ask.buyer(buyerId ?? ''), enabled: buyerId !== null }).data;
  if (memberId !== null && member !== undefined) return { kind: 'member', member };
  return buyerId !== null && buyer !== undefined ? { kind: 'buyer', buyer } : null;
}

/** The name of a member or an institution, or why there is none. */
export function nameOf({ name, nameState }: Pick<MemberDetail, 'name' | 'nameState'>): string {
  return nameState === 'known' ? name : id.ticketBuyer[nameState];
}
