export { salesTables } from './tables.ts';
export { applyReceiptReprinted, applySaleCompleted } from './apply.ts';
export { applyCylindersOfSale, applySubsidyOfSale } from './subsidy/sale-notes.ts';
export { categoryDays, perpetualTotal, shiftMoney } from './sums.ts';
export {
  cashMoved,
  categoriesOfDay,
  hoursOfDay,
  perpetualTotals,
  receiptOfSale,
  salesOfDay,
  tendersOfDay,
} from './sale-store.ts';
export { justPaid } from './just-paid.ts';
export { requireSale } from './sold-sale.ts';
export { readTicket } from './ticket.ts';
export { requireNothingUnfinished } from './unfinished.ts';
export { salesHandlers, tillHandlers } from './handlers.ts';
export { returnsHandlers } from './returns/handlers.ts';
export { returnTables } from './returns/tables.ts';
export { applySaleReturned } from './returns/apply.ts';
export { receiptOfReturn } from './returns/return-store.ts';
export { returnsOfSale } from './returns/sale-to-return.ts';
