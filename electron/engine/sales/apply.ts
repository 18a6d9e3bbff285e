import { saleOf, type SaleRecord } from '../../../shared/domain/sale-view.ts';
import type { RecordOf } from '../../../shared/journal/record.ts';
import { run, type Db } from '../db/sql.ts';

/** A completed sale, for finding it again; what it adds up to is in sums.ts. */
export function applySaleCompleted(db: Db, record: SaleRecord): void {
  const body = saleOf(record);
  run(
    db,
    `INSERT INTO sale (number, sale_id, seq, receipt, at, business_date, shift_id, cashier, line_count,
                       total_rp, rounding_rp, due_rp, member_id, buyer_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    body.number,
    body.saleId,
    record.seq,
    body.receipt,
    record.at,
    record.businessDate,
    body.shiftId,
    body.cashier,
    body.lines.length,
    body.totalRp,
    body.roundingRp,
    body.dueRp,
    body.buyer.memberId,
    body.buyer.buyerId,
  );
}

/** A receipt was printed again. */
export function applyReceiptReprinted(db: Db, record: RecordOf<'receipt-reprinted/1'>): void {
  run(db, 'UPDATE sale SET copies = ? WHERE sale_id = ?', record.body.copy, record.body.saleId);
}
