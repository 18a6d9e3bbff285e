import { MAX_SEASON_DAYS } from '../../../shared/domain/programmes/windows.ts';
import type { SubjectCountsReply, SubjectCountsRequest } from '../../../shared/upload/protocol.ts';
import { all, run, type Db } from '../db/sql.ts';

/** No rule counts in a longer time than a season: an answer this old is of no window any more. */
const KEPT_MS = MAX_SEASON_DAYS * 24 * 3_600_000;

/** After this long without a line, what the district once said is no longer called its count of a buyer. */
const FRESH_MS = 24 * 3_600_000;

/**
 * Puts the district's answer in the place of what it said before to the same question, and forgets what
 * is long past. What it said of a family without one of its people stays beside what it says without
 * another: the two leave out different purchases.
 */
export function saveDistrictAnswer(
  db: Db,
  { keys, programmes, from }: SubjectCountsRequest,
  { counts }: SubjectCountsReply,
  now: number,
): void {
  run(db, 'DELETE FROM work_district_answer WHERE asked_at < ?', now - KEPT_MS);
  run(db, 'DELETE FROM work_district_count WHERE asked_at < ?', now - KEPT_MS);
  for (const [index, key] of keys.entries()) {
    const askedWith = askedBefore(keys, index);
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
      run(
        db,
        'DELETE FROM work_district_count WHERE subject_key = ? AND programme = ? AND asked_with = ?',
        key,
        programme,
        askedWith,
      );
    }
  }
  for (const { key, programme, date, category, quantityThousandths } of counts) {
    // Only what was asked for is believed.
    const index = keys.indexOf(key);
    if (index === -1 || !programmes.includes(programme) || quantityThousandths <= 0) continue;
    run(
      db,
      `INSERT OR REPLACE INTO work_district_count (subject_key, programme, date, category, asked_with,
         quantity_thousandths, asked_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      key,
      programme,
      date,
      category ?? '',
      askedBefore(keys, index),
      quantityThousandths,
      now,
    );
  }
}

/** The keys that were asked before one, whose purchases are not counted under it again. */
function askedBefore(keys: readonly string[], index: number): string {
  return keys.slice(0, index).join(' ');
}

/** What somebody bought under a programme at the district's other tills on one date. */
export interface DistrictCount {
  /** The one of the keys it is counted under. */
  readonly key: string;
  readonly programme: string;
  readonly date: string;
  readonly category: string | null;
  readonly quantityThousandths: number;
}

/** What the district last said of somebody. What it said long ago still counts: purchases don't go away. */
export interface DistrictAnswers {
  /** Of which programmes it said anything within the last day. */
  readonly programmes: ReadonlySet<string>;
  readonly counts: readonly DistrictCount[];
}

/**
 * What the district last said of a buyer.
 * @param keys the buyer's own first, then the family's, as they were asked: an answer that was given
 *   for another member of the family leaves that member's purchases out, and is not this buyer's
 * @param now epoch milliseconds by this till's clock
 */
export function districtAnswers(db: Db, keys: readonly string[], now: number): DistrictAnswers {
  const answered = keys.map((key, index) => answersOf(db, key, askedBefore(keys, index)));
  const [first = new Map<string, number>(), ...rest] = answered;
  const everAsked = [...first.keys()].filter((one) => rest.every((each) => each.has(one)));
  const isFresh = (one: string) => answered.every((each) => (each.get(one) ?? 0) > now - FRESH_MS);
  const counts = keys
    .flatMap((key, index) => countsOf(db, key, askedBefore(keys, index)))
    .filter((count) => everAsked.includes(count.programme));
  return { programmes: new Set(everAsked.filter(isFresh)), counts };
}

/** When each programme was last answered for. */
function answersOf(db: Db, key: string, askedWith: string): Map<string, number> {
  const rows = all<{ programme: string; asked_at: number }>(
    db,
    'SELECT programme, asked_at FROM work_district_answer WHERE subject_key = ? AND asked_with = ?',
    key,
    askedWith,
  );
  return new Map(rows.map((row) => [row.programme, row.asked_at]));
}

function countsOf(db: Db, key: string, askedWith: string): DistrictCount[] {
  return all<{ programme: string; date: string; category: string; quantity_thousandths: number }>(
    db,
    `SELECT programme, date, category, quantity_thousandths FROM work_district_count
     WHERE subject_key = ? AND asked_with = ? ORDER BY programme, date, category`,
    key,
    askedWith,
  ).map((row) => ({
    key,
    programme: row.programme,
    date: row.date,
    category: row.category === '' ? null : row.category,
    quantityThousandths: row.quantity_thousandths,
  }));
}
