import type { AreaHandlers } from '../../../../shared/contract/define.ts';
import type { Ticket, tillContract } from '../../../../shared/contract/till.ts';
import { thousandths } from '../../../../shared/domain/quantity.ts';
import type { Ctx } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { memberById } from '../../members/index.ts';
import { takeApproval } from '../../staff/index.ts';
import { requireRegistration, waitingEntry } from '../../subsidy/index.ts';
import { ringUp } from '../add-goods.ts';
import { attachMember } from '../buyer-handlers.ts';
import { requireOpenShift, touched } from '../open-ticket.ts';
import { ensureTicket, readTicket } from '../ticket.ts';
import { chosen } from '../ticket-handlers.ts';
import { openTicketLines, ticketHead } from '../ticket-store.ts';
import { askedOf, mayBeAllowed } from './allowed-verdict.ts';
import { chooseBuyer } from './choose-buyer.ts';
import { dropRefusedLines } from './drop-refused.ts';
import { keepSubsidy, keptSubsidy } from './kept-subsidy.ts';

type TillHandlers = AreaHandlers<typeof tillContract, Ctx>;

/** Says who buys the subsidised goods of the open ticket. */
export const setSubsidyBuyer: TillHandlers['setSubsidyBuyer'] = (ctx, input) => {
  requireOpenShift(ctx);
  ensureTicket(ctx);
  chooseBuyer(ctx, input);
  return touched(ctx);
};

/**
 * Lets more of a programme be sold than the store's own count leaves, because somebody with the right
 * to do so looked and found the count wrong. It holds for this buyer and this quantity.
 * @throws DomainError `subsidy.nothing-to-allow`, and what taking an approval throws
 */
export const allowQuota: TillHandlers['allowQuota'] = (ctx, input) => {
  requireOpenShift(ctx);
  const { subsidy } = sameTicket(ctx, input.ticketId);
  const { programme, ticketId } = input;
  const over =
    subsidy?.verdict.findings.some((finding) => finding.programme === programme && mayBeAllowed(finding)) ??
    false;
  if (subsidy === null || !over) throw new DomainError('subsidy.nothing-to-allow');
  const quantityThousandths = thousandths(askedOf(subsidy.verdict, programme));
  const { registrationId } = subsidy;
  const { approvalId } = takeApproval(
    ctx,
    input.approvalId,
    { action: 'quota', ticketId, programme, registrationId, quantityThousandths },
    null,
  );
  const kept = keptSubsidy(ctx.db);
  const others = kept.allowed.filter((allowed) => allowed.programme !== programme);
  keepSubsidy(ctx.db, {
    ...kept,
    allowed: [...others, { programme, registrationId, quantityThousandths, approvalId }],
  });
  return touched(ctx);
};

/** Takes what the rules refuse off the ticket, on record. Everything else stays. */
export const dropRefused: TillHandlers['dropRefused'] = (ctx, input) => {
  requireOpenShift(ctx);
  const ticket = sameTicket(ctx, input.ticketId);
  return dropRefusedLines(ctx, ticket) ? touched(ctx) : ticket;
};

function sameTicket(ctx: Ctx, ticketId: string): Ticket {
  const ticket = readTicket(ctx);
  if (ticket.ticketId !== ticketId) throw new DomainError('ticket.changed');
  return ticket;
}

/**
 * Rings up what somebody on the waiting list asked for and makes them the buyer, in one step. They
 * stay on the list until the ticket is paid: whatever happens before then, nobody loses their place.
 * @throws DomainError `waiting.unknown`; `waiting.ticket-busy` where the open ticket has goods of somebody else
 */
export const serveWaiting: TillHandlers['serveWaiting'] = (ctx, { entryId }) => {
  requireOpenShift(ctx);
  const entry = waitingEntry(ctx.db, entryId);
  if (entry === undefined) throw new DomainError('waiting.unknown');
  const before = keptSubsidy(ctx.db);
  const hasLines = openTicketLines(ctx.db) > 0;
  if (hasLines && before.registrationId !== entry.registrationId) {
    throw new DomainError('waiting.ticket-busy');
  }
  // A second press of the key rings nothing up a second time.
  if (hasLines && before.waitingEntryIds.includes(entryId)) return readTicket(ctx);
  ensureTicket(ctx);
  const { registrationId, category } = entry;
  attachTheirMembership(ctx, registrationId);
  chooseBuyer(ctx, {
    registrationId,
    category,
    proxyRegistrationId: hasLines ? before.proxyRegistrationId : null,
  });
  ringUp(ctx, chosen(ctx, entry.productId, null), entry.quantityThousandths);
  const kept = keptSubsidy(ctx.db);
  const served = hasLines ? kept.waitingEntryIds.filter((each) => each !== entryId) : [];
  keepSubsidy(ctx.db, { ...kept, waitingEntryIds: [...served, entryId] });
  return touched(ctx);
};

/** A registered member buys as a member, unless the ticket is somebody's already. */
function attachTheirMembership(ctx: Ctx, registrationId: string): void {
  const head = ticketHead(ctx.db);
  if (head === undefined || head.member_id !== null || head.buyer_id !== null) return;
  const memberId = requireRegistration(ctx, registrationId).memberId;
  if (memberId !== null && memberById(ctx, memberId).active) attachMember(ctx, memberId);
}
