import type { ApprovalSubject } from '../../../shared/contract/approvals.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Staff, staffContract } from '../../../shared/contract/staff.ts';
import { openShift } from '../cash/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { mayApprove } from './approval-rules.ts';
import { saveApproval } from './approval-store.ts';
import { comparePin, judgePin, requireActive } from './pin-tries.ts';
import { listStaff } from './staff-store.ts';
import { subjectText } from './take-approval.ts';

type StaffHandlers = AreaHandlers<typeof staffContract, Ctx>;

/** Who may allow an action. */
export const approvers: StaffHandlers['approvers'] = (ctx, { action }) =>
  listStaff(ctx.db)
    .filter((staff) => staff.active && mayApprove(ctx, staff.role, action))
    .map(({ staffId, name, role }) => ({ staffId, name, role }));

/**
 * Somebody with the right to do so allows one exact action by their PIN. The session stays that of
 * whoever asked. A wrong PIN counts as one at signing in does.
 */
export const approve: StaffHandlers['approve'] = {
  prepare: async (ctx, input): Promise<boolean> => {
    requireApprover(ctx, input.approverId, input.subject.action);
    return comparePin(ctx, input.approverId, input.pin);
  },
  run: (ctx, matches: boolean, { approverId, subject, amountRp }) => {
    const approver = requireApprover(ctx, approverId, subject.action);
    const shift = openShift(ctx.db);
    if (shift === undefined) throw new DomainError('shift.closed');
    const verdict = judgePin(ctx, approver, matches);
    if (verdict.status !== 'right') return verdict;
    const requester = ctx.person();
    const approvalId = ctx.ports.ids.next();
    const text = subjectText(subject);
    ctx.append('approval-given/1', {
      approvalId,
      action: subject.action,
      subject: text,
      amountRp,
      approverId,
      approver: approver.name,
      requesterId: requester.staffId,
      requester: requester.name,
    });
    saveApproval(ctx.db, {
      approval_id: approvalId,
      subject: text,
      amount_rp: amountRp,
      approver: approver.name,
      requester_id: requester.staffId,
      shift_id: shift.shift_id,
      given_at: ctx.ports.clock.now(),
    });
    return { status: 'given', approvalId };
  },
};

function requireApprover(ctx: Ctx, staffId: string, action: ApprovalSubject['action']): Staff {
  const staff = requireActive(ctx, staffId);
  if (!mayApprove(ctx, staff.role, action)) {
    throw new DomainError('approval.not-theirs', { name: staff.name });
  }
  return staff;
}
