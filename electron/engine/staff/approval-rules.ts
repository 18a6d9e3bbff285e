import type { ApprovalSubject } from '../../../shared/contract/approvals.ts';
import { roleReaches, type Role } from '../../../shared/contract/permissions.ts';
import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import type { ApprovalRule } from '../../../shared/domain/policy.ts';
import type { Ctx } from '../context.ts';
import { policy } from '../policy/index.ts';

type Action = ApprovalSubject['action'];

/** Nobody may lend this right to a kasir, so it is no part of what a store decides: its policy has no key for it. */
const QUOTA: ApprovalRule = { role: 'pengelola', aboveRp: rupiah(0) };

function ruleOf(ctx: Ctx, action: Action): ApprovalRule {
  return action === 'quota' ? QUOTA : policy(ctx.db).approvals[action];
}

/** Whether a role may allow an action, for itself or for somebody else. */
export function mayApprove(ctx: Ctx, role: Role, action: Action): boolean {
  return roleReaches(role, ruleOf(ctx, action).role);
}

/**
 * Whether whoever is signed in has to ask somebody first.
 * @param amountRp what the action costs the store, null where that is not known, which is never little
 */
export function mustAsk(ctx: Ctx, action: Action, amountRp: Rupiah | null): boolean {
  const { role, aboveRp } = ruleOf(ctx, action);
  if (roleReaches(ctx.person().role, role)) return false;
  return amountRp === null || amountRp > aboveRp || aboveRp === 0;
}
