import type { StoreProfile } from '../../../../shared/contract/setup.ts';
import { all, get, number, run, type Db } from '../../db/sql.ts';

/** Where a sale's returns stand in the journal, the oldest first. */
export function returnSeqs(db: Db, saleId: string): number[] {
  const rows = all<{ seq: number }>(
    db,
    'SELECT seq FROM sale_return WHERE sale_id = ? ORDER BY number',
    saleId,
  );
  return rows.map((row) => row.seq);
}

/** Whether an id is that of a return. */
export function isReturn(db: Db, returnId: string): boolean {
  return number(db, 'SELECT count(*) FROM sale_return WHERE return_id = ?', returnId) > 0;
}

/** A return's number as printed, or undefined where there is no such return. */
export function receiptOfReturn(db: Db, returnId: string): string | undefined {
  const sql = 'SELECT receipt FROM sale_return WHERE return_id = ?';
  return get<{ receipt: string }>(db, sql, returnId)?.receipt;
}

/** Number of the next return: a series of its own, gapless and never reset. */
export function nextReturnNumber(db: Db): number {
  return number(db, 'SELECT coalesce(max(number), 0) + 1 FROM sale_return');
}

/** A return's number as printed: `G2207-1-R003`. */
export function returnName(profile: StoreProfile, returnNumber: number): string {
  return `${profile.storeCode}-${profile.tillNumber}-R${String(returnNumber).padStart(3, '0')}`;
}

/** Sets goods against the open ticket, or takes them away again. */
export function setTicketExchange(db: Db, exchange: string | null): void {
  run(db, 'UPDATE work_ticket SET exchange = ? WHERE id = 1', exchange);
}
