import type { membersContract } from '../../../shared/contract/members.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Ctx } from '../context.ts';
import { buyer, buyers, saveBuyer } from './buyers.ts';
import { eraseBuyer, eraseMember } from './erase-member.ts';
import { importCommit, importPreview } from './import/import-handlers.ts';
import { list, member, nextNumber, search } from './member-queries.ts';
import { quickAdd, saveMember } from './save-member.ts';
import { setSavings } from './set-savings.ts';

export { memberTables } from './tables.ts';
export { applyBuyerSaved, applyMemberSaved, applyMembersImported, applyMemberSavingsSet } from './apply.ts';
export { memberYears } from './sums.ts';
export { applySavingsOfDebt, applySavingsOfReturn, applySavingsOfSale } from './apply-used-savings.ts';
export { findByCard } from './find-by-card.ts';
export { buyerById, buyersByIds, memberById, memberDetail, membersByIds } from './replies.ts';
export { findMembers, fits } from './search.ts';
export { todayOf } from './today.ts';
export { purchasesOf } from './member-store.ts';

/** What the `members` area of the contract does; the history of purchases is the sales area's. */
export const membersHandlers: AreaHandlers<typeof membersContract, Ctx> = {
  search,
  list,
  member,
  nextNumber,
  quickAdd,
  saveMember,
  setSavings,
  eraseMember,
  buyers,
  buyer,
  saveBuyer,
  eraseBuyer,
  importPreview,
  importCommit,
};
