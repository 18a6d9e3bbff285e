import type { Ticket } from '../../../../shared/contract/till.ts';
import { valueOf } from '../../../support/till.ts';
import { counted, openTicket, type Desk } from '../desk.ts';
import { cashFor, pay } from '../pay.ts';

/** Shows a code over a part of the ticket. */
export async function showCode(desk: Desk, ticket: Ticket, amountRp: number): Promise<string> {
  const { ticketId, revision } = ticket;
  const { qris } = valueOf(await desk.cashier.till.showQris({ ticketId, revision, amountRp }));
  const waiting = qris.find((payment) => payment.state === 'waiting');
  if (waiting === undefined) throw new Error('no code is shown');
  return waiting.paymentId;
}

/** The cashier sees in the acquirer's app that the money is there. */
export async function confirmCode(desk: Desk, paymentId: string): Promise<Ticket> {
  const evidence = desk.random.pick(['app', 'notification', 'device'] as const);
  const reference = `RRN${desk.random.between(100_000, 999_999)}`;
  return valueOf(await desk.cashier.till.confirmQris({ paymentId, evidence, reference }));
}

/** All of it by QRIS; now and then on paper, for a phone that can't read the screen. */
export async function payQris(desk: Desk): Promise<void> {
  const ticket = await openTicket(desk);
  const paymentId = await showCode(desk, ticket, ticket.totalRp);
  if (desk.random.chance(0.2)) {
    valueOf(await desk.cashier.till.printQris({ paymentId }));
    counted(desk, 'qrisPrinted');
  }
  await pay(desk, await confirmCode(desk, paymentId), [{ kind: 'qris', paymentId }]);
}

/** A part by QRIS, the rest in cash. */
export async function payQrisAndCash(desk: Desk): Promise<void> {
  const shown = await openTicket(desk);
  const amountRp = Math.ceil((shown.totalRp * desk.random.between(30, 70)) / 100);
  const paymentId = await showCode(desk, shown, amountRp);
  const ticket = await confirmCode(desk, paymentId);
  await pay(desk, ticket, [{ kind: 'qris', paymentId }, cashFor(desk, ticket, ticket.totalRp - amountRp)]);
}

/** The code is shown, the buyer's balance is too low, and it is cash after all. */
export async function cancelQrisAndPayCash(desk: Desk): Promise<void> {
  const shown = await openTicket(desk);
  const paymentId = await showCode(desk, shown, shown.totalRp);
  const ticket = valueOf(await desk.cashier.till.cancelQris({ paymentId }));
  counted(desk, 'qrisCancelled');
  await pay(desk, ticket, [cashFor(desk, ticket, ticket.totalRp)]);
}
