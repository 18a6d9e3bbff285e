import type { RecordType } from '../../../shared/journal/bodies.ts';
import type { JournalRecord, RecordOf } from '../../../shared/journal/record.ts';
import {
  applyCashCounted,
  applyDayClosed,
  applyDayOpened,
  applyShiftClosed,
  applyShiftOpened,
} from '../cash/index.ts';
import { applyProductSaved, applyProductsImported, applySoldLines } from '../catalog/index.ts';
import type { Db } from '../db/sql.ts';
import { applyPostings } from '../ledger/index.ts';
import { applyDayEvent, applyDayTotals } from '../reports/index.ts';
import { applyLineVoided, applyReceiptReprinted, applySaleCompleted } from '../sales/index.ts';
import { applyTillInitialised } from '../setup/index.ts';
import { applyStaffActiveSet, applyStaffAdded } from '../staff/index.ts';
import { applyStockMoves } from '../stock/index.ts';
import { applyTillEnrolled } from '../upload/index.ts';

/** Turns one record into rows. Must depend on nothing but the record and the tables. */
export type Apply<T extends RecordType = RecordType> = (db: Db, record: RecordOf<T>, hash: string) => void;

type ApplyTable = { readonly [T in RecordType]: readonly Apply<T>[] };

/**
 * What each record type does to the tables. Exhaustive: a new type does not compile until somebody
 * has decided what it means, even if that is nothing.
 */
const TABLE: ApplyTable = {
  'till-initialised/1': [applyTillInitialised],
  'till-enrolled/1': [applyTillEnrolled],
  'staff-added/1': [applyStaffAdded],
  'staff-active-set/1': [applyStaffActiveSet],
  'staff-pin-set/1': [],
  'signed-in/1': [],
  'signed-out/1': [],
  'sign-in-locked/1': [applyDayEvent],
  'product-saved/1': [applyProductSaved],
  'products-imported/1': [applyProductsImported],
  'opening-stock/1': [applyStockMoves, applyPostings],
  'day-opened/1': [applyDayOpened],
  'shift-opened/1': [applyShiftOpened, applyPostings],
  'cash-counted/1': [applyCashCounted, applyPostings],
  'shift-closed/1': [applyShiftClosed, applyPostings, applyDayEvent],
  'day-closed/1': [applyDayClosed],
  'sale-completed/1': [applySaleCompleted, applyStockMoves, applyPostings, applySoldLines, applyDayTotals],
  'line-voided/1': [applyLineVoided, applyDayTotals, applyDayEvent],
  'ticket-abandoned/1': [applyDayTotals, applyDayEvent],
  'receipt-reprinted/1': [applyReceiptReprinted, applyDayTotals, applyDayEvent],
  'clock-jumped/1': [applyDayEvent],
};

/** Applies a record to every table it touches. */
export function applyRecord(db: Db, record: JournalRecord, hash: string): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- TABLE pairs each type with its own functions
  const steps = TABLE[record.type] as readonly Apply[];
  for (const step of steps) step(db, record, hash);
}
