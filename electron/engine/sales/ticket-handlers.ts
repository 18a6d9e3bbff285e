import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Scanned, Ticket, tillContract } from '../../../shared/contract/till.ts';
import { priceTimesQuantity, rupiah } from '../../../shared/domain/money.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import type { VoidReason } from '../../../shared/journal/parts.ts';
import { findByCode, productById, unitsOf, type FoundGoods } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { findByCard } from '../members/index.ts';
import { policy } from '../policy/index.ts';
import { raiseDueClaims } from '../programmes/index.ts';
import { mustAsk } from '../staff/index.ts';
import { checkedQuantity, ringUp, unitColumns } from './add-goods.ts';
import { attachMember } from './buyer-handlers.ts';
import { lostBy } from './price-handlers.ts';
import { settleQrisOfEnded } from './qris-handlers.ts';
import { requireLine, requireOpenShift, touched } from './open-ticket.ts';
import { saleByReceipt } from './sale-store.ts';
import { forgetBuyerWith, forgetUnseenBuyer } from './subsidy/forget-buyer.ts';
import { pricedLines, readTicket } from './ticket.ts';
import {
  deleteTicketLine,
  resetTicket,
  setTicketLineQuantity,
  setTicketLineUnit,
  ticketHead,
  ticketLines,
  type TicketLineRow,
} from './ticket-store.ts';

type TillHandlers = AreaHandlers<typeof tillContract, Ctx>;

/** The open ticket. */
export const ticket: TillHandlers['ticket'] = (ctx) => readTicket(ctx);

/** Takes a code for what it is: goods, a member's card, or one of this till's own receipts. */
export const scan: TillHandlers['scan'] = (ctx, input): Scanned => {
  requireOpenShift(ctx);
  // A decree may have lowered a price at midnight, in the middle of this shift.
  raiseDueClaims(ctx);
  const memberId = findByCard(ctx.db, input.code);
  if (memberId !== undefined) {
    forgetUnseenBuyer(ctx);
    attachMember(ctx, memberId);
    return { what: 'member', ticket: touched(ctx), memberId };
  }
  const sale = saleByReceipt(ctx.db, input.code.trim().toUpperCase());
  if (sale !== undefined) return { what: 'receipt', ticket: readTicket(ctx), saleId: sale.sale_id };
  const lineId = ringUp(
    ctx,
    findByCode(ctx.db, input.code, policy(ctx.db).inStorePatterns),
    input.quantityThousandths,
  );
  return { what: 'line', ticket: touched(ctx), lineId };
};

/** Rings up a product chosen from the search, by any of its units. */
export const addProduct: TillHandlers['addProduct'] = (ctx, input) => {
  requireOpenShift(ctx);
  const lineId = ringUp(ctx, chosen(ctx, input.productId, input.unit), input.quantityThousandths);
  return { ticket: touched(ctx), lineId };
};

/** Goods chosen by hand, by one of their units; `null` for the base unit. */
export function chosen(ctx: Ctx, productId: string, wanted: string | null): FoundGoods {
  const units = unitsOf(ctx.db, productId);
  const unit = wanted === null ? units[0] : units.find((each) => each.unit === wanted);
  if (unit === undefined) throw new DomainError('unit.unknown', { unit: wanted ?? '' });
  return {
    product: productById(ctx.db, productId),
    unit,
    quantityThousandths: null,
    labelTotalRp: null,
    batch: null,
    expiry: null,
  };
}

/** Changes how much of a line is bought. What is taken off again is a record. */
export const setQuantity: TillHandlers['setQuantity'] = (ctx, input) => {
  requireOpenShift(ctx);
  const line = requireLine(ctx, input.lineId);
  if (line.label_total_rp !== null) throw new DomainError('quantity.label', { name: line.name });
  const quantity = checkedQuantity(input.quantityThousandths, line);
  if (quantity < line.quantity_thousandths) {
    recordVoid(ctx, line, line.quantity_thousandths - quantity, { reason: 'less', note: '' });
  }
  if (quantity > line.quantity_thousandths) requireSameFavour(ctx, line, quantity);
  setTicketLineQuantity(ctx.db, line.line_id, quantity);
  return touched(ctx);
};

/**
 * A price by hand was allowed over so much, or cost too little for anybody to be asked: more of it is
 * another favour, and may need another word.
 */
