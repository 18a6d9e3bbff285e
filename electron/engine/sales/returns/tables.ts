import type { FoldTables } from '../../journal/folds.ts';

/** Returns. What came back is in their records; these rows are for finding them, and a second guard. */
export const returnTables: FoldTables = {
  names: ['sale_return', 'returned_line'],
  sql: `
    CREATE TABLE sale_return (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      return_id TEXT NOT NULL UNIQUE,
      -- Of a sale, never of a return.
      sale_id TEXT NOT NULL REFERENCES sale (sale_id),
      seq INTEGER NOT NULL,
      receipt TEXT NOT NULL,
      total_rp INTEGER NOT NULL CHECK (total_rp >= 0),
      refund_rp INTEGER NOT NULL CHECK (refund_rp >= 0)
    ) STRICT;
    CREATE INDEX sale_return_by_sale ON sale_return (sale_id, number);

    -- What came back of each line, over all returns of its sale.
    CREATE TABLE returned_line (
      sale_id TEXT NOT NULL,
      line_id TEXT NOT NULL,
      sold_thousandths INTEGER NOT NULL,
      quantity_thousandths INTEGER NOT NULL
        CHECK (quantity_thousandths > 0 AND quantity_thousandths <= sold_thousandths),
      PRIMARY KEY (sale_id, line_id)
    ) STRICT, WITHOUT ROWID;
  `,
};
