import type { cashContract } from '../../../shared/contract/cash.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Ctx } from '../context.ts';
import { closeDay } from './close-day.ts';
import { openDrawer } from './open-drawer.ts';
import { closeShift, lockCount, openShiftHandler, state } from './shift-handlers.ts';

export { cashTables } from './tables.ts';
export {
  applyCashCounted,
  applyDayClosed,
  applyDayOpened,
  applyShiftClosed,
  applyShiftOpened,
} from './apply.ts';
export {
  allZs,
  closedDaysAfter,
  dayOf,
  lastClosedDate,
  latestDays,
  openDay,
  openShift,
  shiftsOf,
  zOf,
  type ShiftRow,
} from './cash-store.ts';

/** What the `cash` area of the contract does. */
export const cashHandlers: AreaHandlers<typeof cashContract, Ctx> = {
  state,
  openShift: openShiftHandler,
  openDrawer,
  lockCount,
  closeShift,
  closeDay,
};
