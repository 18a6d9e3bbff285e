import type { FoldTables } from '../journal/folds.ts';

/** Which district this till belongs to: one row, from its enrolment. */
export const uploadTables: FoldTables = {
  names: ['enrolment'],
  sql: `
    CREATE TABLE enrolment (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      district_url TEXT NOT NULL,
      district_name TEXT NOT NULL,
      district_key TEXT NOT NULL CHECK (length(district_key) = 64)
    ) STRICT;
  `,
};
