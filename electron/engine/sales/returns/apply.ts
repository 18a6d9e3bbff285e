import type { RecordOf } from '../../../../shared/journal/record.ts';
import { run, type Db } from '../../db/sql.ts';

/** Goods of a sale came back. A line that gives back more than it sold is refused by its table. */
export function applySaleReturned(db: Db, record: RecordOf<'sale-returned/1'>): void {
  const { body } = record;
  const { saleId } = body.sale;
  run(
    db,
    `INSERT INTO sale_return (number, return_id, sale_id, seq, receipt, total_rp, refund_rp)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    body.number,
    body.returnId,
    saleId,
    record.seq,
    body.receipt,
    body.totalRp,
    body.refundRp,
  );
  for (const line of body.lines) {
    run(
      db,
      `INSERT INTO returned_line (sale_id, line_id, sold_thousandths, quantity_thousandths) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET quantity_thousandths = quantity_thousandths + excluded.quantity_thousandths`,
      saleId,
      line.lineId,
      line.soldThousandths,
      line.quantityThousandths,
    );
  }
}
