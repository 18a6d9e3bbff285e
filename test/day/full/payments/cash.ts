import type { Desk } from '../desk.ts';
import { openTicket } from '../desk.ts';
import { cashFor, pay } from '../pay.ts';

/** Cash, exact or with change. */
export async function payCash(desk: Desk): Promise<void> {
  const ticket = await openTicket(desk);
  await pay(desk, ticket, [cashFor(desk, ticket, ticket.totalRp)]);
}

/** The buyer says that the change may go to the box of the mosque. */
export async function payAndDonate(desk: Desk): Promise<void> {
  const ticket = await openTicket(desk);
  const donationRp = desk.random.between(1, 9) * 100;
  const receivedRp = ticket.cashDueRp + donationRp + desk.random.pick([0, 1_000, 5_000]);
  await pay(desk, ticket, [{ kind: 'cash', receivedRp, donationRp }]);
}
