import { openTicket, type Desk } from '../desk.ts';
import { cashFor, pay } from '../pay.ts';

/** What the bank's terminal or statement calls a payment. */
function reference(desk: Desk, kind: 'transfer' | 'card'): string {
  return `${kind === 'card' ? 'EDC' : 'BRI'} ${desk.random.between(100_000, 999_999)}`;
}

/** All of it to the bank account, or by debit card. */
export async function payByBank(desk: Desk): Promise<void> {
  const ticket = await openTicket(desk);
  const kind = desk.random.pick(['transfer', 'card'] as const);
  await pay(desk, ticket, [{ kind, amountRp: ticket.totalRp, reference: reference(desk, kind) }]);
}

/** A part by card, the rest in cash. */
export async function payCardAndCash(desk: Desk): Promise<void> {
  const ticket = await openTicket(desk);
  const amountRp = Math.ceil((ticket.totalRp * desk.random.between(20, 80)) / 100);
  const card = { kind: 'card' as const, amountRp, reference: reference(desk, 'card') };
  await pay(desk, ticket, [card, cashFor(desk, ticket, ticket.totalRp - amountRp)]);
}
