import type { Ticket } from '../../../shared/contract/till.ts';
import { openShift } from '../cash/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { settleSubsidy } from './subsidy/after-change.ts';
import { readTicket } from './ticket.ts';
import { ticketLines, touchTicket, type TicketLineRow } from './ticket-store.ts';

/** One line of the open ticket. */
export function requireLine(ctx: Ctx, lineId: string): TicketLineRow {
  const line = ticketLines(ctx.db).find((row) => row.line_id === lineId);
  if (line === undefined) throw new DomainError('ticket.line-unknown');
  return line;
}

/** Selling needs an open shift that has not been counted yet. */
export function requireOpenShift(ctx: Ctx): { shiftId: string; cashier: string } {
  const shift = openShift(ctx.db);
  if (shift === undefined) throw new DomainError('shift.closed');
  if (shift.locked_at !== null) throw new DomainError('shift.already-counted');
  return { shiftId: shift.shift_id, cashier: shift.cashier };
}

/**
 * The ticket after a change of it, counted and told to every window.
 * @throws DomainError `ticket.below-paid` where it would come to less than what has arrived for it by
 *   QRIS: such a ticket could neither be paid nor be given up
 */
export function touched(ctx: Ctx): Ticket {
  touchTicket(ctx.db);
  ctx.changed('ticket');
  const ticket = readTicket(ctx);
  settleSubsidy(ctx, ticket);
  const arrivedRp = ticket.qris
    .filter((payment) => payment.state === 'confirmed')
    .reduce((sum, payment) => sum + payment.amountRp, 0);
  if (arrivedRp > 0 && arrivedRp > ticket.totalRp - (ticket.exchange?.totalRp ?? 0)) {
    throw new DomainError('ticket.below-paid', { amountRp: arrivedRp });
  }
  return ticket;
}
