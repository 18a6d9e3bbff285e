import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { ParkedTicket, tillContract } from '../../../shared/contract/till.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { holdsNumber } from '../subsidy/index.ts';
import {
  deleteParked,
  moveOpenToParked,
  moveParkedToOpen,
  openTicketLines,
  parkedHead,
  parkedHeads,
  parkedLines,
  type ParkedRow,
  resetTicket,
} from './ticket-store.ts';
import { requireOpenShift } from './open-ticket.ts';
import { settleQrisOfEnded } from './qris-handlers.ts';
import { qrisOfTicket } from './qris-store.ts';
import { pricedLines, readTicket } from './ticket.ts';
import { recordAbandoned, requireNote } from './ticket-handlers.ts';

type TillHandlers = AreaHandlers<typeof tillContract, Ctx>;

/** Puts the open ticket aside. No record: nothing is sold and nothing is given up. */
export const park: TillHandlers['park'] = (ctx, input) => {
  requireOpenShift(ctx);
  const open = readTicket(ctx);
  if (open.lines.length === 0) throw new DomainError('ticket.empty');
  if (open.ticketId !== input.ticketId || open.revision !== input.revision) {
    throw new DomainError('ticket.changed');
  }
  // No record ever bears the label, so no record's guard would find a number in it.
  if (holdsNumber(input.label)) throw new DomainError('identity.in-note');
  moveOpenToParked(ctx.db, {
    label: input.label,
    parked_at: ctx.ports.clock.now(),
    parked_by: ctx.person().name,
  });
  resetTicket(ctx.db, ctx.ports.ids.next());
  ctx.changed('ticket');
  return readTicket(ctx);
};

/** Tickets put aside, the oldest first. */
export const parked: TillHandlers['parked'] = (ctx) =>
  parkedHeads(ctx.db).map((row) => parkedReply(ctx, row));

/** Makes a ticket put aside the open one again. */
export const recall: TillHandlers['recall'] = (ctx, input) => {
  requireOpenShift(ctx);
  const wanted = requireParked(ctx, input.ticketId);
  // Putting the open one aside in exchange would be done behind the cashier's back, without a name.
  if (openTicketLines(ctx.db) > 0) throw new DomainError('ticket.recall-blocked');
  moveParkedToOpen(ctx.db, wanted);
  ctx.changed('ticket');
  return readTicket(ctx);
};

/** Gives up a ticket put aside: the same record as when the open one is given up. */
export const abandonParked: TillHandlers['abandonParked'] = (ctx, input) => {
  requireOpenShift(ctx);
  const { ticketId, lines, totalRp } = parkedReply(ctx, requireParked(ctx, input.ticketId));
  requireNote(input);
  settleQrisOfEnded(ctx, ticketId);
  recordAbandoned(ctx, input, lines.length, totalRp);
  deleteParked(ctx.db, ticketId);
  ctx.changed('ticket');
  return { left: parkedHeads(ctx.db).length };
};

function requireParked(ctx: Ctx, ticketId: string): ParkedRow {
  const row = parkedHead(ctx.db, ticketId);
  if (row === undefined) throw new DomainError('ticket.not-parked');
  return row;
}

function parkedReply(ctx: Ctx, row: ParkedRow): ParkedTicket {
  const { lines, basket } = pricedLines(ctx, row, parkedLines(ctx.db, row.ticket_id));
  return {
    ticketId: row.ticket_id,
    label: row.label,
    parkedAt: row.parked_at,
    parkedBy: row.parked_by,
    lines,
    totalRp: basket.totalRp,
    qrisWaiting: qrisOfTicket(ctx.db, row.ticket_id).some((payment) => payment.state === 'waiting'),
  };
}
