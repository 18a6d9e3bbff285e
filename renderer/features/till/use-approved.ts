import type { ApprovalSubject } from '../../../shared/contract/approvals.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { useApproval } from './approval/use-approval.ts';

/** Tries to do something, with the word of somebody who may allow it where there is one. */
type Attempt<T> = (approvalId: string | null) => Promise<Reply<T>>;

/**
 * Does something that may need somebody's word: it is tried, and only where the engine says so is
 * somebody asked, over the amount that the engine names. Answers null where nobody allowed it: then
 * nothing was done.
 */
export function useApproved(): <T>(
  subject: ApprovalSubject,
  attempt: Attempt<T>,
) => Promise<Reply<T> | null> {
  const askFor = useApproval();
  return async (subject, attempt) => {
    const reply = await attempt(null);
    if (reply.ok || reply.error.code !== 'approval.required') return reply;
    const approvalId = await askFor(subject, Number(reply.error.params['amountRp'] ?? 0));
    return approvalId === null ? null : attempt(approvalId);
  };
}
