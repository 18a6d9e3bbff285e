import type { FoldTables } from '../journal/folds.ts';

/** Lines that another system has to know of, and comparisons that were written down. */
export const keyingTables: FoldTables = {
  names: ['external_line', 'external_comparison'],
  sql: `
    CREATE TABLE external_line (
      sale_id TEXT NOT NULL,
      line_id TEXT NOT NULL,
      system TEXT NOT NULL,
      at INTEGER NOT NULL,
      receipt TEXT NOT NULL,
      -- The calendar date it was judged by: the date it bears there.
      date TEXT NOT NULL,
      programme TEXT NOT NULL,
      registration_id TEXT,
      nik_key TEXT,
      quantity_thousandths INTEGER NOT NULL CHECK (quantity_thousandths > 0),
      returned_thousandths INTEGER NOT NULL DEFAULT 0
        CHECK (returned_thousandths BETWEEN 0 AND quantity_thousandths),
      -- The same return in the unit that was sold, so that parts of it add up without rounding.
      came_back_thousandths INTEGER NOT NULL DEFAULT 0,
      status TEXT NOT NULL DEFAULT 'belum' CHECK (status IN ('belum', 'sudah', 'beda')),
      -- What stands there, as it was marked; null where nothing does.
      keyed_thousandths INTEGER CHECK (keyed_thousandths >= 0),
      reference TEXT NOT NULL DEFAULT '',
      note TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (sale_id, line_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE external_comparison (
      seq INTEGER PRIMARY KEY,
      comparison_id TEXT NOT NULL UNIQUE,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      -- The record's body as it stands in the journal.
      body TEXT NOT NULL CHECK (json_valid(body))
    ) STRICT;
  `,
  indexes: `
    CREATE INDEX external_line_by_date ON external_line (date, at, line_id);
  `,
};
