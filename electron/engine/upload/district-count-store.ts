import type { SubjectCountsReply, SubjectCountsRequest } from '../../../shared/upload/protocol.ts';
import { run, type Db } from '../db/sql.ts';

/** What is this old is of no window that a rule still counts in, or will be asked for again. */
const KEPT_MS = 62 * 24 * 3_600_000;

/** Puts the district's answer in the place of what it said before, and forgets what is long past. */
export function saveDistrictAnswer(
  db: Db,
  { keys, programmes, from }: SubjectCountsRequest,
  { counts }: SubjectCountsReply,
  now: number,
): void {
  run(db, 'DELETE FROM work_district_answer WHERE asked_at < ?', now - KEPT_MS);
  run(db, 'DELETE FROM work_district_count WHERE asked_at < ?', now - KEPT_MS);
  for (const [index, key] of keys.entries()) {
    const askedWith = keys.slice(0, index).join(' ');
    for (const programme of programmes) {
      run(
        db,
        `INSERT OR REPLACE INTO work_district_answer (subject_key, programme, asked_with, from_date, asked_at)
         VALUES (?, ?, ?, ?, ?)`,
        key,
        programme,
        askedWith,
        from,
        now,
      );
      run(db, 'DELETE FROM work_district_count WHERE subject_key = ? AND programme = ?', key, programme);
    }
  }
  for (const { key, programme, date, category, quantityThousandths } of counts) {
    // Only what was asked for is believed.
    if (!keys.includes(key) || !programmes.includes(programme) || quantityThousandths <= 0) continue;
    run(
      db,
      `INSERT OR REPLACE INTO work_district_count (subject_key, programme, date, category,
         quantity_thousandths, asked_at)
       VALUES (?, ?, ?, ?, ?, ?)`,
      key,
      programme,
      date,
      category ?? '',
      quantityThousandths,
      now,
    );
  }
}
