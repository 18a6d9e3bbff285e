import type { membersContract } from '../../../shared/contract/members.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Ctx } from '../context.ts';
import { memberById, memberDetail } from './replies.ts';
import { todayOf } from './today.ts';

type MembersHandlers = AreaHandlers<typeof membersContract, Ctx>;

/** Types the balances as they are at this moment: a record even where nothing differs, because it was read anew. */
export const setSavings: MembersHandlers['setSavings'] = (ctx, input) => {
  const { memberId } = memberById(ctx, input.memberId);
  ctx.append('member-savings-set/1', {
    source: 'typed',
    asOf: todayOf(ctx),
    rows: [{ ...input, memberId }],
  });
  ctx.changed('members');
  return memberDetail(ctx, memberId);
};
