import type { membersContract } from '../../../shared/contract/members.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Ctx } from '../context.ts';
import { readMembers } from './member-store.ts';
import { nextNumber as numberToPropose } from './next-number.ts';
import { memberDetail, memberReplies } from './replies.ts';
import { findMembers } from './search.ts';

type MembersHandlers = AreaHandlers<typeof membersContract, Ctx>;

/** Whom the cashier means: active members, best match first. */
export const search: MembersHandlers['search'] = (ctx, input) => {
  if (input.text.trim() === '') return [];
  const ids = findMembers(ctx, input.text, true).slice(0, input.limit);
  return memberReplies(ctx, readMembers(ctx.db, ids));
};

/** A page of the members in the order of names. */
export const list: MembersHandlers['list'] = (ctx, input) => {
  const ids = findMembers(ctx, input.text, input.onlyActive);
  const page = ids.slice(input.offset, input.offset + input.limit);
  return { total: ids.length, members: memberReplies(ctx, readMembers(ctx.db, page)) };
};

/** One member, active or not. */
export const member: MembersHandlers['member'] = (ctx, { memberId }) => memberDetail(ctx, memberId);

/** The number that the next new member is proposed. */
export const nextNumber: MembersHandlers['nextNumber'] = (ctx) => ({ number: numberToPropose(ctx.db) });
