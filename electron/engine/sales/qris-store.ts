import { all, get, run, type Db } from '../db/sql.ts';

/** A QRIS code that was shown for a ticket. Workbench: it is no money until its sale is paid. */
export interface QrisRow {
  payment_id: string;
  ticket_id: string;
  amount_rp: number;
  payload: string;
  /** `waiting` or `confirmed`. */
  state: string;
  shown_at: number;
  evidence: string | null;
  reference: string;
  confirmed_by: string;
}

/** Codes shown for a ticket, the oldest first; sorted here, because most tickets have none and a sorter costs. */
export function qrisOfTicket(db: Db, ticketId: string): QrisRow[] {
  const rows = all<QrisRow>(db, 'SELECT * FROM work_qris_payment WHERE ticket_id = ?', ticketId);
  return rows.toSorted((a, b) => a.shown_at - b.shown_at || (a.payment_id < b.payment_id ? -1 : 1));
}

/** One code, or undefined. */
export function qrisById(db: Db, paymentId: string): QrisRow | undefined {
  return get<QrisRow>(db, 'SELECT * FROM work_qris_payment WHERE payment_id = ?', paymentId);
}

/** Notes a code that is about to be shown. */
export function insertQris(
  db: Db,
  row: Pick<QrisRow, 'payment_id' | 'ticket_id' | 'amount_rp' | 'payload' | 'shown_at'>,
): void {
  run(
    db,
    `INSERT INTO work_qris_payment (payment_id, ticket_id, amount_rp, payload, state, shown_at)
     VALUES (?, ?, ?, ?, 'waiting', ?)`,
    row.payment_id,
    row.ticket_id,
    row.amount_rp,
    row.payload,
    row.shown_at,
  );
}

/** Notes that a payment was seen to have arrived. */
export function markQrisConfirmed(
  db: Db,
  paymentId: string,
  seen: { readonly evidence: string; readonly reference: string; readonly by: string },
): void {
  run(
    db,
    `UPDATE work_qris_payment SET state = 'confirmed', evidence = ?, reference = ?, confirmed_by = ?
     WHERE payment_id = ? AND state = 'waiting'`,
    seen.evidence,
    seen.reference,
    seen.by,
    paymentId,
  );
}

/** Forgets a code. */
export function deleteQris(db: Db, paymentId: string): void {
  run(db, 'DELETE FROM work_qris_payment WHERE payment_id = ?', paymentId);
}

/** Forgets every code of a ticket that is over. */
export function deleteQrisOfTicket(db: Db, ticketId: string): void {
  run(db, 'DELETE FROM work_qris_payment WHERE ticket_id = ?', ticketId);
}
