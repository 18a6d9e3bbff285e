import type { Migration } from '../migrate.ts';

/**
 * How far the district has acknowledged, and what became of the last try. Workbench: with this row
 * lost, the till sends from the first record and the district acknowledges what it holds already.
 */
export const upload: Migration = {
  number: 60,
  name: 'upload',
  sql: `
    CREATE TABLE work_upload (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      acked_seq INTEGER NOT NULL CHECK (acked_seq >= 0),
      acked_hash BLOB NOT NULL CHECK (length(acked_hash) = 32),
      acked_at INTEGER,
      next_try_at INTEGER,
      -- Tries that failed in a row, and why the last one did.
      failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
      fault_code TEXT CHECK ((fault_code IS NOT NULL) = (failures > 0)),
      fault_detail TEXT CHECK ((fault_detail IS NOT NULL) = (failures > 0)),
      fault_at INTEGER CHECK ((fault_at IS NOT NULL) = (failures > 0))
    ) STRICT;
    INSERT INTO work_upload (id, acked_seq, acked_hash) VALUES (1, 0, zeroblob(32));
  `,
};
