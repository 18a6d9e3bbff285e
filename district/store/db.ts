import type { z } from 'zod';

/** A value bound to a statement. Bytes go to `bytea`, arrays to the array type of their element. */
export type SqlValue = string | number | boolean | null | Uint8Array | readonly (string | number | null)[];

/** Statements on one connection. Values are always bound, never pasted into the text. */
export interface Queries {
  /** Every row, parsed by its schema: a column that is not what the code expects is an error here. */
  rows<S extends z.ZodType>(row: S, text: string, ...values: SqlValue[]): Promise<z.output<S>[]>;
  /** Runs a statement and returns how many rows it changed. */
  run(text: string, ...values: SqlValue[]): Promise<number>;
}

/** The district's database: a PostgreSQL server, or one embedded in this process for trial. */
export interface Db extends Queries {
  /** Commits what `work` did once it resolves; rolls all of it back where it throws. */
  transaction<T>(work: (tx: Queries) => Promise<T>): Promise<T>;
  /** Runs a script of several statements in one transaction. For migrations only. */
  script(text: string): Promise<void>;
  close(): Promise<void>;
}

/** What a driver must offer; `queriesOver` makes the rest of it. */
export interface Driver {
  query(text: string, values: readonly SqlValue[]): Promise<{ rows: unknown[]; changed: number }>;
}

/** The same statements over any driver, so that rows are parsed in one place. */
export function queriesOver(driver: Driver): Queries {
  return {
    rows: async (row, text, ...values) => {
      const { rows } = await driver.query(text, values);
      return rows.map((found) => row.parse(found));
    },
    run: async (text, ...values) => (await driver.query(text, values)).changed,
  };
}

/** Object ids of the types whose JavaScript form the drivers do not agree on. */
export const PARSED_TYPES: Readonly<Record<number, (text: string) => unknown>> = {
  /** int8: one driver gives text, the other a number or a bigint. */
  20: wholeNumber,
  /** date: kept as `YYYY-MM-DD`; a Date would drag in the server's time zone. */
  1082: (text) => text,
};

/**
 * An int8 as a number.
 * @throws RangeError beyond 2^53, where a sum would silently stop being exact
 */
function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 ${text} is no safe integer`);
  return value;
}
