import { all, number, run, type Db } from '../db/sql.ts';

/** Somebody took a whole number out of the vault. */
export interface AccessRow {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly registrationId: string;
  readonly purpose: string;
  readonly note: string;
}

/** Notes it. */
export function insertAccess(db: Db, access: AccessRow): void {
  run(
    db,
    'INSERT INTO identity_access (seq, at, actor, registration_id, purpose, note) VALUES (?, ?, ?, ?, ?, ?)',
    access.seq,
    access.at,
    access.actor,
    access.registrationId,
    access.purpose,
    access.note,
  );
}

/** A page of them, the newest first; of one registration where one is named. */
export function accessesOf(
  db: Db,
  { registrationId, offset, limit }: { registrationId: string | null; offset: number; limit: number },
): { total: number; rows: AccessRow[] } {
  const rows = all<{
    seq: number;
    at: number;
    actor: string;
    registration_id: string;
    purpose: string;
    note: string;
  }>(
    db,
    `SELECT seq, at, actor, registration_id, purpose, note FROM identity_access
     WHERE registration_id = coalesce(?, registration_id) ORDER BY seq DESC LIMIT ? OFFSET ?`,
    registrationId,
    limit,
    offset,
  );
  return {
    total: number(
      db,
      'SELECT count(*) FROM identity_access WHERE registration_id = coalesce(?, registration_id)',
      registrationId,
    ),
    rows: rows.map(({ registration_id: id, ...row }) => ({ ...row, registrationId: id })),
  };
}
