import type { RecordOf } from '../../../shared/journal/record.ts';
import { run, type Db } from '../db/sql.ts';

/** A completed sale: its head, lines, tenders, and the perpetual totals. */
export function applySaleCompleted(db: Db, record: RecordOf<'sale-completed/1'>): void {
  const { body } = record;
  run(
    db,
    `INSERT INTO sale (number, sale_id, seq, receipt, at, business_date, shift_id, cashier, line_count,
                       total_rp, rounding_rp, due_rp)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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
  );
  insertLines(db, record);
  insertTenders(db, record);
  run(
    db,
    'UPDATE perpetual SET gross_rp = gross_rp + ?, net_rp = net_rp + ? WHERE id = 1',
    body.totalRp,
    body.dueRp,
  );
}

function insertLines(db: Db, record: RecordOf<'sale-completed/1'>): void {
  for (const [index, line] of record.body.lines.entries()) {
    run(
      db,
      `INSERT INTO sale_line (number, line_no, product_id, category, quantity_thousandths, total_rp)
       VALUES (?, ?, ?, ?, ?, ?)`,
      record.body.number,
      index + 1,
      line.productId,
      line.category,
      line.quantityThousandths,
      line.totalRp,
    );
  }
}

function insertTenders(db: Db, record: RecordOf<'sale-completed/1'>): void {
  for (const [index, tender] of record.body.tenders.entries()) {
    run(
      db,
      'INSERT INTO sale_tender (number, tender_no, kind, amount_rp, shift_id) VALUES (?, ?, ?, ?, ?)',
      record.body.number,
      index + 1,
      tender.kind,
      tender.amountRp,
      record.body.shiftId,
    );
  }
}

/** A receipt was printed again. */
export function applyReceiptReprinted(db: Db, record: RecordOf<'receipt-reprinted/1'>): void {
  run(db, 'UPDATE sale SET copies = ? WHERE sale_id = ?', record.body.copy, record.body.saleId);
}

/** A line taken off a ticket counts into the perpetual voids. */
export function applyLineVoided(db: Db, record: RecordOf<'line-voided/1'>): void {
  run(db, 'UPDATE perpetual SET void_rp = void_rp + ? WHERE id = 1', record.body.amountRp);
}
