import type { Contract } from '../../shared/contract/index.ts';
import type { Handlers } from '../../shared/contract/define.ts';
import { cashHandlers } from './cash/index.ts';
import { catalogHandlers } from './catalog/index.ts';
import type { Ctx } from './context.ts';
import { cylindersHandlers } from './cylinders/index.ts';
import { debtsHandlers } from './debts/index.ts';
import { displayHandlers } from './display/index.ts';
import { keyingHandlers } from './keying/index.ts';
import { membersHandlers } from './members/index.ts';
import { policyHandlers } from './policy/index.ts';
import { printingHandlers } from './printing/index.ts';
import { programmesHandlers } from './programmes/index.ts';
import { registersHandlers } from './registers/index.ts';
import { reportsHandlers } from './reports/index.ts';
import { returnsHandlers, salesHandlers, tillHandlers } from './sales/index.ts';
import { setupHandlers } from './setup/index.ts';
import { staffHandlers } from './staff/index.ts';
import { subsidyHandlers } from './subsidy/index.ts';
import { uploadHandlers } from './upload/index.ts';

/** Every area's handlers; a procedure without one does not compile. */
export const handlers: Handlers<Contract, Ctx> = {
  setup: setupHandlers,
  staff: staffHandlers,
  catalog: catalogHandlers,
  till: tillHandlers,
  returns: returnsHandlers,
  sales: salesHandlers,
  cash: cashHandlers,
  reports: reportsHandlers,
  debts: debtsHandlers,
  members: membersHandlers,
  policy: policyHandlers,
  programmes: programmesHandlers,
  cylinders: cylindersHandlers,
  keying: keyingHandlers,
  registers: registersHandlers,
  printing: printingHandlers,
  subsidy: subsidyHandlers,
  upload: uploadHandlers,
  display: displayHandlers,
};
