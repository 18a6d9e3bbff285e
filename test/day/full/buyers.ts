import type { Tier } from '../../../shared/domain/tier.ts';
import { valueOf } from '../../support/till.ts';
import { counted, openTicket, withLeave, type Desk } from './desk.ts';
import type { Shopper } from './people.ts';

/** The ticket becomes a member's: by card, or by number where the card lies at home. */
export async function attachMember(desk: Desk): Promise<Shopper> {
  const { cashier, random, people } = desk;
  const member = random.pick(people.members);
  if (random.chance(0.6)) {
    const scanned = valueOf(await cashier.till.scan({ code: member.card }));
    if (scanned.what !== 'member') throw new Error(`a member's card was taken for ${scanned.what}`);
  } else {
    const [found] = valueOf(await cashier.members.search({ text: member.number }));
    if (found?.memberId !== member.memberId) throw new Error(`member ${member.number} was not found`);
    valueOf(await cashier.till.setBuyer({ memberId: member.memberId, buyerId: null }));
  }
  counted(desk, 'members');
  return member;
}

/** The ticket becomes an institution's. */
export async function attachInstitution(desk: Desk): Promise<string> {
  const buyerId = desk.random.pick(desk.people.buyers);
  valueOf(await desk.cashier.till.setBuyer({ memberId: null, buyerId }));
  return buyerId;
}

/** Somebody who buys much gets the prices of wholesale, with the manager's word. */
export async function giveTier(desk: Desk, tier: Tier = 'grosir'): Promise<void> {
  const { ticketId } = await openTicket(desk);
  await withLeave(desk, { action: 'tier', ticketId, tier }, (approvalId) =>
    desk.cashier.till.setBuyer({ memberId: null, buyerId: null, tier, approvalId }),
  );
  counted(desk, 'tiersByHand');
}
