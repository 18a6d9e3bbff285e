import type { Db } from '../db/sql.ts';

const hearers = new WeakMap<Db, (code: string) => void>();

/** Lets an engine hear of codes that were read somewhere else; one hearer for each till. */
export function hearScans(db: Db, hear: (code: string) => void): void {
  hearers.set(db, hear);
}

/** Gives a code to the till's window, as if a scanner of the engine's own had read it. */
export function giveScan(db: Db, code: string): void {
  hearers.get(db)?.(code);
}
