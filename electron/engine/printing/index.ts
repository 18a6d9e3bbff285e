export { enqueueDrawer, enqueuePrint } from './enqueue.ts';
export { printingHandlers } from './handlers.ts';
export { createPrintQueue } from './print-queue.ts';
