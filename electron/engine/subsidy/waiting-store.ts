import { all, get, number, run, type Db } from '../db/sql.ts';
import { consumerCategorySchema, type ConsumerCategory } from '../../../shared/domain/programmes/rules.ts';
import { thousandths, type Thousandths } from '../../../shared/domain/quantity.ts';

/** Somebody who waits for goods, as the table has it. */
export interface StoredWaiting {
  readonly entryId: string;
  readonly registrationId: string;
  readonly productId: string;
  /** In base units of the product. */
  readonly quantityThousandths: Thousandths;
  readonly category: ConsumerCategory | null;
  readonly addedAt: number;
}

interface WaitingRow {
  entry_id: string;
  registration_id: string;
  product_id: string;
  quantity_thousandths: number;
  category: string | null;
  added_at: number;
}

const WAITING =
  'SELECT entry_id, registration_id, product_id, quantity_thousandths, category, added_at FROM work_waiting';

function stored(row: WaitingRow): StoredWaiting {
  return {
    entryId: row.entry_id,
    registrationId: row.registration_id,
    productId: row.product_id,
    quantityThousandths: thousandths(row.quantity_thousandths),
    category: row.category === null ? null : consumerCategorySchema.parse(row.category),
    addedAt: row.added_at,
  };
}

/** Everybody who waits, in line. */
export function allWaiting(db: Db): StoredWaiting[] {
  return all<WaitingRow>(db, `${WAITING} ORDER BY place`).map(stored);
}

/** One who waits, or undefined where they don't any longer. */
export function waitingEntry(db: Db, entryId: string): StoredWaiting | undefined {
  const row = get<WaitingRow>(db, `${WAITING} WHERE entry_id = ?`, entryId);
  return row === undefined ? undefined : stored(row);
}

/** How many wait. */
export function countWaiting(db: Db): number {
  return number(db, 'SELECT count(*) FROM work_waiting');
}

/** Whether somebody waits for these goods already. */
export function waitsFor(db: Db, registrationId: string, productId: string): boolean {
  const sql = 'SELECT count(*) FROM work_waiting WHERE registration_id = ? AND product_id = ?';
  return number(db, sql, registrationId, productId) > 0;
}

/** Puts somebody at the end of the line. */
export function insertWaiting(db: Db, entry: StoredWaiting): void {
  run(
    db,
    `INSERT INTO work_waiting (entry_id, place, registration_id, product_id, quantity_thousandths, category, added_at)
     VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM work_waiting), ?, ?, ?, ?, ?)`,
    entry.entryId,
    entry.registrationId,
    entry.productId,
    entry.quantityThousandths,
    entry.category,
    entry.addedAt,
  );
}

/** Takes somebody off the list. */
export function removeWaitingEntry(db: Db, entryId: string): void {
  run(db, 'DELETE FROM work_waiting WHERE entry_id = ?', entryId);
}

/** Takes everything off the list that somebody waits for. */
export function removeWaitingOf(db: Db, registrationId: string): void {
  run(db, 'DELETE FROM work_waiting WHERE registration_id = ?', registrationId);
}
