import type { SavingsRow } from '../../../shared/journal/member-bodies.ts';
import { number, run, type Db } from '../db/sql.ts';

/** What the till took off a member's savings on days after a date. */
export function usedAfter(db: Db, memberId: string, date: string): number {
  return number(
    db,
    'SELECT sum(used_rp) FROM savings_day WHERE member_id = ? AND business_date > ?',
    memberId,
    date,
  );
}

/** Writes over a member's savings. `usedRp` is what still comes off sukarela. */
export function writeSavings(db: Db, row: SavingsRow, asOf: string, usedRp: number, seq: number): void {
  run(
    db,
    `INSERT INTO member_savings (member_id, as_of, pokok_rp, wajib_rp, sukarela_rp, used_rp, changed_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (member_id) DO UPDATE SET
       as_of = excluded.as_of, pokok_rp = excluded.pokok_rp, wajib_rp = excluded.wajib_rp,
       sukarela_rp = excluded.sukarela_rp, used_rp = excluded.used_rp, changed_seq = excluded.changed_seq`,
    row.memberId,
    asOf,
    row.pokokRp,
    row.wajibRp,
    row.sukarelaRp,
    usedRp,
    seq,
  );
}

/** Adds to what the till took on a day, and to what comes off the balance. */
export function addUsed(db: Db, memberId: string, businessDate: string, amountRp: number): void {
  run(
    db,
    `INSERT INTO savings_day (member_id, business_date, used_rp) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET used_rp = used_rp + excluded.used_rp`,
    memberId,
    businessDate,
    amountRp,
  );
  run(db, 'UPDATE member_savings SET used_rp = used_rp + ? WHERE member_id = ?', amountRp, memberId);
}
