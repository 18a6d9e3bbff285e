import type { Ticket, TicketLine } from '../../../shared/contract/till.ts';
import { cashRounding, roundCashDown } from '../../../shared/domain/cash-rounding.ts';
import { priceTimesQuantity, rupiah, sumRupiah } from '../../../shared/domain/money.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import type { Ctx } from '../context.ts';
import { nextSaleNumber, receiptName } from './sale-store.ts';
import { resetTicket, ticketHead, ticketLines, type TicketLineRow } from './ticket-store.ts';

/** A line as everybody sees it, on the open ticket or on one put aside. */
export function lineReply(row: TicketLineRow): TicketLine {
  const quantity = thousandths(row.quantity_thousandths);
  const price = rupiah(row.unit_price_rp);
  return {
    lineId: row.line_id,
    productId: row.product_id,
    name: row.name,
    unit: row.unit,
    fractional: row.fractional === 1,
    quantityThousandths: quantity,
    unitPriceRp: price,
    totalRp: priceTimesQuantity(price, quantity),
  };
}

/** The open ticket as everybody sees it. Before the first line it has a placeholder id. */
export function readTicket(ctx: Ctx): Ticket {
  const head = ticketHead(ctx.db);
  const lines = ticketLines(ctx.db).map(lineReply);
  const total = sumRupiah(lines.map((line) => line.totalRp));
  const profile = ctx.store();
  return {
    ticketId: head?.ticket_id ?? NO_TICKET,
    revision: head?.revision ?? 0,
    lines,
    totalRp: total,
    cashRoundingRp: cashRounding(total),
    cashDueRp: roundCashDown(total),
    nextReceipt: receiptName(profile, nextSaleNumber(ctx.db)),
  };
}

/** What stands for the id of a ticket that has not been begun. */
const NO_TICKET = '00000000-0000-7000-8000-000000000000';

/** Makes sure there is a ticket to add to. */
export function ensureTicket(ctx: Ctx): void {
  if (ticketHead(ctx.db) === undefined) resetTicket(ctx.db, ctx.ports.ids.next());
}
