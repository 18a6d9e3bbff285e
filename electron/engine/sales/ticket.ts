import type { Ticket, TicketLine } from '../../../shared/contract/till.ts';
import { cashRounding, roundCashDown } from '../../../shared/domain/cash-rounding.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import type { PricedBasket, PricedLine } from '../../../shared/domain/pricing.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import { receiptTax } from '../../../shared/domain/tax.ts';
import { tierSchema } from '../../../shared/domain/tier.ts';
import type { Ctx } from '../context.ts';
import { isPkp, policy } from '../policy/index.ts';
import { termsOf } from './line-terms.ts';
import { priceLines, pricingDate } from './price-ticket.ts';
import { qrisReplies } from './qris-replies.ts';
import { exchangeOf } from './exchange.ts';
import { nextSaleNumber, receiptName } from './sale-store.ts';
import { judgedGoods, type JudgedGoods } from './subsidy/judged-goods.ts';
import { ticketSubsidy } from './subsidy/ticket-subsidy.ts';
import { resetTicket, ticketHead, ticketLines, type TicketLineRow, type TicketRow } from './ticket-store.ts';

/** A line as everybody sees it, on the open ticket or on one put aside. */
export function lineReply(row: TicketLineRow, priced: PricedLine): TicketLine {
  return {
    lineId: row.line_id,
    productId: row.product_id,
    name: row.name,
    unit: row.unit,
    baseUnit: row.base_unit === '' ? row.unit : row.base_unit,
    contentThousandths: row.content_thousandths,
    fractional: row.fractional === 1,
    quantityThousandths: thousandths(row.quantity_thousandths),
    listPriceRp: priced.listPriceRp,
    unitPriceRp: priced.unitPriceRp,
    reason: priced.reason,
    grossRp: priced.grossRp,
    discounts: [...priced.discounts],
    totalRp: priced.totalRp,
    labelled: row.label_total_rp !== null,
  };
}

/** The lines of a ticket with their prices, and what they come to. */
export function pricedLines(
  ctx: Ctx,
  head: Pick<TicketRow, 'tier'> | undefined,
  rows: readonly TicketLineRow[],
  judged: JudgedGoods = judgedGoods(ctx, rows),
): { lines: TicketLine[]; basket: PricedBasket } {
  const basket = priceLines(ctx, rows, tierSchema.parse(head?.tier ?? 'umum'), judged);
  const byId = new Map(basket.lines.map((line) => [line.lineId, line]));
  const lines = rows.map((row) => {
    const priced = byId.get(row.line_id);
    if (priced === undefined) throw new Error(`line ${row.line_id} has no price`);
    return lineReply(row, priced);
  });
  return { lines, basket };
}

/** The open ticket as everybody sees it. Before the first line it has a placeholder id. */
export function readTicket(ctx: Ctx): Ticket {
  const head = ticketHead(ctx.db);
  const rows = ticketLines(ctx.db);
  // Looked up once, so that midnight never falls between pricing and judging.
  const judged = judgedGoods(ctx, rows);
  const { lines, basket } = pricedLines(ctx, head, rows, judged);
  const exchange = exchangeOf(ctx);
  const stepRp = rupiah(policy(ctx.db).cashStepRp);
  const owedRp = rupiah(Math.max(0, basket.totalRp - (exchange?.totalRp ?? 0)));
  return {
    ticketId: head?.ticket_id ?? NO_TICKET,
    revision: head?.revision ?? 0,
    buyer: buyerReply(head),
    lines,
    totalRp: basket.totalRp,
    savedRp: basket.savedRp,
    taxRp: taxOf(ctx, rows, lines),
    cashRoundingRp: cashRounding(owedRp, stepRp),
    cashDueRp: roundCashDown(owedRp, stepRp),
    cashStepRp: stepRp,
    exchange,
    qris: head === undefined ? [] : qrisReplies(ctx, head.ticket_id),
    subsidy: ticketSubsidy(ctx, head, lines, judged),
    nextReceipt: receiptName(ctx.store(), nextSaleNumber(ctx.db)),
  };
}

function taxOf(ctx: Ctx, rows: readonly TicketLineRow[], lines: readonly TicketLine[]): Ticket['taxRp'] {
  const date = pricingDate(ctx);
  const taxed = lines.map(({ totalRp }, index) => {
    const row = rows[index];
    return { totalRp, taxClass: row === undefined ? ('bebas' as const) : termsOf(row).taxClass };
  });
  return receiptTax(taxed, isPkp(ctx, date), date)?.taxRp ?? null;
}

function buyerReply(head: TicketRow | undefined): Ticket['buyer'] {
  return {
    tier: tierSchema.parse(head?.tier ?? 'umum'),
    tierBy: tierByOf(head?.tier_by),
    memberId: head?.member_id ?? null,
    buyerId: head?.buyer_id ?? null,
  };
}

function tierByOf(stored: string | undefined): Ticket['buyer']['tierBy'] {
  return stored === 'buyer' || stored === 'hand' ? stored : 'default';
}

/** What stands for the id of a ticket that has not been begun. */
const NO_TICKET = '00000000-0000-7000-8000-000000000000';

/** Makes sure there is a ticket to add to. */
export function ensureTicket(ctx: Ctx): void {
  if (ticketHead(ctx.db) === undefined) resetTicket(ctx.db, ctx.ports.ids.next());
}
