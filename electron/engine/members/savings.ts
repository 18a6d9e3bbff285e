import type { Rupiah } from '../../../shared/domain/money.ts';
import type { Db } from '../db/sql.ts';
import { addUsed } from './savings-store.ts';

/**
 * A sale was paid with a member's simpanan sukarela. For apply functions: called once for each such
 * tender while its record is applied. Whether the balance is enough was asked before the record.
 */
export function takeSavings(db: Db, memberId: string, businessDate: string, amountRp: Rupiah): void {
  addUsed(db, memberId, businessDate, amountRp);
}

/** A return gave money back to a member's simpanan sukarela. For apply functions, as `takeSavings`. */
export function restoreSavings(db: Db, memberId: string, businessDate: string, amountRp: Rupiah): void {
  addUsed(db, memberId, businessDate, 0 - amountRp);
}
