import type { Migration } from '../migrate.ts';

/** PINs live outside the journal: salted, slow-hashed and mixed with a secret kept in the key store. */
export const staffPins: Migration = {
  number: 20,
  name: 'staff-pins',
  sql: `
    CREATE TABLE work_staff_pin (
      staff_id TEXT PRIMARY KEY,
      salt BLOB NOT NULL CHECK (length(salt) = 16),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      log2_n INTEGER NOT NULL CHECK (log2_n BETWEEN 14 AND 20),
      wrong_tries INTEGER NOT NULL DEFAULT 0 CHECK (wrong_tries >= 0),
      locks INTEGER NOT NULL DEFAULT 0 CHECK (locks >= 0),
      locked_until INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    -- PINs of the example store, which are meant to be seen. Empty in a real store.
    CREATE TABLE work_demo_pin (
      staff_id TEXT PRIMARY KEY,
      pin TEXT NOT NULL
    ) STRICT;
  `,
};
