import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { tillContract } from '../../../shared/contract/till.ts';
import { MAX_RUPIAH, priceTimesQuantity, rupiah } from '../../../shared/domain/money.ts';
import { MAX_LINE_QUANTITY, thousandths } from '../../../shared/domain/quantity.ts';
import { openShift } from '../cash/index.ts';
import { findByCode, productById, type SellableProduct } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { ensureTicket, readTicket } from './ticket.ts';
import {
  deleteTicketLine,
  insertTicketLine,
  resetTicket,
  setTicketLineQuantity,
  ticketHead,
  ticketLines,
  touchTicket,
  type TicketLineRow,
} from './ticket-store.ts';

type TillHandlers = AreaHandlers<typeof tillContract, Ctx>;

/** The most lines on one ticket: a longer receipt would be a metre of paper, and is a slip. */
const MAX_LINES = 500;

/** The open ticket. */
export const ticket: TillHandlers['ticket'] = (ctx) => readTicket(ctx);

/** Rings up what a barcode or PLU names. */
export const scan: TillHandlers['scan'] = (ctx, input) => {
  requireOpenShift(ctx);
  return addToTicket(ctx, findByCode(ctx.db, input.code), input.quantityThousandths);
};

/** Rings up a product chosen from the search. */
export const addProduct: TillHandlers['addProduct'] = (ctx, input) => {
  requireOpenShift(ctx);
  return addToTicket(ctx, productById(ctx.db, input.productId), input.quantityThousandths);
};

function addToTicket(
  ctx: Ctx,
  product: SellableProduct,
  quantity: number,
): { ticket: ReturnType<typeof readTicket>; lineId: string } {
  if (!product.active) throw new DomainError('product.inactive', { name: product.name });
  if (product.priceRp === null) throw new DomainError('product.no-price', { name: product.name });
  ensureTicket(ctx);
  const lines = ticketLines(ctx.db);
  const price = product.priceRp;
  // The same goods at the same price make one line, as on the paper.
  const known = lines.find((line) => line.product_id === product.productId && line.unit_price_rp === price);
  const goods = { name: product.name, fractional: product.fractional, priceRp: price };
  const sum = checkedQuantity((known?.quantity_thousandths ?? 0) + checkedQuantity(quantity, goods), goods);
  const lineId = known?.line_id ?? ctx.ports.ids.next();
  if (known !== undefined) {
    setTicketLineQuantity(ctx.db, lineId, sum);
  } else {
    if (lines.length >= MAX_LINES) throw new DomainError('ticket.too-long', { maximum: MAX_LINES });
    insertTicketLine(ctx.db, {
      line_id: lineId,
      product_id: product.productId,
      name: product.name,
      unit: product.unit,
      category: product.category,
      fractional: product.fractional ? 1 : 0,
      quantity_thousandths: sum,
      unit_price_rp: price,
    });
  }
  return { ticket: touched(ctx), lineId };
}

interface PricedGoods {
  readonly name: string;
  readonly fractional: boolean;
  readonly priceRp: number;
}

/** A quantity a line may have: more than nothing, not absurd, whole where the goods are. */
function checkedQuantity(quantity: number, goods: PricedGoods): number {
  if (quantity <= 0) throw new DomainError('quantity.invalid');
  const maximum = mostUnits(goods.priceRp);
  if (quantity > maximum * 1000) throw new DomainError('quantity.too-large', { maximum });
  if (!goods.fractional && quantity % 1000 !== 0)
    throw new DomainError('quantity.fraction', { name: goods.name });
  return quantity;
}

/** Whole units on one line at the most: few enough to be no slip, and to cost what money can count. */
function mostUnits(priceRp: number): number {
  const most = MAX_LINE_QUANTITY / 1000;
  return priceRp === 0 ? most : Math.min(most, Math.floor(MAX_RUPIAH / priceRp));
}

/** Changes how much of a line is bought. What is taken off again is a record. */
export const setQuantity: TillHandlers['setQuantity'] = (ctx, input) => {
  requireOpenShift(ctx);
  const line = requireLine(ctx, input.lineId);
  const quantity = checkedQuantity(input.quantityThousandths, {
    name: line.name,
    fractional: line.fractional === 1,
    priceRp: line.unit_price_rp,
  });
  if (quantity < line.quantity_thousandths) recordVoid(ctx, line, line.quantity_thousandths - quantity);
  setTicketLineQuantity(ctx.db, line.line_id, quantity);
  return touched(ctx);
};

/** Takes a line off the ticket; that it was there is a record. */
export const removeLine: TillHandlers['removeLine'] = (ctx, input) => {
  requireOpenShift(ctx);
  const line = requireLine(ctx, input.lineId);
  recordVoid(ctx, line, line.quantity_thousandths);
  deleteTicketLine(ctx.db, line.line_id);
  return touched(ctx);
};

/** Empties the ticket: the buyer went away. A record, unless there was nothing on it. */
export const abandon: TillHandlers['abandon'] = (ctx, input) => {
  requireOpenShift(ctx);
  const lines = ticketLines(ctx.db);
  if (lines.length === 0) return readTicket(ctx);
  if (ticketHead(ctx.db)?.ticket_id !== input.ticketId) throw new DomainError('ticket.changed');
  ctx.append('ticket-abandoned/1', {
    ticketId: input.ticketId,
    lines: lines.length,
    amountRp: readTicket(ctx).totalRp,
  });
  resetTicket(ctx.db, ctx.ports.ids.next());
  ctx.changed('ticket');
  return readTicket(ctx);
};

function recordVoid(ctx: Ctx, line: TicketLineRow, quantity: number): void {
  ctx.append('line-voided/1', {
    ticketId: ticketHead(ctx.db)?.ticket_id ?? line.line_id,
    lineId: line.line_id,
    productId: line.product_id,
    name: line.name,
    quantityThousandths: thousandths(quantity),
    amountRp: priceTimesQuantity(rupiah(line.unit_price_rp), thousandths(quantity)),
  });
}

function requireLine(ctx: Ctx, lineId: string): TicketLineRow {
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

function touched(ctx: Ctx): ReturnType<typeof readTicket> {
  touchTicket(ctx.db);
  ctx.changed('ticket');
  return readTicket(ctx);
}
