export { setupTables } from './tables.ts';
export { applyTillInitialised } from './apply.ts';
export { readStore, type StoreIdentity } from './store-store.ts';
export { readDemoPins, setupHandlers } from './handlers.ts';
