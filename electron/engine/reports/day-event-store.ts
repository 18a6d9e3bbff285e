import { all, number, type Db } from '../db/sql.ts';

export interface DayEventRow {
  at: number;
  kind: string;
  actor: string;
  subject: string;
  amount_rp: number | null;
}

/** The most special events a report lists; the counts beside them are complete. */
const MAX_EVENTS = 200;

/** Special events of a day, in order. */
export function eventsOf(db: Db, businessDate: string): DayEventRow[] {
  return all<DayEventRow>(
    db,
    'SELECT at, kind, actor, subject, amount_rp FROM day_event WHERE business_date = ? ORDER BY seq LIMIT ?',
    businessDate,
    MAX_EVENTS,
  );
}

/** How many events of one kind a day had, listed or not. */
export function countEvents(db: Db, businessDate: string, kind: string): number {
  return number(
    db,
    'SELECT count(*) FROM day_event WHERE business_date = ? AND kind = ?',
    businessDate,
    kind,
  );
}
