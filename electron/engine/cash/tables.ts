import type { FoldTables } from '../journal/folds.ts';

/** Business days, their shifts and their Zs. At most one day and one shift are open at a time. */
export const cashTables: FoldTables = {
  names: ['business_day', 'shift', 'z_closing'],
  sql: `
    CREATE TABLE business_day (
      business_date TEXT PRIMARY KEY,
      opened_at INTEGER NOT NULL,
      first_seq INTEGER NOT NULL UNIQUE,
      z_number INTEGER UNIQUE,
      closed_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX business_day_one_open ON business_day ((1)) WHERE closed_at IS NULL;
    CREATE TABLE shift (
      shift_id TEXT PRIMARY KEY,
      business_date TEXT NOT NULL REFERENCES business_day (business_date),
      number INTEGER NOT NULL CHECK (number > 0),
      cashier_id TEXT NOT NULL,
      cashier TEXT NOT NULL,
      opened_at INTEGER NOT NULL,
      float_rp INTEGER NOT NULL CHECK (float_rp >= 0),
      counted_rp INTEGER CHECK (counted_rp >= 0),
      expected_rp INTEGER,
      cash_sales_rp INTEGER,
      cash_sale_count INTEGER,
      cash_refunds_rp INTEGER,
      cash_debts_rp INTEGER,
      locked_at INTEGER,
      closed_at INTEGER,
      reason TEXT,
      note TEXT NOT NULL DEFAULT '',
      UNIQUE (business_date, number)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX shift_one_open ON shift ((1)) WHERE closed_at IS NULL;
    CREATE TABLE z_closing (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      seq INTEGER NOT NULL UNIQUE,
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      business_date TEXT NOT NULL UNIQUE,
      closed_at INTEGER NOT NULL,
      closed_by TEXT NOT NULL,
      sale_count INTEGER NOT NULL,
      net_rp INTEGER NOT NULL
    ) STRICT;
  `,
};
