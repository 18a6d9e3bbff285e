export { debtTables } from './tables.ts';
export { applyDebtOfReturn, applyDebtOfSale, applyDebtPaid } from './apply.ts';
export { debtsOfSale, openDebt } from './debt-store.ts';
