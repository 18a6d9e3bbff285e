import type { subsidyContract } from '../../../shared/contract/subsidy.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Ctx } from '../context.ts';
import { erase } from './erase-registration.ts';
import { buyersOfMember, identify } from './identify.ts';
import { registration, registrations } from './list-registrations.ts';
import { accessLog, copyNumber } from './open-number.ts';
import { register, saveRegistration } from './register.ts';
import { terms } from './terms.ts';
import { addWaiting, removeWaiting, waiting } from './waiting.ts';

export { subsidyTables } from './tables.ts';
export {
  applyIdentityOpened,
  applySubsidyErased,
  applySubsidyRegistered,
  applySubsidyReturned,
  applySubsidySold,
} from './apply.ts';
export { buyerOf, categoryOf, requireRegistration, subjectOf } from './buyer.ts';
export { districtKeysOf } from './elsewhere.ts';
export { eraseExpired } from './erase-registration.ts';
export { knownHistoryOf, type KnownHistory } from './known-history.ts';
export { lastFourOf, registerEntry, shownBuyer } from './replies.ts';
export { readRegistration, registrationsOfMember } from './registration-store.ts';
export { holdsNumber } from './numbers.ts';
export { requireNoNumber } from './no-number-in-record.ts';
export { ownKey } from './subject-keys.ts';
export { buyerOfSale, usesBetween, type SubsidyUse } from './use-store.ts';
export { removeWaitingEntry, waitingEntry } from './waiting-store.ts';

/** What the `subsidy` area of the contract does. */
export const subsidyHandlers: AreaHandlers<typeof subsidyContract, Ctx> = {
  identify,
  buyersOfMember,
  terms,
  register,
  saveRegistration,
  registration,
  registrations,
  copyNumber,
  accessLog,
  erase,
  waiting,
  addWaiting,
  removeWaiting,
};
