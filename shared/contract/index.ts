import { cashContract } from './cash.ts';
import { catalogContract } from './catalog.ts';
import { debtsContract } from './debts.ts';
import { cylindersContract } from './cylinders.ts';
import type { Client } from './define.ts';
import { displayContract } from './display.ts';
import { keyingContract } from './keying.ts';
import { membersContract } from './members.ts';
import { policyContract } from './policy.ts';
import { printingContract } from './printing.ts';
import { programmesContract } from './programmes.ts';
import { registersContract } from './registers.ts';
import { reportsContract } from './reports.ts';
import { salesContract } from './sales.ts';
import { setupContract } from './setup.ts';
import { staffContract } from './staff.ts';
import { subsidyContract } from './subsidy.ts';
import { returnsContract } from './returns.ts';
import { tillContract } from './till.ts';
import { uploadContract } from './upload.ts';

/** Everything the till can be asked to do: the one table behind IPC, HTTP and tests. */
export const contract = {
  setup: setupContract,
  staff: staffContract,
  catalog: catalogContract,
  till: tillContract,
  returns: returnsContract,
  sales: salesContract,
  cash: cashContract,
  reports: reportsContract,
  debts: debtsContract,
  members: membersContract,
  policy: policyContract,
  programmes: programmesContract,
  cylinders: cylindersContract,
  keying: keyingContract,
  registers: registersContract,
  printing: printingContract,
  subsidy: subsidyContract,
  upload: uploadContract,
  display: displayContract,
} as const;

export type Contract = typeof contract;
export type TillClient = Client<Contract>;
