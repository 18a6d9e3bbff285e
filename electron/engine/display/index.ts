export { displayHandlers } from './handlers.ts';
