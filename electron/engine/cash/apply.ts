import { dayNet } from '../../../shared/domain/day-totals.ts';
import { zOf, type ZRecord } from '../../../shared/domain/sale-view.ts';
import type { RecordOf } from '../../../shared/journal/record.ts';
import { run, type Db } from '../db/sql.ts';

/** A business day begins. */
export function applyDayOpened(db: Db, record: RecordOf<'day-opened/1'>): void {
  run(
    db,
    'INSERT INTO business_day (business_date, opened_at, first_seq) VALUES (?, ?, ?)',
    record.body.businessDate,
    record.at,
    record.seq,
  );
}

/** A cashier takes the drawer with a float. */
export function applyShiftOpened(db: Db, record: RecordOf<'shift-opened/1'>): void {
  const { body } = record;
  run(
    db,
    `INSERT INTO shift (shift_id, business_date, number, cashier_id, cashier, opened_at, float_rp)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    body.shiftId,
    record.businessDate,
    body.number,
    body.cashierId,
    body.cashier,
    record.at,
    body.floatRp,
  );
}

/** The blind count is locked. */
export function applyCashCounted(db: Db, record: RecordOf<'cash-counted/1' | 'cash-counted/2'>): void {
  const { body } = record;
  const later = record.type === 'cash-counted/2' ? record.body : SALES_ONLY;
  run(
    db,
    `UPDATE shift SET counted_rp = ?, expected_rp = ?, cash_sales_rp = ?, cash_sale_count = ?,
                      cash_refunds_rp = ?, cash_debts_rp = ?, locked_at = ?
     WHERE shift_id = ?`,
    body.countedRp,
    body.expectedRp,
    body.cashSalesRp,
    body.cashSaleCount,
    later.cashRefundsRp,
    later.cashDebtsRp,
    record.at,
    body.shiftId,
  );
}

/** The first till knew no other cash than that of sales. */
const SALES_ONLY = { cashRefundsRp: 0, cashDebtsRp: 0 };

/** The shift is over. */
export function applyShiftClosed(db: Db, record: RecordOf<'shift-closed/1'>): void {
  const { body } = record;
  run(
    db,
    'UPDATE shift SET closed_at = ?, reason = ?, note = ? WHERE shift_id = ?',
    record.at,
    body.reason,
    body.note,
    body.shiftId,
  );
}

/** The day is over: its Z. */
export function applyDayClosed(db: Db, record: ZRecord, hash: string): void {
  const body = zOf(record);
  run(
    db,
    'UPDATE business_day SET z_number = ?, closed_at = ? WHERE business_date = ?',
    body.number,
    record.at,
    record.businessDate,
  );
  run(
    db,
    `INSERT INTO z_closing (number, seq, hash, business_date, closed_at, closed_by, sale_count, net_rp)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    body.number,
    record.seq,
    hash,
    record.businessDate,
    record.at,
    record.actor,
    body.totals.saleCount,
    dayNet(body.totals),
  );
}
