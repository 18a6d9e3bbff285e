export { enqueuePrint, type PrintRequest } from './enqueue.ts';
export { printingHandlers } from './handlers.ts';
export { createPrintQueue, type PrintQueue } from './print-queue.ts';
