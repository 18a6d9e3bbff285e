import type { RecordOf } from '../../../shared/journal/record.ts';
import { run, type Db } from '../db/sql.ts';

/** The till belongs to a district from here on. */
export function applyTillEnrolled(db: Db, { body }: RecordOf<'till-enrolled/1'>): void {
  run(
    db,
    'INSERT OR REPLACE INTO enrolment (id, district_url, district_name, district_key) VALUES (1, ?, ?, ?)',
    body.districtUrl,
    body.districtName,
    body.districtKey,
  );
}
