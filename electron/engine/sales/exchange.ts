import { z } from 'zod';
import type { Ticket } from '../../../shared/contract/till.ts';
import { returnLineInputSchema } from '../../../shared/contract/returns.ts';
import { idSchema } from '../../../shared/contract/values.ts';
import { rupiahSchema, type Rupiah } from '../../../shared/domain/money.ts';
import { exchangeRefunds, refundSums } from '../../../shared/domain/refunds.ts';
import { returnReasonSchema } from '../../../shared/journal/sale-bodies.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { ticketHead } from './ticket-store.ts';
import { planReturn } from './returns/plan-return.ts';
import { writeReturn } from './returns/write-return.ts';

/** Goods that come back in the errand of the open ticket, as the ticket keeps them. */
const keptExchangeSchema = z.strictObject({
  saleId: idSchema,
  receipt: z.string(),
  lines: z.array(returnLineInputSchema),
  reason: returnReasonSchema,
  note: z.string(),
  /** What they are set against the new goods for. */
  totalRp: rupiahSchema,
  approval: z.strictObject({ approvalId: idSchema.nullable(), approver: z.string() }),
});
export type KeptExchange = z.output<typeof keptExchangeSchema>;

/** What the open ticket keeps of goods that come back, or undefined. */
export function keptExchange(ctx: Ctx): KeptExchange | undefined {
  const text = ticketHead(ctx.db)?.exchange ?? null;
  return text === null ? undefined : keptExchangeSchema.parse(JSON.parse(text));
}

/** What is set against the open ticket, or null. Its `totalRp` is what the buyer is credited with. */
export function exchangeOf(ctx: Ctx): Ticket['exchange'] {
  const kept = keptExchange(ctx);
  if (kept === undefined) return null;
  const { saleId, receipt, lines, totalRp } = kept;
  return { saleId, receipt, lines: lines.length, totalRp };
}

/** What an exchange gave back. */
export interface Exchanged {
  readonly returnId: string;
  readonly receipt: string;
  /** What the new goods did not use up, paid back in cash. */
  readonly cashRp: Rupiah;
}

/**
 * Writes the return of the open ticket's exchange, in the transaction that pays the ticket and before
 * its sale. What the new goods do not use up comes off what is owed for the goods given back, and then
 * goes back in cash.
 * @param exchangedRp what of the return is set against the new goods
 * @throws DomainError `return.changed` where the goods are no longer worth what the ticket said
 */
export function completeExchange(ctx: Ctx, exchangedRp: Rupiah): Exchanged {
  const kept = keptExchange(ctx);
  if (kept === undefined) throw new Error('no exchange on this ticket');
  const planned = planReturn(ctx, kept);
  const worthRp = planned.sums.refundRp;
  if (worthRp !== kept.totalRp) throw new DomainError('return.changed', { refundRp: worthRp });
  const refunds = exchangeRefunds(planned.source, worthRp, exchangedRp);
  const { reason, note, approval } = kept;
  // The drawer opens with the sale's own receipt.
  const { body } = writeReturn(ctx, planned, { refunds, reason, note, approval, drawer: false });
  return { returnId: body.returnId, receipt: body.receipt, cashRp: refundSums(refunds).cashRp };
}
