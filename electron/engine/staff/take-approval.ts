import type { ApprovalSubject } from '../../../shared/contract/approvals.ts';
import type { Rupiah } from '../../../shared/domain/money.ts';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import { openShift } from '../cash/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { mustAsk } from './approval-rules.ts';
import { approvalById, markUsed } from './approval-store.ts';

/** How long an approval waits to be used: it is given across the counter, for what happens now. */
const VALID_MS = 10 * 60_000;

/** An action as the text that is compared and recorded: the order in which goods are named means nothing. */
export function subjectText(subject: ApprovalSubject): string {
  if (subject.action !== 'return') return canonicalText(subject);
  const lines = subject.lines.toSorted((a, b) => (a.lineId < b.lineId ? -1 : 1));
  return canonicalText({ ...subject, lines });
}

/** What an action costs the store at the most, where its subject says so. */
function amountOf(subject: ApprovalSubject): Rupiah | null {
  switch (subject.action) {
    case 'line-discount':
      return subject.discountRp;
    case 'return':
      return subject.totalRp;
    case 'credit':
      return subject.amountRp;
    default:
      return null;
  }
}

/** By whose word an action is done. */
export interface TakenApproval {
  /** null where whoever is signed in may do it on their own. */
  readonly approvalId: string | null;
  readonly approver: string;
}

/**
 * Makes sure that an action may be done, and uses up the approval it needs: to be called in the
 * command's own transaction, so that a command that is refused after all leaves the approval unused.
 * @param amountRp what the action costs the store, where its subject does not say: an approval holds for
 *   no more than it was given over, and the store's small amounts need nobody's word; null to ask for one
 *   however small it is
 * @throws DomainError `approval.required`, `approval.unfit` where it was given for something else or
 *   to somebody else, `approval.expired`, `approval.used`
 */
export function takeApproval(
  ctx: Ctx,
  approvalId: string | null,
  subject: ApprovalSubject,
  amountRp: Rupiah | null = amountOf(subject),
): TakenApproval {
  const person = ctx.person();
  const { action } = subject;
  if (!mustAsk(ctx, action, amountRp)) return { approvalId: null, approver: person.name };
  if (approvalId === null) throw new DomainError('approval.required', { action, amountRp: amountRp ?? 0 });
  const row = approvalById(ctx.db, approvalId);
  if (row === undefined || row.subject !== subjectText(subject) || row.requester_id !== person.staffId) {
    throw new DomainError('approval.unfit', { action });
  }
  if (amountRp !== null && amountRp > row.amount_rp) throw new DomainError('approval.unfit', { action });
  const now = ctx.ports.clock.now();
  if (row.used_at !== null) throw new DomainError('approval.used', { action });
  // An approval from the future was given before the clock was set back: nobody knows how old it is.
  const fresh = row.given_at <= now && now - row.given_at <= VALID_MS;
  if (!fresh || row.shift_id !== openShift(ctx.db)?.shift_id) {
    throw new DomainError('approval.expired', { action });
  }
  if (!markUsed(ctx.db, approvalId, now)) throw new DomainError('approval.used', { action });
  return { approvalId, approver: row.approver };
}
