import { cashTables } from '../cash/index.ts';
import { catalogTables } from '../catalog/index.ts';
import { cylinderTables } from '../cylinders/index.ts';
import { debtTables } from '../debts/index.ts';
import { keyingTables } from '../keying/index.ts';
import { ledgerTables } from '../ledger/index.ts';
import { memberTables } from '../members/index.ts';
import { policyTables } from '../policy/index.ts';
import { programmeTables } from '../programmes/index.ts';
import { registerTables } from '../registers/index.ts';
import { reportTables } from '../reports/index.ts';
import { returnTables, salesTables } from '../sales/index.ts';
import { setupTables } from '../setup/index.ts';
import { staffTables } from '../staff/index.ts';
import { stockTables } from '../stock/index.ts';
import { subsidyTables } from '../subsidy/index.ts';
import { uploadTables } from '../upload/index.ts';

/**
 * Raise this whenever a fold table or the way a record is applied changes: at the next start the
 * folds are thrown away and built again from the journal, so no data migration has to be written.
 */
export const FOLD_VERSION = 8;

/** Tables of one area that are rebuilt from the journal at will. */
export interface FoldTables {
  /** Names in the order they can be dropped in reverse. */
  readonly names: readonly string[];
  /** The tables, with every constraint and whatever applying a record looks something up by. */
  readonly sql: string;
  /** Indexes that only queries need: a rebuild makes them at its end, sorted and in one go. */
  readonly indexes?: string;
}

/** The fold tables of every area. */
export const FOLDS: readonly FoldTables[] = [
  setupTables,
  staffTables,
  catalogTables,
  policyTables,
  programmeTables,
  stockTables,
  salesTables,
  returnTables,
  memberTables,
  subsidyTables,
  cylinderTables,
  keyingTables,
  registerTables,
  debtTables,
  cashTables,
  ledgerTables,
  reportTables,
  uploadTables,
];

/** Every fold table's name. */
export const FOLD_NAMES: readonly string[] = FOLDS.flatMap((fold) => fold.names);
