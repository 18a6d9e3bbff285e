import { valueOf } from '../../../support/till.ts';
import { buys, happened, openTicket, pay, ring, withLeave, type Desk } from '../desk.ts';
import { register, type Villager } from '../people.ts';
import { DECREE_FROM } from '../shelf.ts';
import { refillForFamily, refillForStranger } from './gas.ts';

/** Tries that somebody makes to sell above the ceiling; whatever becomes of them, it must hold. */

/** A price is typed in that is higher than the law allows: it is refused, or held down. */
export async function dearByHand(desk: Desk): Promise<void> {
  const stranger = await newcomer(desk);
  const lineId = await ring(desk, 'lpg');
  await buys(desk, stranger);
  const { ticketId } = await openTicket(desk);
  const unitPriceRp = desk.random.pick([18_500, 20_000, 25_000]);
  const subject = { action: 'line-price' as const, ticketId, lineId, unitPriceRp };
  const reply = await withLeave(desk, subject, (approvalId) =>
    desk.cashier.till.setPrice({ lineId, unitPriceRp, reason: 'ongkos antar', approvalId }),
  );
  if (!reply.ok && reply.error.code !== 'product.above-ceiling-decree')
    throw new Error(`refused: ${reply.error.code}`);
  happened(desk, 'cappedByHand');
  await pay(desk);
}

/** A member's price that was within the ceiling until the decree came. */
export async function dearTier(desk: Desk): Promise<void> {
  if (desk.today() < DECREE_FROM) return refillForFamily(desk);
  const stranger = await newcomer(desk);
  valueOf(await desk.cashier.till.setBuyer({ memberId: desk.people.memberId, buyerId: null }));
  await ring(desk, 'lpg');
  await buys(desk, stranger);
  happened(desk, 'cappedTier');
  await pay(desk);
}

/** A bundle that asks more for its goods than they cost apart. */
export async function dearBundle(desk: Desk): Promise<void> {
  const stranger = await newcomer(desk);
  await ring(desk, 'lpg');
  await ring(desk, 'minyakita');
  await buys(desk, stranger);
  happened(desk, 'cappedBundle');
  await pay(desk);
}

/** After midnight: the decree holds, though the shop has not closed. */
export async function afterDecree(desk: Desk): Promise<void> {
  await refillForStranger(desk);
  if (desk.today() >= DECREE_FROM) happened(desk, 'soldAfterDecree');
}

async function newcomer(desk: Desk): Promise<Villager> {
  const stranger = desk.people.strangers.pop();
  if (stranger === undefined) throw new Error('everybody of the village has been here');
  await register(desk.cashier, stranger);
  happened(desk, 'registeredAtCounter');
  return stranger;
}
