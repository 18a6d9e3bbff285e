export { policyHandlers } from './handlers.ts';
export { policyTables } from './tables.ts';
export { applyTaxStatusSet, applyTillPolicySet } from './apply.ts';
export { policy } from './policy-store.ts';
export { isPkp, taxStatusOn } from './tax-status.ts';
