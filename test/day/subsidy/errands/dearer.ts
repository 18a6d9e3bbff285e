import type { Ticket } from '../../../../shared/contract/till.ts';
import { valueOf } from '../../../support/till.ts';
import { buys, happened, newcomer, openTicket, pay, ring, withLeave, type Desk } from '../desk.ts';
import { ceilingOn, DECREE_FROM } from '../shelf.ts';
import { refillForFamily, refillForStranger } from './gas.ts';

/** Tries that somebody makes to sell above the ceiling: each must be seen to be held down by it. */

/** A price is typed in that is higher than the law allows: the line costs what the law allows. */
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
  gasIsCapped(desk, valueOf(reply));
  happened(desk, 'cappedByHand');
  await pay(desk);
}

/** A member's price that was within the ceiling until the decree came. */
export async function dearTier(desk: Desk): Promise<void> {
  if (desk.today() < DECREE_FROM) return refillForFamily(desk);
  const stranger = await newcomer(desk);
  valueOf(await desk.cashier.till.setBuyer({ memberId: desk.people.memberId, buyerId: null }));
  await ring(desk, 'lpg');
  const ticket = await buys(desk, stranger);
  if (ticket.buyer.tier !== 'anggota') throw new Error(`a member pays as ${ticket.buyer.tier}`);
  gasIsCapped(desk, ticket);
  happened(desk, 'cappedTier');
  await pay(desk);
}

/** A bundle that asks more for its goods than they cost apart: they are sold as if there were none. */
export async function dearBundle(desk: Desk): Promise<void> {
  const stranger = await newcomer(desk);
  await ring(desk, 'lpg');
  await ring(desk, 'minyakita');
  const { lines, totalRp } = await buys(desk, stranger);
  const apartRp = lines.reduce((sum, { listPriceRp }) => sum + listPriceRp, 0);
  const discounts = lines.flatMap((line) => line.discounts);
  if (lines.length !== 2 || totalRp !== apartRp || discounts.length > 0)
    throw new Error(`a bundle for more than its goods cost: ${totalRp} instead of ${apartRp}`);
  happened(desk, 'cappedBundle');
  await pay(desk);
}

/** After midnight: the decree holds, though the shop has not closed. */
export async function afterDecree(desk: Desk): Promise<void> {
  await refillForStranger(desk);
  if (desk.today() >= DECREE_FROM) happened(desk, 'soldAfterDecree');
}

/** The gas costs what the board says, and its line says that it would have cost more. */
function gasIsCapped(desk: Desk, { lines }: Ticket): void {
  const line = lines.find(({ productId }) => productId === desk.shelf.lpg.productId);
  const mostRp = ceilingOn('lpg-3kg', desk.today());
  if (line?.unitPriceRp !== mostRp || line?.reason.kind !== 'ceiling')
    throw new Error(`${line?.unitPriceRp} by ${line?.reason.kind} instead of the ceiling of ${mostRp}`);
}
