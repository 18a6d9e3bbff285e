import type { QrisPayment } from '../../../shared/contract/till.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { readMerchant } from '../../../shared/domain/qris.ts';
import type { Ctx } from '../context.ts';
import { qrRows } from '../qr/index.ts';
import { qrisOfTicket, type QrisRow } from './qris-store.ts';

/** Codes shown for a ticket, ready to be drawn. */
export function qrisReplies(ctx: Ctx, ticketId: string): QrisPayment[] {
  return qrisOfTicket(ctx.db, ticketId).map(qrisReply);
}

function qrisReply(row: QrisRow): QrisPayment {
  return {
    paymentId: row.payment_id,
    amountRp: rupiah(row.amount_rp),
    state: row.state === 'confirmed' ? 'confirmed' : 'waiting',
    payload: row.payload,
    modules: qrRows(row.payload),
    merchantName: readMerchant(row.payload).name,
    shownAt: row.shown_at,
  };
}
