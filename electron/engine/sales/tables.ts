import type { FoldTables } from '../journal/folds.ts';

/** Completed sales. A sale's lines are in its record; these rows are for finding it and for adding up. */
export const salesTables: FoldTables = {
  names: ['sale', 'sale_note', 'category_day', 'shift_money', 'perpetual'],
  sql: `
    CREATE TABLE sale (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      sale_id TEXT NOT NULL UNIQUE,
      seq INTEGER NOT NULL,
      receipt TEXT NOT NULL,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      shift_id TEXT NOT NULL,
      cashier TEXT NOT NULL,
      line_count INTEGER NOT NULL CHECK (line_count > 0),
      total_rp INTEGER NOT NULL CHECK (total_rp >= 0),
      rounding_rp INTEGER NOT NULL CHECK (rounding_rp <= 0),
      due_rp INTEGER NOT NULL CHECK (due_rp = total_rp + rounding_rp),
      member_id TEXT,
      buyer_id TEXT,
      copies INTEGER NOT NULL DEFAULT 0 CHECK (copies >= 0)
    ) STRICT;

    -- Records that say more of a sale than its own: what its receipt has to say of subsidised goods.
    CREATE TABLE sale_note (
      sale_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (sale_id, seq)
    ) STRICT, WITHOUT ROWID;

    -- Sums of a day and of a shift, kept up record by record so that reading them is instant.
    CREATE TABLE category_day (
      business_date TEXT NOT NULL,
      category TEXT NOT NULL,
      lines INTEGER NOT NULL CHECK (lines > 0),
      quantity_thousandths INTEGER NOT NULL,
      amount_rp INTEGER NOT NULL,
      PRIMARY KEY (business_date, category)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE shift_money (
      business_date TEXT NOT NULL,
      shift_id TEXT NOT NULL,
      -- What it was for: sales take money in, refunds give it back, debts are paid off.
      flow TEXT NOT NULL CHECK (flow IN ('sale', 'refund', 'debt')),
      kind TEXT NOT NULL,
      times INTEGER NOT NULL CHECK (times > 0),
      amount_rp INTEGER NOT NULL,
      PRIMARY KEY (business_date, shift_id, flow, kind)
    ) STRICT, WITHOUT ROWID;

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
  indexes: `
    CREATE UNIQUE INDEX sale_by_receipt ON sale (receipt);
    CREATE INDEX sale_by_date ON sale (business_date, number);
    CREATE INDEX sale_by_member ON sale (member_id, number) WHERE member_id IS NOT NULL;
    CREATE INDEX sale_by_buyer ON sale (buyer_id, number) WHERE buyer_id IS NOT NULL;
  `,
};
