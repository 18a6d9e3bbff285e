import { get, run, type Db } from '../../db/sql.ts';

/** Keeps a sealed draft, and lets go of all but the newest; ids sort by the time they were made. */
export function saveDraft(db: Db, draftId: string, sealed: Uint8Array, keep: number): void {
  run(db, 'INSERT INTO work_member_draft (draft_id, sealed) VALUES (?, ?)', draftId, sealed);
  run(
    db,
    `DELETE FROM work_member_draft
     WHERE draft_id NOT IN (SELECT draft_id FROM work_member_draft ORDER BY draft_id DESC LIMIT ?)`,
    keep,
  );
}

/** A draft that is still kept. */
export function readDraft(db: Db, draftId: string): Uint8Array | undefined {
  return get<{ sealed: Uint8Array }>(db, 'SELECT sealed FROM work_member_draft WHERE draft_id = ?', draftId)
    ?.sealed;
}

/** Lets go of every draft. */
export function dropDrafts(db: Db): void {
  run(db, 'DELETE FROM work_member_draft');
}
