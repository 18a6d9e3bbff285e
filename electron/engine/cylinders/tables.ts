import type { FoldTables } from '../journal/folds.ts';

/** What happened to cylinders, who has some on loan, and which agen delivered which lot. */
export const cylinderTables: FoldTables = {
  names: ['cylinder_event', 'cylinder_loan', 'cylinder_lot'],
  sql: `
    -- One event moves cylinders of one kind: a sale, a return, a delivery, a correction. Every figure is
    -- a change, so that the records of one event add up.
    CREATE TABLE cylinder_event (
      event_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      seq INTEGER NOT NULL,
      at INTEGER NOT NULL,
      date TEXT NOT NULL,
      cause TEXT NOT NULL CHECK (cause IN ('sale', 'return', 'agen', 'damaged', 'repaired', 'counted')),
      receipt TEXT NOT NULL,
      agen TEXT NOT NULL DEFAULT '',
      document TEXT NOT NULL DEFAULT '',
      full_thousandths INTEGER NOT NULL DEFAULT 0,
      empty_thousandths INTEGER NOT NULL DEFAULT 0,
      damaged_thousandths INTEGER NOT NULL DEFAULT 0,
      owed_thousandths INTEGER NOT NULL DEFAULT 0,
      loaned_thousandths INTEGER NOT NULL DEFAULT 0,
      deposit_rp INTEGER NOT NULL DEFAULT 0,
      note TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (event_id, kind)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE cylinder_loan (
      sale_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      seq INTEGER NOT NULL,
      date TEXT NOT NULL,
      receipt TEXT NOT NULL,
      quantity_thousandths INTEGER NOT NULL CHECK (quantity_thousandths > 0),
      returned_thousandths INTEGER NOT NULL DEFAULT 0,
      -- Deposit taken, and what of it was given back.
      deposit_rp INTEGER NOT NULL,
      given_back_rp INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (sale_id, kind)
    ) STRICT, WITHOUT ROWID;
    -- Full cylinders of one delivery are a lot of their own.
    CREATE TABLE cylinder_lot (
      lot_id TEXT PRIMARY KEY,
      agen TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
  indexes: `
    CREATE INDEX cylinder_event_by_date ON cylinder_event (date, seq);
    CREATE INDEX cylinder_event_by_kind ON cylinder_event (kind, date);
    CREATE INDEX cylinder_event_by_agen ON cylinder_event (kind, agen, seq) WHERE agen <> '';
    CREATE INDEX cylinder_loan_open ON cylinder_loan (seq) WHERE returned_thousandths < quantity_thousandths;
  `,
};
