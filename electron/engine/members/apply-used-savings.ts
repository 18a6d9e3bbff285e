import { saleOf, type SaleRecord } from '../../../shared/domain/sale-view.ts';
import type { RecordOf } from '../../../shared/journal/record.ts';
import type { Db } from '../db/sql.ts';
import { addUsed } from './savings-store.ts';

/** A sale paid from simpanan sukarela takes it off the balance. That it was enough was asked before. */
export function applySavingsOfSale(db: Db, record: SaleRecord): void {
  for (const tender of saleOf(record).tenders) {
    if (tender.kind === 'savings') addUsed(db, tender.memberId, record.businessDate ?? '', tender.amountRp);
  }
}

/** A return gives back what was paid from savings. */
export function applySavingsOfReturn(db: Db, record: RecordOf<'sale-returned/1'>): void {
  for (const refund of record.body.refunds) {
    if (refund.kind === 'savings') {
      addUsed(db, refund.memberId, record.businessDate ?? '', 0 - refund.amountRp);
    }
  }
}

/** A debt may be paid off from savings too. */
export function applySavingsOfDebt(db: Db, record: RecordOf<'debt-paid/1'>): void {
  const { tender } = record.body;
  if (tender.kind === 'savings') addUsed(db, tender.memberId, record.businessDate ?? '', tender.amountRp);
}
