import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { PaidSale, tillContract, Ticket } from '../../../shared/contract/till.ts';
import { NO_RUPIAH, rupiah, sumRupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { wrongSum } from '../../../shared/domain/sale-sums.ts';
import { formatCheck } from '../../../shared/i18n/format.ts';
import type { SaleBody, Tender } from '../../../shared/journal/sale-bodies.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { enqueuePrint } from '../printing/index.ts';
import { raiseDueClaims } from '../programmes/index.ts';
import { completeExchange, type Exchanged } from './exchange.ts';
import { rememberPaid } from './just-paid.ts';
import { requireOpenShift } from './open-ticket.ts';
import { pricingDate } from './price-ticket.ts';
import { deleteQrisOfTicket } from './qris-store.ts';
import { saleReceipt } from './sale-receipt.ts';
import { nextSaleNumber, perpetualTotals, receiptName } from './sale-store.ts';
import { rowsById, saleLines, saleTax } from './sale-lines.ts';
import { quotaApprovals, recordSubsidy, requireSellable } from './subsidy/record-subsidy.ts';
import { settle, type Settled } from './tenders.ts';
import { readTicket } from './ticket.ts';
import { resetTicket, ticketHead } from './ticket-store.ts';

type TillHandlers = AreaHandlers<typeof tillContract, Ctx>;

/**
 * Completes the sale on the open ticket. The sale's record, that of goods given in exchange, the
 * tables, the emptied ticket and the print job are one transaction; nothing is printed and no reply
 * leaves before it has committed.
 */
export const pay: TillHandlers['pay'] = (ctx, input) => {
  const shift = requireOpenShift(ctx);
  // Before the sale: what it takes off the shelf is claimed as well where a decree has lowered its price.
  raiseDueClaims(ctx);
  const ticket = readTicket(ctx);
  if (ticket.lines.length === 0) throw new DomainError('ticket.empty');
  // A happy hour may have ended since the till showed the total: what was seen is what is paid.
  const seen =
    ticket.ticketId === input.ticketId &&
    ticket.revision === input.revision &&
    ticket.totalRp === input.totalRp;
  if (!seen) throw new DomainError('ticket.changed');
  requireSellable(ctx, ticket);
  const exchangedRp = rupiah(Math.min(ticket.exchange?.totalRp ?? 0, ticket.totalRp));
  const owedRp = rupiah(ticket.totalRp - exchangedRp);
  const settled =
    owedRp === 0 && exchangedRp > 0
      ? NOTHING_OWED
      : settle(ctx, ticket, owedRp, input.tenders, input.approvalId);
  const exchange = ticket.exchange === null ? null : completeExchange(ctx, exchangedRp);
  const body = saleBody(ctx, shift, ticket, settled, exchange, exchangedRp);
  const wrong = wrongSum(body);
  if (wrong !== undefined) throw new Error(`a sale does not add up: ${wrong}`);
  const { record, hash } = ctx.append('sale-completed/2', body);
  if (record.type !== 'sale-completed/2') throw new Error('a sale was appended as something else');
  recordSubsidy(ctx, ticket, body);
  deleteQrisOfTicket(ctx.db, ticket.ticketId);
  resetTicket(ctx.db, ctx.ports.ids.next());
  const printJobId = enqueuePrint(ctx, {
    kind: 'receipt',
    title: body.receipt,
    document: () => saleReceipt(ctx, { record, hash, profile: ctx.store() }, null),
    // Notes go in or out only where cash is a part of it.
    drawer: body.tenders.some((tender) => tender.kind === 'cash') || (exchange?.cashRp ?? 0) > 0,
  });
  ctx.changed('ticket', 'sales', 'cash');
  const paid = paidReply(body, exchange, { check: formatCheck(hash), printJobId });
  rememberPaid(ctx, paid);
  return paid;
};

/** The goods that came back paid for everything. */
const NOTHING_OWED: Settled = { tenders: [], roundingRp: NO_RUPIAH, approvalIds: [] };

function saleBody(
  ctx: Ctx,
  shift: { readonly shiftId: string; readonly cashier: string },
  ticket: Ticket,
  settled: Settled,
  exchange: Exchanged | null,
  exchangedRp: Rupiah,
): SaleBody {
  const head = ticketHead(ctx.db);
  const saleNumber = nextSaleNumber(ctx.db);
  const date = pricingDate(ctx);
  const rows = rowsById(ctx);
  const taxed = saleTax(ctx, ticket, rows, date);
  const tierApproval = head?.tier_approval_id ?? null;
  const given: Tender[] =
    exchange === null || exchangedRp === 0
      ? []
      : [{ kind: 'exchange', amountRp: exchangedRp, returnId: exchange.returnId }];
  const { tier, memberId, buyerId } = ticket.buyer;
  return {
    saleId: ctx.ports.ids.next(),
    shiftId: shift.shiftId,
    cashier: shift.cashier,
    number: saleNumber,
    receipt: receiptName(ctx.store(), saleNumber),
    buyer: { tier, memberId, buyerId },
    lines: saleLines(ctx, ticket, rows, taxed.parts),
    totalRp: ticket.totalRp,
    tax: taxed.tax,
    cashStepRp: ticket.cashStepRp,
    roundingRp: settled.roundingRp,
    dueRp: rupiah(ticket.totalRp + settled.roundingRp),
    tenders: [...given, ...settled.tenders],
    approvalIds: [
      ...(tierApproval === null ? [] : [tierApproval]),
      ...settled.approvalIds,
      ...quotaApprovals(ctx, ticket),
    ],
    perpetualGrossRp: rupiah(perpetualTotals(ctx.db).grossRp + ticket.totalRp),
  };
}

function paidReply(
  body: SaleBody,
  exchange: Exchanged | null,
  rest: Pick<PaidSale, 'check' | 'printJobId'>,
): PaidSale {
  const cash = body.tenders.filter((tender) => tender.kind === 'cash');
  return {
    saleId: body.saleId,
    receipt: body.receipt,
    totalRp: body.totalRp,
    cashRoundingRp: body.roundingRp,
    dueRp: body.dueRp,
    tenders: body.tenders,
    receivedRp: sumRupiah(cash.map((tender) => tender.receivedRp)),
    changeRp: sumRupiah(cash.map((tender) => tender.changeRp)),
    lineCount: body.lines.length,
    exchange,
    ...rest,
  };
}
