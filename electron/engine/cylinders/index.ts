import type { cylindersContract } from '../../../shared/contract/cylinders.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Ctx } from '../context.ts';
import { loans, movements, state } from './queries.ts';
import { adjust, receive } from './receive.ts';

export { cylinderTables } from './tables.ts';
export { applyCylinderGoods, applyCylindersMoved } from './apply.ts';
export { agensOf, agensOfLots, onLoan, receivedBetween } from './cylinder-store.ts';
export { cylinderParts } from './parts.ts';
export { standingOn } from './state.ts';

/** What the `cylinders` area of the contract does. */
export const cylindersHandlers: AreaHandlers<typeof cylindersContract, Ctx> = {
  state,
  loans,
  movements,
  receive,
  adjust,
};
