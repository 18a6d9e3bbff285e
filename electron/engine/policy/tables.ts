import type { FoldTables } from '../journal/folds.ts';

/** What the store has decided about selling, and since when it is PKP. */
export const policyTables: FoldTables = {
  names: ['till_policy', 'tax_status'],
  sql: `
    -- The policy as the last record left it, as canonical JSON: a sale says itself what it was sold by.
    CREATE TABLE till_policy (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      policy TEXT NOT NULL
    ) STRICT;
    CREATE TABLE tax_status (
      valid_from TEXT PRIMARY KEY CHECK (length(valid_from) = 10),
      pkp INTEGER NOT NULL CHECK (pkp IN (0, 1)),
      npwp TEXT
    ) STRICT, WITHOUT ROWID;
  `,
};
