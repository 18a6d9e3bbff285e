import type { Rupiah } from '../../../shared/domain/money.ts';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { ticketHead } from './ticket-store.ts';

/** How long a payment counts as just made: time to take the change and the bag. */
const FRESH_MS = 60_000;

/** What a buyer wants to know of the payment just made. */
export interface JustPaid {
  readonly totalRp: Rupiah;
  readonly dueRp: Rupiah;
  readonly receivedRp: Rupiah;
  readonly changeRp: Rupiah;
}

interface Remembered extends JustPaid {
  /** The empty ticket that the payment left behind. */
  readonly nextTicketId: string | undefined;
  readonly mono: number;
}

// For the eyes of one buyer, and gone with the process: no closed day depends on it.
const remembered = new WeakMap<Db, Remembered>();

/**
 * Remembers a payment for a minute, once it has committed. Called after the ticket was emptied.
 * @param paid what was owed, put down and given back
 */
export function rememberPaid(ctx: Ctx, paid: JustPaid): void {
  const { totalRp, dueRp, receivedRp, changeRp } = paid;
  const nextTicketId = ticketHead(ctx.db)?.ticket_id;
  const mono = ctx.ports.clock.mono();
  ctx.afterCommit(() => remembered.set(ctx.db, { totalRp, dueRp, receivedRp, changeRp, nextTicketId, mono }));
}

/**
 * The payment just made, and for how long it still counts as that, in milliseconds. Undefined after a
 * minute, or as soon as anything has happened to the next ticket: the change on the screen must be
 * that of whoever stands before it.
 */
export function justPaid(ctx: Ctx): (JustPaid & { readonly leftMs: number }) | undefined {
  const paid = remembered.get(ctx.db);
  if (paid === undefined) return undefined;
  const head = ticketHead(ctx.db);
  const untouched = head !== undefined && head.ticket_id === paid.nextTicketId && head.revision === 0;
  const leftMs = FRESH_MS - (ctx.ports.clock.mono() - paid.mono);
  return untouched && leftMs > 0 ? { ...paid, leftMs } : undefined;
}
