import { all, get, run, type Db } from '../db/sql.ts';

/** One sealed entry. */
export interface SealedRow {
  subject_id: string;
  sealed: Uint8Array;
}

/** The entry of one subject. */
export function readSealed(db: Db, subjectId: string): SealedRow | undefined {
  return get<SealedRow>(db, 'SELECT subject_id, sealed FROM work_vault WHERE subject_id = ?', subjectId);
}

/** Every entry. */
export function allSealed(db: Db): SealedRow[] {
  return all<SealedRow>(db, 'SELECT subject_id, sealed FROM work_vault');
}

/** Writes an entry, or writes over the one that was there. */
export function writeSealed(db: Db, subjectId: string, sealed: Uint8Array): void {
  run(
    db,
    `INSERT INTO work_vault (subject_id, sealed) VALUES (?, ?)
     ON CONFLICT (subject_id) DO UPDATE SET sealed = excluded.sealed`,
    subjectId,
    sealed,
  );
}

/** Takes an entry out. @returns whether there was one */
export function deleteSealed(db: Db, subjectId: string): boolean {
  return run(db, 'DELETE FROM work_vault WHERE subject_id = ?', subjectId) > 0;
}

/** What changes whenever any entry does; random, so a change that was rolled back leaves none behind. */
export function readStamp(db: Db): string {
  return get<{ stamp: string }>(db, 'SELECT stamp FROM work_vault_state WHERE id = 1')?.stamp ?? '';
}

/** Notes that an entry has changed. */
export function writeStamp(db: Db, stamp: string): void {
  run(db, 'UPDATE work_vault_state SET stamp = ? WHERE id = 1', stamp);
}
