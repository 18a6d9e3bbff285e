export { staffTables } from './tables.ts';
export { applyStaffActiveSet, applyStaffAdded } from './apply.ts';
export { demoPins, listStaff, saveDemoPin } from './staff-store.ts';
export { hashPin, requireStrongPin, type PinHash } from './pin.ts';
export { personOf } from './sessions.ts';
export { addStaff, staffHandlers } from './handlers.ts';
export { takeApproval, type TakenApproval } from './take-approval.ts';
export { mustAsk } from './approval-rules.ts';
