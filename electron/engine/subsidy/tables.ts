import type { FoldTables } from '../journal/folds.ts';

/** Who is registered, what was bought under which programme, and who took numbers out of the vault. */
export const subsidyTables: FoldTables = {
  names: ['subsidy_registration', 'subsidy_use', 'identity_access'],
  sql: `
    -- Who it is stands in the vault under the registration's id; here are keyed hashes only.
    CREATE TABLE subsidy_registration (
      registration_id TEXT PRIMARY KEY,
      nik_key TEXT UNIQUE CHECK (length(nik_key) = 64),
      kk_key TEXT CHECK (length(kk_key) = 64),
      shared_nik_key TEXT,
      shared_kk_key TEXT,
      -- JSON, as in the record.
      categories TEXT NOT NULL,
      member_id TEXT,
      farmer INTEGER NOT NULL CHECK (farmer IN (0, 1)),
      allotments TEXT NOT NULL,
      purpose TEXT NOT NULL,
      -- How long after the last purchase the number is kept, as it was said when it was registered.
      retention_days INTEGER NOT NULL CHECK (retention_days >= 0),
      expires_on TEXT NOT NULL,
      last_bought_on TEXT,
      erased INTEGER NOT NULL CHECK (erased IN (0, 1)),
      added_seq INTEGER NOT NULL,
      changed_seq INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- A line of a sale that a programme judged: it uses up a quota on its date.
    CREATE TABLE subsidy_use (
      sale_id TEXT NOT NULL,
      line_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      at INTEGER NOT NULL,
      receipt TEXT NOT NULL,
      date TEXT NOT NULL,
      programme TEXT NOT NULL,
      -- In units of the programme, with what of it came back.
      quantity_thousandths INTEGER NOT NULL CHECK (quantity_thousandths > 0),
      returned_thousandths INTEGER NOT NULL DEFAULT 0
        CHECK (returned_thousandths BETWEEN 0 AND quantity_thousandths),
      -- The same return in the unit that was sold, so that parts of it add up without rounding.
      came_back_thousandths INTEGER NOT NULL DEFAULT 0,
      nik_key TEXT,
      kk_key TEXT,
      member_id TEXT,
      category TEXT,
      registration_id TEXT,
      proxy_registration_id TEXT,
      price_kind TEXT,
      price_rp INTEGER,
      decree TEXT,
      system TEXT,
      PRIMARY KEY (sale_id, line_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE identity_access (
      seq INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      registration_id TEXT NOT NULL,
      purpose TEXT NOT NULL,
      note TEXT NOT NULL
    ) STRICT;
  `,
  indexes: `
    CREATE INDEX subsidy_registration_by_kk ON subsidy_registration (kk_key) WHERE kk_key IS NOT NULL;
    CREATE INDEX subsidy_registration_by_member ON subsidy_registration (member_id) WHERE member_id IS NOT NULL;
    CREATE INDEX subsidy_registration_by_expiry ON subsidy_registration (expires_on) WHERE erased = 0;
    CREATE INDEX subsidy_use_by_date ON subsidy_use (date, programme);
    CREATE INDEX subsidy_use_by_registration ON subsidy_use (registration_id, date) WHERE registration_id IS NOT NULL;
    CREATE INDEX subsidy_use_by_nik ON subsidy_use (nik_key, date) WHERE nik_key IS NOT NULL;
    CREATE INDEX subsidy_use_by_kk ON subsidy_use (kk_key, date) WHERE kk_key IS NOT NULL;
    CREATE INDEX subsidy_use_by_member ON subsidy_use (member_id, date) WHERE member_id IS NOT NULL;
    CREATE INDEX identity_access_by_registration ON identity_access (registration_id, seq);
  `,
};
