import { roleSchema } from '../../../shared/contract/permissions.ts';
import type { Staff } from '../../../shared/contract/staff.ts';
import { all, get, number, run, type Db } from '../db/sql.ts';

interface StaffRow {
  staff_id: string;
  name: string;
  role: string;
  active: number;
}

function staffOf(row: StaffRow): Staff {
  return {
    staffId: row.staff_id,
    name: row.name,
    role: roleSchema.parse(row.role),
    active: row.active === 1,
  };
}

/** Everybody, in the order they were added. */
export function listStaff(db: Db): Staff[] {
  return all<StaffRow>(db, 'SELECT staff_id, name, role, active FROM staff ORDER BY added_seq').map(staffOf);
}

/** One person, or undefined. */
export function staffById(db: Db, staffId: string): Staff | undefined {
  const row = get<StaffRow>(db, 'SELECT staff_id, name, role, active FROM staff WHERE staff_id = ?', staffId);
  return row === undefined ? undefined : staffOf(row);
}

/** Whether a name is taken, however it is written in upper and lower case. */
export function nameTaken(db: Db, name: string): boolean {
  return number(db, 'SELECT count(*) FROM staff WHERE name = ? COLLATE NOCASE', name) > 0;
}

/** How many active people of the board there are besides one. */
export function otherActiveBoard(db: Db, staffId: string): number {
  return number(
    db,
    "SELECT count(*) FROM staff WHERE role = 'pengurus' AND active = 1 AND staff_id <> ?",
    staffId,
  );
}

/** What is kept of a PIN: never the PIN. */
export interface PinRow {
  staff_id: string;
  salt: Uint8Array;
  hash: Uint8Array;
  log2_n: number;
  wrong_tries: number;
  locks: number;
  locked_until: number;
}

/** A person's PIN hash and how often it was missed. */
export function pinOf(db: Db, staffId: string): PinRow | undefined {
  return get<PinRow>(db, 'SELECT * FROM work_staff_pin WHERE staff_id = ?', staffId);
}

/** Sets a person's PIN hash and forgets earlier misses. */
export function savePin(db: Db, staffId: string, salt: Uint8Array, hash: Uint8Array, log2N: number): void {
  run(
    db,
    `INSERT INTO work_staff_pin (staff_id, salt, hash, log2_n) VALUES (?, ?, ?, ?)
     ON CONFLICT (staff_id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash, log2_n = excluded.log2_n,
       wrong_tries = 0, locks = 0, locked_until = 0`,
    staffId,
    salt,
    hash,
    log2N,
  );
}

/** Notes wrong tries, and until when the person is locked out (0 for not at all). */
export function saveMisses(
  db: Db,
  staffId: string,
  wrongTries: number,
  locks: number,
  lockedUntil: number,
): void {
  run(
    db,
    'UPDATE work_staff_pin SET wrong_tries = ?, locks = ?, locked_until = ? WHERE staff_id = ?',
    wrongTries,
    locks,
    lockedUntil,
    staffId,
  );
}

/** Keeps a PIN of the example store in clear text: it is there to be seen. */
export function saveDemoPin(db: Db, staffId: string, pin: string): void {
  run(db, 'INSERT OR REPLACE INTO work_demo_pin (staff_id, pin) VALUES (?, ?)', staffId, pin);
}

/** The example store's PINs; empty in a real store. */
export function demoPins(db: Db): { staffId: string; pin: string }[] {
  const rows = all<{ staff_id: string; pin: string }>(db, 'SELECT staff_id, pin FROM work_demo_pin');
  return rows.map((row) => ({ staffId: row.staff_id, pin: row.pin }));
}

/** Forgets a shown PIN once its owner has set their own. */
export function forgetDemoPin(db: Db, staffId: string): void {
  run(db, 'DELETE FROM work_demo_pin WHERE staff_id = ?', staffId);
}
