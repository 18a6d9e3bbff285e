import { all, get, number, type Db } from '../db/sql.ts';

export interface DayRow {
  business_date: string;
  opened_at: number;
  first_seq: number;
  z_number: number | null;
  closed_at: number | null;
}

export interface ShiftRow {
  shift_id: string;
  business_date: string;
  number: number;
  cashier_id: string;
  cashier: string;
  opened_at: number;
  float_rp: number;
  counted_rp: number | null;
  expected_rp: number | null;
  cash_sales_rp: number | null;
  cash_sale_count: number | null;
  cash_refunds_rp: number | null;
  cash_debts_rp: number | null;
  locked_at: number | null;
  closed_at: number | null;
  reason: string | null;
  note: string;
}

export interface ZRow {
  number: number;
  seq: number;
  hash: string;
  business_date: string;
  closed_at: number;
  closed_by: string;
  sale_count: number;
  net_rp: number;
}

/** The open business day, if any. */
export function openDay(db: Db): DayRow | undefined {
  return get<DayRow>(db, 'SELECT * FROM business_day WHERE closed_at IS NULL');
}

/** One business day. */
export function dayOf(db: Db, businessDate: string): DayRow | undefined {
  return get<DayRow>(db, 'SELECT * FROM business_day WHERE business_date = ?', businessDate);
}

/** The newest business days. */
export function latestDays(db: Db, limit: number): DayRow[] {
  return all<DayRow>(db, 'SELECT * FROM business_day ORDER BY business_date DESC LIMIT ?', limit);
}

/** The open shift, if any. */
export function openShift(db: Db): ShiftRow | undefined {
  return get<ShiftRow>(db, 'SELECT * FROM shift WHERE closed_at IS NULL');
}

/** Every shift of a day, in order. */
export function shiftsOf(db: Db, businessDate: string): ShiftRow[] {
  return all<ShiftRow>(db, 'SELECT * FROM shift WHERE business_date = ? ORDER BY number', businessDate);
}

/** The Z that was made last. */
export function lastZ(db: Db): ZRow | undefined {
  return get<ZRow>(db, 'SELECT * FROM z_closing ORDER BY number DESC LIMIT 1');
}

/** The last business day that was closed, undefined before the first. */
export function lastClosedDate(db: Db): string | undefined {
  return lastZ(db)?.business_date;
}

/** The Z of a business day. */
export function zOf(db: Db, businessDate: string): ZRow | undefined {
  return get<ZRow>(db, 'SELECT * FROM z_closing WHERE business_date = ?', businessDate);
}

/** Every Z, oldest first. */
export function allZs(db: Db): ZRow[] {
  return all<ZRow>(db, 'SELECT * FROM z_closing ORDER BY number');
}

/** How many closed days end after record `ackedSeq`: those the district does not wholly have. */
export function closedDaysAfter(db: Db, ackedSeq: number): number {
  return number(db, 'SELECT count(*) FROM z_closing WHERE seq > ?', ackedSeq);
}
