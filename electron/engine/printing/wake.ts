import type { Db } from '../db/sql.ts';

const sleepers = new WeakMap<Db, () => void>();

/** Lets a queue hear of new jobs in its database; one queue for each database. */
export function onWake(db: Db, wake: () => void): void {
  sleepers.set(db, wake);
}

/** Stops hearing. */
export function offWake(db: Db): void {
  sleepers.delete(db);
}

/** Tells the queue of a database, if one runs, that a job was committed. */
export function wakeQueue(db: Db): void {
  sleepers.get(db)?.();
}
