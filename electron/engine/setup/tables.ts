import type { FoldTables } from '../journal/folds.ts';

/** Who the chain belongs to: one row, from the first record. */
export const setupTables: FoldTables = {
  names: ['store'],
  sql: `
    CREATE TABLE store (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      till_id TEXT NOT NULL,
      public_key TEXT NOT NULL CHECK (length(public_key) = 64),
      epoch INTEGER NOT NULL CHECK (epoch > 0),
      example INTEGER NOT NULL CHECK (example IN (0, 1)),
      profile TEXT NOT NULL
    ) STRICT;
  `,
};
