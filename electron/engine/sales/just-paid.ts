import type { PaidSale } from '../../../shared/contract/till.ts';
import { rupiah, sumRupiah, type Rupiah } from '../../../shared/domain/money.ts';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { ticketHead } from './ticket-store.ts';

/** How long a payment counts as just made: time to take the change and the bag. */
const FRESH_MS = 60_000;

/**
 * What a buyer wants to know of the payment just made. What was due is what was put down, paid without
 * cash and given back in goods, less the change and what was given away of it.
 */
export interface JustPaid {
  readonly totalRp: Rupiah;
  readonly dueRp: Rupiah;
  /** Notes and coins put down. */
  readonly receivedRp: Rupiah;
  /** By QRIS, card, transfer or on an account. */
  readonly cashlessRp: Rupiah;
  /** Worth of goods given back in the same errand. */
  readonly returnedRp: Rupiah;
  readonly donationRp: Rupiah;
  /** Cash handed out, also for goods given back that nothing else was taken for. */
  readonly changeRp: Rupiah;
}

interface Remembered extends JustPaid {
  /** The empty ticket that the payment left behind. */
  readonly nextTicketId: string | undefined;
  readonly mono: number;
}

// For the eyes of one buyer, and gone with the process: no closed day depends on it.
const remembered = new WeakMap<Db, Remembered>();

/** Remembers a payment for a minute, once it has committed. Called after the ticket was emptied. */
export function rememberPaid(ctx: Ctx, paid: PaidSale): void {
  const nextTicketId = ticketHead(ctx.db)?.ticket_id;
  const mono = ctx.ports.clock.mono();
  const sums = paidSums(paid);
  ctx.afterCommit(() => remembered.set(ctx.db, { ...sums, nextTicketId, mono }));
}

function paidSums({ totalRp, dueRp, tenders, receivedRp, changeRp, exchange }: PaidSale): JustPaid {
  const refundRp = exchange?.cashRp ?? rupiah(0);
  const exchanged = tenders.filter((tender) => tender.kind === 'exchange');
  const cashless = tenders.filter((tender) => tender.kind !== 'exchange' && tender.kind !== 'cash');
  return {
    totalRp,
    dueRp,
    receivedRp,
    cashlessRp: sumRupiah(cashless.map((tender) => tender.amountRp)),
    returnedRp: sumRupiah([refundRp, ...exchanged.map((tender) => tender.amountRp)]),
    donationRp: sumRupiah(tenders.map((tender) => (tender.kind === 'cash' ? tender.donationRp : rupiah(0)))),
    changeRp: sumRupiah([refundRp, changeRp]),
  };
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
