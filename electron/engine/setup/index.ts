export { setupTables } from './tables.ts';
export { applyStoreProfileChanged, applyTillInitialised } from './apply.ts';
export { profileAt, readStore } from './store-store.ts';
export { readDemoPins, setupHandlers } from './handlers.ts';
