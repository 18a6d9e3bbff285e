import type { ApprovalSubject } from '../../../shared/contract/approvals.ts';
import { roleReaches, type Role } from '../../../shared/contract/permissions.ts';
import { DEFAULT_POLICY, type ApprovalRule } from '../../../shared/domain/policy.ts';
import type { Rupiah } from '../../../shared/domain/money.ts';
import type { Ctx } from '../context.ts';

type Action = ApprovalSubject['action'];

/** Whose word an action needs in this store. */
function ruleOf(_ctx: Ctx, action: Action): ApprovalRule {
  return DEFAULT_POLICY.approvals[action];
}

/** Whether a role may allow an action, for itself or for somebody else. */
export function mayApprove(ctx: Ctx, role: Role, action: Action): boolean {
  return roleReaches(role, ruleOf(ctx, action).role);
}

/**
 * Whether whoever is signed in has to ask somebody first.
 * @param amountRp what the action costs the store, where that is known; unknown is never little
 */
export function mustAsk(ctx: Ctx, action: Action, amountRp: Rupiah | undefined): boolean {
  const { role, aboveRp } = ruleOf(ctx, action);
  if (roleReaches(ctx.person().role, role)) return false;
  return amountRp === undefined || amountRp > aboveRp || aboveRp === 0;
}
