import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { staffContract } from '../../../shared/contract/staff.ts';
import type { Ctx } from '../context.ts';
import { comparePin, judgePin, requireActive } from './pin-tries.ts';
import { startSession } from './sessions.ts';

type StaffHandlers = AreaHandlers<typeof staffContract, Ctx>;

/** Signs a person in by PIN. A wrong PIN is an answer and not an error, because the miss must be kept. */
export const signIn: StaffHandlers['signIn'] = {
  prepare: async (ctx, input): Promise<boolean> => {
    requireActive(ctx, input.staffId);
    return comparePin(ctx, input.staffId, input.pin);
  },
  run: (ctx, matches: boolean, input) => {
    const staff = requireActive(ctx, input.staffId);
    const verdict = judgePin(ctx, staff, matches);
    if (verdict.status !== 'right') return verdict;
    ctx.appendAs(staff, 'signed-in/1', { staffId: staff.staffId });
    return { status: 'signed-in', session: startSession(ctx.db, ctx.ports, staff.staffId), staff };
  },
};
