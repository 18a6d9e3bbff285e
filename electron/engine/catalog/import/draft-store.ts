import { all, get, run, type Db } from '../../db/sql.ts';

/** A previewed file, apart from its records. */
export interface ImportDraft {
  readonly draftId: string;
  /** The catalogue it was compared with; see `catalogueSeq`. */
  readonly catalogueSeq: number;
  /** Products that importing it would add or change. */
  readonly products: number;
  readonly errors: number;
}

/** One record that importing a draft writes, its body as JSON. */
export interface DraftRecord extends Record<string, unknown> {
  type: 'products-imported/1' | 'opening-stock/1';
  body: string;
}

interface DraftRow extends Record<string, unknown> {
  draft_id: string;
  catalogue_seq: number;
  products: number;
  errors: number;
}

/** Keeps a draft with its records in the order they will be written. */
export function saveDraft(db: Db, draft: ImportDraft, records: readonly DraftRecord[]): void {
  run(
    db,
    'INSERT INTO work_import_draft (draft_id, catalogue_seq, products, errors) VALUES (?, ?, ?, ?)',
    draft.draftId,
    draft.catalogueSeq,
    draft.products,
    draft.errors,
  );
  for (const [index, { type, body }] of records.entries()) {
    run(
      db,
      'INSERT INTO work_import_record (draft_id, position, type, body) VALUES (?, ?, ?, ?)',
      draft.draftId,
      index + 1,
      type,
      body,
    );
  }
}

/** A draft that is still kept. */
export function readDraft(db: Db, draftId: string): ImportDraft | undefined {
  const row = get<DraftRow>(
    db,
    'SELECT draft_id, catalogue_seq, products, errors FROM work_import_draft WHERE draft_id = ?',
    draftId,
  );
  if (row === undefined) return undefined;
  return {
    draftId: row.draft_id,
    catalogueSeq: row.catalogue_seq,
    products: row.products,
    errors: row.errors,
  };
}

/** The records of a draft in the order they are to be written. */
export function draftRecords(db: Db, draftId: string): DraftRecord[] {
  return all<DraftRecord>(
    db,
    'SELECT type, body FROM work_import_record WHERE draft_id = ? ORDER BY position',
    draftId,
  );
}

/** Lets go of all drafts but the newest; ids sort by the time they were made. */
export function keepNewestDrafts(db: Db, keep: number): void {
  run(
    db,
    `DELETE FROM work_import_draft
     WHERE draft_id NOT IN (SELECT draft_id FROM work_import_draft ORDER BY draft_id DESC LIMIT ?)`,
    keep,
  );
}
