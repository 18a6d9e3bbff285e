import { get, run, type Db } from '../db/sql.ts';

/** An approval as it waits to be used. */
export interface ApprovalRow {
  approval_id: string;
  /** Canonical JSON of what was allowed. */
  subject: string;
  amount_rp: number;
  approver: string;
  requester_id: string;
  shift_id: string;
  given_at: number;
  /** Epoch ms, null while it is unused. */
  used_at: number | null;
}

/** Keeps an approval until it is used, and forgets those of earlier shifts. */
export function saveApproval(db: Db, row: Omit<ApprovalRow, 'used_at'>): void {
  run(db, 'DELETE FROM work_approval WHERE shift_id <> ?', row.shift_id);
  run(
    db,
    `INSERT INTO work_approval (approval_id, subject, amount_rp, approver, requester_id, shift_id, given_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    row.approval_id,
    row.subject,
    row.amount_rp,
    row.approver,
    row.requester_id,
    row.shift_id,
    row.given_at,
  );
}

/** An approval, used or not. */
export function approvalById(db: Db, approvalId: string): ApprovalRow | undefined {
  return get<ApprovalRow>(db, 'SELECT * FROM work_approval WHERE approval_id = ?', approvalId);
}

/** Marks an approval used. Answers false where somebody was faster. */
export function markUsed(db: Db, approvalId: string, at: number): boolean {
  return (
    run(
      db,
      'UPDATE work_approval SET used_at = ? WHERE approval_id = ? AND used_at IS NULL',
      at,
      approvalId,
    ) === 1
  );
}
