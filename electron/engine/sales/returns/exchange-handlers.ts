import type { AreaHandlers } from '../../../../shared/contract/define.ts';
import type { tillContract } from '../../../../shared/contract/till.ts';
import type { Ctx } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { requireNoNumber } from '../../subsidy/index.ts';
import { requireOpenShift, touched } from '../open-ticket.ts';
import { ensureTicket, readTicket } from '../ticket.ts';
import { exchangeOf, type KeptExchange } from '../exchange.ts';
import { planReturn, requireReturnNote, takeReturnApproval } from './plan-return.ts';
import { setTicketExchange } from './return-store.ts';

type TillHandlers = AreaHandlers<typeof tillContract, Ctx>;

/**
 * Sets goods that come back against the open ticket. Nothing is returned yet: the return is written
 * with the sale, or not at all. Its approval is used up here, by whoever takes the goods.
 */
export const beginExchange: TillHandlers['beginExchange'] = (ctx, input) => {
  requireOpenShift(ctx);
  requireReturnNote(input);
  // It stands on the open ticket until the return's record is written, which would refuse it too late.
  requireNoNumber(ctx, { note: input.note });
  if (exchangeOf(ctx) !== null) throw new DomainError('exchange.already');
  const planned = planReturn(ctx, input);
  const { saleId, lines, reason, note } = input;
  const kept: KeptExchange = {
    saleId,
    receipt: planned.source.row.receipt,
    lines,
    reason,
    note,
    totalRp: planned.sums.refundRp,
    approval: takeReturnApproval(ctx, planned, input.approvalId),
  };
  ensureTicket(ctx);
  setTicketExchange(ctx.db, JSON.stringify(kept));
  return touched(ctx);
};

/** Takes the exchange off the open ticket: the buyer keeps the goods. */
export const cancelExchange: TillHandlers['cancelExchange'] = (ctx) => {
  requireOpenShift(ctx);
  if (exchangeOf(ctx) === null) return readTicket(ctx);
  setTicketExchange(ctx.db, null);
  return touched(ctx);
};
