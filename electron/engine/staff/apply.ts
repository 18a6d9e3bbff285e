import type { RecordOf } from '../../../shared/journal/record.ts';
import { run, type Db } from '../db/sql.ts';

/** A new person at the till. */
export function applyStaffAdded(db: Db, record: RecordOf<'staff-added/1'>): void {
  const { staffId, name, role } = record.body;
  run(
    db,
    'INSERT INTO staff (staff_id, name, role, active, added_seq) VALUES (?, ?, ?, 1, ?)',
    staffId,
    name,
    role,
    record.seq,
  );
}

/** A person leaves or comes back. */
export function applyStaffActiveSet(db: Db, record: RecordOf<'staff-active-set/1'>): void {
  run(db, 'UPDATE staff SET active = ? WHERE staff_id = ?', record.body.active ? 1 : 0, record.body.staffId);
}
