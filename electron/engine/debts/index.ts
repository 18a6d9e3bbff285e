import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { debtsContract } from '../../../shared/contract/debts.ts';
import type { Ctx } from '../context.ts';
import { reminderPdf, statementPdf } from './debt-papers.ts';
import { debtor, debtors, room } from './debt-queries.ts';
import { pay } from './pay-debt.ts';

export { debtTables } from './tables.ts';
export { applyDebtOfReturn, applyDebtOfSale, applyDebtPaid } from './apply.ts';
export { debtsOfSale, openDebt } from './debt-store.ts';

/** What the `debts` area of the contract does. */
export const debtsHandlers: AreaHandlers<typeof debtsContract, Ctx> = {
  debtors,
  debtor,
  room,
  pay,
  reminderPdf,
  statementPdf,
};