function requireSameFavour(ctx: Ctx, line: TicketLineRow, quantity: number): void {
  const { line_id: lineId, manual_price_rp: priceRp, approval_id: approvalId, name } = line;
  if (priceRp === null) return;
  const shown = readTicket(ctx).lines.find((each) => each.lineId === lineId);
  if (shown === undefined) throw new Error(`line ${lineId} is not on the ticket`);
  const lostRp = lostBy(shown, rupiah(priceRp), thousandths(quantity));
  if (approvalId !== null || mustAsk(ctx, 'line-price', lostRp)) {
    throw new DomainError('quantity.price-allowed', { name });
  }
}

/** Sells a line by another of its product's units: as many of them, at their own price. */
export const setUnit: TillHandlers['setUnit'] = (ctx, input) => {
  requireOpenShift(ctx);
  const line = requireLine(ctx, input.lineId);
  if (line.label_total_rp !== null) throw new DomainError('quantity.label', { name: line.name });
  const { product, unit } = chosen(ctx, line.product_id, input.unit);
  const columns = unitColumns(ctx, product, unit);
  checkedQuantity(line.quantity_thousandths, { ...line, ...columns });
  setTicketLineUnit(ctx.db, line.line_id, columns);
  return touched(ctx);
};

/** Takes a line off the ticket; that it was there, and why it went, is a record. */
export const removeLine: TillHandlers['removeLine'] = (ctx, input) => {
  requireOpenShift(ctx);
  const line = requireLine(ctx, input.lineId);
  requireNote(input);
  recordVoid(ctx, line, line.quantity_thousandths, input);
  deleteTicketLine(ctx.db, line.line_id);
  forgetBuyerWith(ctx, [line.product_id]);
  return touched(ctx);
};

/** Empties the ticket: the buyer went away. A record, unless there was nothing on it. */
export const abandon: TillHandlers['abandon'] = (ctx, input) => {
  requireOpenShift(ctx);
  const lines = ticketLines(ctx.db);
  const head = ticketHead(ctx.db);
  if (head === undefined) return readTicket(ctx);
  if (head.ticket_id !== input.ticketId && lines.length > 0) throw new DomainError('ticket.changed');
  requireNote(input);
  settleQrisOfEnded(ctx, head.ticket_id);
  if (lines.length > 0) recordAbandoned(ctx, input, lines.length, readTicket(ctx).totalRp);
  resetTicket(ctx.db, ctx.ports.ids.next());
  ctx.changed('ticket');
  return readTicket(ctx);
};

/** Why something was given up, as the cashier said it. */
interface GivenUp {
  readonly reason: VoidReason;
  readonly note: string;
}

/** The record of a whole ticket that was given up, open or put aside. */
export function recordAbandoned(
  ctx: Ctx,
  ended: GivenUp & { readonly ticketId: string },
  lines: number,
  amountRp: Ticket['totalRp'],
): void {
  const { ticketId, reason, note } = ended;
  ctx.append('ticket-abandoned/2', { ticketId, lines, amountRp, reason, note });
}

/** "Another reason" without a word says nothing to whoever reads it in the evening. */
export function requireNote({ reason, note }: GivenUp): void {
  if (reason === 'other' && note === '') throw new DomainError('void.note-required');
}

/** Records what was taken off a line, at what it would have cost. */
export function recordVoid(ctx: Ctx, line: TicketLineRow, quantity: number, { reason, note }: GivenUp): void {
  const { basket } = pricedLines(ctx, ticketHead(ctx.db), ticketLines(ctx.db));
  const priced = basket.lines.find((each) => each.lineId === line.line_id);
  const whole = quantity === line.quantity_thousandths;
  const unitPrice = priced?.unitPriceRp ?? rupiah(line.unit_price_rp);
  ctx.append('line-voided/2', {
    ticketId: ticketHead(ctx.db)?.ticket_id ?? line.line_id,
    lineId: line.line_id,
    productId: line.product_id,
    name: line.name,
    unit: line.unit,
    quantityThousandths: thousandths(quantity),
    amountRp:
      whole && priced !== undefined ? priced.totalRp : priceTimesQuantity(unitPrice, thousandths(quantity)),
    reason,
    note,
  });
}
