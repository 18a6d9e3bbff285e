import { addDays, businessDateSchema, type BusinessDate } from '../../../shared/domain/business-date.ts';
import type { Ticket } from '../../../shared/contract/till.ts';
import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import type { Tender } from '../../../shared/journal/sale-bodies.ts';
import type { Ctx } from '../context.ts';
import { openDebt } from '../debts/index.ts';
import { DomainError } from '../domain-error.ts';
import { buyerById, memberById } from '../members/index.ts';
import { policy } from '../policy/index.ts';
import { takeApproval } from '../staff/index.ts';
import { pricingDate } from './price-ticket.ts';
import type { TenderInput } from './tenders.ts';

type CreditInput = Extract<TenderInput, { kind: 'kasbon' | 'savings' | 'invoice' }>;

interface Credit {
  readonly tender: Tender;
  /** The approval that passing a limit took, null where none was needed. */
  readonly approved: string | null;
}

/**
 * A tender on somebody's account: kasbon and voluntary savings of the ticket's member, an invoice of
 * its institution. Nobody owes more than their limit unless somebody with the right to do so says so.
 */
export function creditTender(
  ctx: Ctx,
  ticket: Ticket,
  input: CreditInput,
  approvalId: string | null,
): Credit {
  if (input.kind === 'invoice') return invoice(ctx, ticket, input, approvalId);
  const { memberId } = ticket.buyer;
  if (memberId === null) throw new DomainError('tender.needs-member');
  const member = memberById(ctx, memberId);
  if (input.kind === 'savings') {
    const left = member.savings?.sukarelaRp ?? 0;
    if (input.amountRp > left) throw new DomainError('savings.too-little', { leftRp: left });
    return { tender: { kind: 'savings', amountRp: input.amountRp, memberId }, approved: null };
  }
  const approved = withinLimit(
    ctx,
    ticket,
    { debtorId: memberId, limitRp: member.creditLimitRp },
    input,
    approvalId,
  );
  const dueDate = dueIn(ctx, policy(ctx.db).kasbonDays);
  return { tender: { kind: 'kasbon', amountRp: input.amountRp, memberId, dueDate }, approved };
}

function invoice(
  ctx: Ctx,
  ticket: Ticket,
  input: Extract<CreditInput, { kind: 'invoice' }>,
  approvalId: string | null,
): Credit {
  const { buyerId } = ticket.buyer;
  if (buyerId === null) throw new DomainError('tender.needs-buyer');
  const buyer = buyerById(ctx, buyerId);
  const earliest = pricingDate(ctx);
  if (input.dueDate !== null && input.dueDate < earliest) throw new DomainError('invoice.due-past');
  const approved = withinLimit(
    ctx,
    ticket,
    { debtorId: buyerId, limitRp: buyer.creditLimitRp },
    input,
    approvalId,
  );
  const dueDate =
    input.dueDate === null ? dueIn(ctx, buyer.termDays) : businessDateSchema.parse(input.dueDate);
  return { tender: { kind: 'invoice', amountRp: input.amountRp, buyerId, dueDate }, approved };
}

interface Limit {
  readonly debtorId: string;
  readonly limitRp: Rupiah;
}

/** How far a debt would pass its limit is what has to be allowed. */
function withinLimit(
  ctx: Ctx,
  ticket: Ticket,
  { debtorId, limitRp }: Limit,
  input: CreditInput,
  approvalId: string | null,
): string | null {
  const owedRp = openDebt(ctx.db, debtorId);
  const overRp = owedRp + input.amountRp - limitRp;
  if (overRp <= 0) return null;
  const subject = {
    action: 'credit',
    ticketId: ticket.ticketId,
    debtorId,
    amountRp: input.amountRp,
  } as const;
  return takeApproval(ctx, approvalId, subject, rupiah(overRp)).approvalId;
}

function dueIn(ctx: Ctx, days: number): BusinessDate {
  return addDays(businessDateSchema.parse(pricingDate(ctx)), days);
}
