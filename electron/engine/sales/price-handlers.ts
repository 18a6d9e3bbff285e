import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { TicketLine, tillContract } from '../../../shared/contract/till.ts';
import { priceTimesQuantity, rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import type { Thousandths } from '../../../shared/domain/quantity.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { takeApproval } from '../staff/index.ts';
import { requireNoNumber } from '../subsidy/index.ts';
import { requireLine, requireOpenShift, touched } from './open-ticket.ts';
import { readTicket } from './ticket.ts';
import { setTicketLineManual, type ManualRow } from './ticket-store.ts';

type TillHandlers = AreaHandlers<typeof tillContract, Ctx>;

const NOTHING_BY_HAND: ManualRow = {
  manual_price_rp: null,
  manual_discount_rp: null,
  manual_reason: '',
  approval_id: null,
};

/**
 * Sets a line's price by hand, once it is allowed, or gives it its own back. A ceiling holds all the
 * same: pricing never lifts a price above it.
 */
export const setPrice: TillHandlers['setPrice'] = (ctx, input) => {
  requireOpenShift(ctx);
  const line = shownLine(ctx, input.lineId);
  if (input.unitPriceRp === null) {
    setTicketLineManual(ctx.db, line.lineId, NOTHING_BY_HAND);
    return touched(ctx);
  }
  requireReason(ctx, input.reason);
  const { ticketId } = readTicket(ctx);
  const { unitPriceRp } = input;
  const { approvalId } = takeApproval(
    ctx,
    input.approvalId,
    { action: 'line-price', ticketId, lineId: line.lineId, unitPriceRp },
    lostBy(line, unitPriceRp, line.quantityThousandths),
  );
  setTicketLineManual(ctx.db, line.lineId, {
    manual_price_rp: unitPriceRp,
    manual_discount_rp: null,
    manual_reason: input.reason,
    approval_id: approvalId,
  });
  return touched(ctx);
};

/** Takes an amount off a line by hand, once it is allowed; 0 takes that away again. */
export const setDiscount: TillHandlers['setDiscount'] = (ctx, input) => {
  requireOpenShift(ctx);
  const line = shownLine(ctx, input.lineId);
  if (input.discountRp === 0) {
    setTicketLineManual(ctx.db, line.lineId, NOTHING_BY_HAND);
    return touched(ctx);
  }
  requireReason(ctx, input.reason);
  if (input.discountRp > line.grossRp) {
    throw new DomainError('discount.too-large', { maximumRp: line.grossRp });
  }
  const { discountRp } = input;
  const { ticketId } = readTicket(ctx);
  const { approvalId } = takeApproval(ctx, input.approvalId, {
    action: 'line-discount',
    ticketId,
    lineId: line.lineId,
    discountRp,
  });
  setTicketLineManual(ctx.db, line.lineId, {
    manual_price_rp: null,
    manual_discount_rp: discountRp,
    manual_reason: input.reason,
    approval_id: approvalId,
  });
  return touched(ctx);
};

function shownLine(ctx: Ctx, lineId: string): TicketLine {
  requireLine(ctx, lineId);
  const line = readTicket(ctx).lines.find((each) => each.lineId === lineId);
  if (line === undefined) throw new DomainError('ticket.line-unknown');
  if (line.labelled) throw new DomainError('quantity.label', { name: line.name });
  return line;
}

/** What a price by hand costs the store against a line's own, over so much of it. */
export function lostBy(
  { listPriceRp }: Pick<TicketLine, 'listPriceRp'>,
  unitPriceRp: Rupiah,
  quantity: Thousandths,
): Rupiah {
  const lostRp = priceTimesQuantity(listPriceRp, quantity) - priceTimesQuantity(unitPriceRp, quantity);
  return rupiah(Math.max(0, lostRp));
}

/** The reason stands on the open ticket until its record is written, which would refuse a number too late. */
function requireReason(ctx: Ctx, reason: string): void {
  if (reason === '') throw new DomainError('price.reason-required');
  requireNoNumber(ctx, { reason });
}
