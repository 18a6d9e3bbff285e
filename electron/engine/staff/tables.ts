import type { FoldTables } from '../journal/folds.ts';

/** Who may sign in. Names are kept: staff answer for what they do. */
export const staffTables: FoldTables = {
  names: ['staff'],
  sql: `
    CREATE TABLE staff (
      staff_id TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      role TEXT NOT NULL CHECK (role IN ('kasir', 'pengelola', 'pengurus')),
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      added_seq INTEGER NOT NULL UNIQUE
    ) STRICT, WITHOUT ROWID;
  `,
};
