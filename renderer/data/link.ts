import { createStore } from './store.ts';

/** Whether the engine answers. While it does not, the status strip says so. */
export const link = createStore<boolean>(true);
