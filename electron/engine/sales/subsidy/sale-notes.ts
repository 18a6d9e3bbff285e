import type { CylindersMoved, SubsidySold } from '../../../../shared/journal/programme-bodies.ts';
import type { RecordOf } from '../../../../shared/journal/record.ts';
import { all, run, type Db } from '../../db/sql.ts';
import { decodeStored, storedRecord } from '../../journal/index.ts';

/** Which rules judged a sale's goods stands in a record of its own. */
export function applySubsidyOfSale(db: Db, record: RecordOf<'subsidy-sold/1'>): void {
  noteOfSale(db, record.body.saleId, record.seq);
}

/** Cylinders that a sale moved beside its own lines. */
export function applyCylindersOfSale(db: Db, record: RecordOf<'cylinders-moved/1'>): void {
  const { cause, saleId } = record.body;
  if (cause === 'sale' && saleId !== null) noteOfSale(db, saleId, record.seq);
}

function noteOfSale(db: Db, saleId: string, seq: number): void {
  run(db, 'INSERT INTO sale_note (sale_id, seq) VALUES (?, ?)', saleId, seq);
}

/** What was written with a sale of subsidised goods and cylinders. */
export interface SaleNotes {
  /** null for a sale without goods of a programme. */
  readonly sold: SubsidySold | null;
  /** One for each kind of cylinder. */
  readonly cylinders: readonly CylindersMoved[];
}

/** Reads what was written with a sale of subsidised goods and cylinders. */
export function saleNotes(db: Db, saleId: string): SaleNotes {
  const rows = all<{ seq: number }>(db, 'SELECT seq FROM sale_note WHERE sale_id = ?', saleId);
  let sold: SubsidySold | null = null;
  const cylinders: CylindersMoved[] = [];
  for (const { seq } of rows.toSorted((a, b) => a.seq - b.seq)) {
    const stored = storedRecord(db, seq);
    if (stored === undefined) throw new Error(`there is no record ${seq}`);
    const record = decodeStored(stored.bytes);
    if (record.type === 'subsidy-sold/1') sold = record.body;
    if (record.type === 'cylinders-moved/1') cylinders.push(record.body);
  }
  return { sold, cylinders };
}
