import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { tillContract } from '../../../shared/contract/till.ts';
import { formatRupiah } from '../../../shared/i18n/format.ts';
import { dynamicPayload, QRIS_LIMIT, QrisError, readMerchant } from '../../../shared/domain/qris.ts';
import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { qrisPaperDocument } from '../../../shared/documents/qris-paper.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { policy } from '../policy/index.ts';
import { enqueuePrint } from '../printing/index.ts';
import {
  deleteQris,
  deleteQrisOfTicket,
  insertQris,
  markQrisConfirmed,
  qrisById,
  qrisOfTicket,
  type QrisRow,
} from './qris-store.ts';
import { requireNoNumber } from '../subsidy/index.ts';
import { requireSellable } from './subsidy/record-subsidy.ts';
import { readTicket } from './ticket.ts';
import { requireOpenShift, touched } from './open-ticket.ts';

type TillHandlers = AreaHandlers<typeof tillContract, Ctx>;

/** Shows a code over an amount of the open ticket. A payment is never more than what is still owed. */
export const showQris: TillHandlers['showQris'] = (ctx, input) => {
  requireOpenShift(ctx);
  const ticket = readTicket(ctx);
  if (ticket.ticketId !== input.ticketId || ticket.revision !== input.revision) {
    throw new DomainError('ticket.changed');
  }
  if (ticket.lines.length === 0) throw new DomainError('ticket.empty');
  // Money that has arrived for goods that can't be sold would hold the ticket fast.
  requireSellable(ctx, ticket);
  const shown = ticket.qris.reduce((sum, payment) => sum + payment.amountRp, 0);
  const owedRp = ticket.totalRp - (ticket.exchange?.totalRp ?? 0) - shown;
  if (input.amountRp > owedRp) throw new DomainError('tender.above-due', { dueRp: Math.max(0, owedRp) });
  insertQris(ctx.db, {
    payment_id: ctx.ports.ids.next(),
    ticket_id: ticket.ticketId,
    amount_rp: input.amountRp,
    payload: payloadFor(ctx, input.amountRp),
    shown_at: ctx.ports.clock.now(),
  });
  return touched(ctx);
};

function payloadFor(ctx: Ctx, amountRp: Rupiah): string {
  const merchant = policy(ctx.db).qrisPayload;
  if (merchant === null) throw new DomainError('qris.not-set');
  try {
    return dynamicPayload(merchant, amountRp);
  } catch (error) {
    if (!(error instanceof QrisError)) throw error;
    if (error.fault === 'amount-over-limit') throw new DomainError('qris.too-much', { limitRp: QRIS_LIMIT });
    if (error.fault === 'amount-zero') throw new DomainError('tender.nothing');
    throw new DomainError('qris.unfit', { fault: error.message });
  }
}

/** Takes the cashier's word that the payment arrived, with where it was seen. */
export const confirmQris: TillHandlers['confirmQris'] = (ctx, input) => {
  requireOpenShift(ctx);
  const row = requireWaiting(ctx, input.paymentId);
  const aboveRp = policy(ctx.db).qrisReferenceAboveRp;
  if (row.amount_rp > aboveRp && !/[0-9A-Za-z]{4}$/.test(input.reference)) {
    throw new DomainError('qris.reference-required', { aboveRp });
  }
  // Once confirmed it is taken back no more, and a sale's record refuses a number: the ticket would be stuck.
  requireNoNumber(ctx, { reference: input.reference });
  markQrisConfirmed(ctx.db, row.payment_id, {
    evidence: input.evidence,
    reference: input.reference,
    by: ctx.person().name,
  });
  return touched(ctx);
};

/** Takes back a code that was not paid. */
export const cancelQris: TillHandlers['cancelQris'] = (ctx, input) => {
  requireOpenShift(ctx);
  deleteQris(ctx.db, requireWaiting(ctx, input.paymentId).payment_id);
  return touched(ctx);
};

/** Prints the waiting code. */
export const printQris: TillHandlers['printQris'] = (ctx, input) => {
  const row = requireWaiting(ctx, input.paymentId);
  const document = qrisPaperDocument({
    profile: ctx.store(),
    merchantName: readMerchant(row.payload).name,
    amountRp: rupiah(row.amount_rp),
    payload: row.payload,
    cashier: ctx.person().name,
    shownAt: row.shown_at,
  });
  const title = `QRIS ${formatRupiah(rupiah(row.amount_rp))}`;
  const printJobId = enqueuePrint(ctx, { kind: 'receipt', title, document: () => document });
  if (printJobId === null) throw new DomainError('printer.not-set');
  return { printJobId };
};

/** A waiting code of the open ticket: one that was put aside is confirmed once it is called back. */
function requireWaiting(ctx: Ctx, paymentId: string): QrisRow {
  const row = qrisById(ctx.db, paymentId);
  if (row === undefined || row.ticket_id !== readTicket(ctx).ticketId) throw new DomainError('qris.unknown');
  if (row.state !== 'waiting') throw new DomainError('qris.already-confirmed');
  return row;
}

/**
 * A ticket is given up: its unpaid codes go with it. Where money has arrived for it, it can't be
 * given up: the goods are sold and, if need be, returned.
 */
export function settleQrisOfEnded(ctx: Ctx, ticketId: string): void {
  const paid = qrisOfTicket(ctx.db, ticketId).find((row) => row.state === 'confirmed');
  if (paid !== undefined) throw new DomainError('ticket.qris-paid', { amountRp: paid.amount_rp });
  deleteQrisOfTicket(ctx.db, ticketId);
}
