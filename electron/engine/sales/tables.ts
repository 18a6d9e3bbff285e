import type { FoldTables } from '../journal/folds.ts';

/** Completed sales. The receipt's text comes from the record itself; these rows are for finding and adding up. */
export const salesTables: FoldTables = {
  names: ['sale', 'sale_line', 'sale_tender', 'perpetual'],
  sql: `
    CREATE TABLE sale (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      sale_id TEXT NOT NULL UNIQUE,
      seq INTEGER NOT NULL UNIQUE,
      receipt TEXT NOT NULL,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      shift_id TEXT NOT NULL,
      cashier TEXT NOT NULL,
      line_count INTEGER NOT NULL CHECK (line_count > 0),
      total_rp INTEGER NOT NULL CHECK (total_rp >= 0),
      rounding_rp INTEGER NOT NULL CHECK (rounding_rp <= 0),
      due_rp INTEGER NOT NULL CHECK (due_rp = total_rp + rounding_rp),
      copies INTEGER NOT NULL DEFAULT 0 CHECK (copies >= 0)
    ) STRICT;
    CREATE INDEX sale_by_date ON sale (business_date, number);
    CREATE TABLE sale_line (
      number INTEGER NOT NULL,
      line_no INTEGER NOT NULL CHECK (line_no > 0),
      product_id TEXT NOT NULL,
      category TEXT NOT NULL,
      quantity_thousandths INTEGER NOT NULL CHECK (quantity_thousandths > 0),
      total_rp INTEGER NOT NULL,
      PRIMARY KEY (number, line_no)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE sale_tender (
      number INTEGER NOT NULL,
      tender_no INTEGER NOT NULL CHECK (tender_no > 0),
      kind TEXT NOT NULL,
      amount_rp INTEGER NOT NULL,
      shift_id TEXT NOT NULL,
      PRIMARY KEY (number, tender_no)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sale_tender_by_shift ON sale_tender (shift_id, kind);

    -- Totals that run through every Z and are never reset.
    CREATE TABLE perpetual (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      gross_rp INTEGER NOT NULL,
      void_rp INTEGER NOT NULL,
      refund_rp INTEGER NOT NULL,
      net_rp INTEGER NOT NULL
    ) STRICT;
    INSERT INTO perpetual (id, gross_rp, void_rp, refund_rp, net_rp) VALUES (1, 0, 0, 0, 0);
  `,
};
