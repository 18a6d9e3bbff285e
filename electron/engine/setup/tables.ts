import type { FoldTables } from '../journal/folds.ts';

/** Who the chain belongs to, from its first record; and what the store said of itself since when. */
export const setupTables: FoldTables = {
  names: ['store', 'store_profile'],
  sql: `
    CREATE TABLE store (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      till_id TEXT NOT NULL,
      public_key TEXT NOT NULL CHECK (length(public_key) = 64),
      epoch INTEGER NOT NULL CHECK (epoch > 0),
      example INTEGER NOT NULL CHECK (example IN (0, 1))
    ) STRICT;
    CREATE TABLE store_profile (
      since_seq INTEGER PRIMARY KEY,
      profile TEXT NOT NULL
    ) STRICT;
  `,
};
