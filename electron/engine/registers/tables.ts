import type { FoldTables } from '../journal/folds.ts';

/** What came into the store, day by day: a register that says what was received needs it. */
export const registerTables: FoldTables = {
  names: ['goods_received'],
  sql: `
    CREATE TABLE goods_received (
      product_id TEXT NOT NULL,
      date TEXT NOT NULL,
      -- In base units.
      quantity_thousandths INTEGER NOT NULL,
      PRIMARY KEY (product_id, date)
    ) STRICT, WITHOUT ROWID;
  `,
};
