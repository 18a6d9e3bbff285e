import type { keyingContract } from '../../../shared/contract/keying.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Ctx } from '../context.ts';
import { compare, saveComparison } from './compare.ts';
import { mark } from './mark.ts';
import { comparisons, queue } from './queries.ts';

export { keyingTables } from './tables.ts';
export { applyExternalCompared, applyExternalKeyed, applyKeyedReturned, applyLinesToKey } from './apply.ts';

/** What the `keying` area of the contract does. */
export const keyingHandlers: AreaHandlers<typeof keyingContract, Ctx> = {
  queue,
  mark,
  compare,
  saveComparison,
  comparisons,
};
