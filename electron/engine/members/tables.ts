import type { FoldTables } from '../journal/folds.ts';

/** Members and buyers as the journal knows them: without names, which are in the vault. */
export const memberTables: FoldTables = {
  names: ['member', 'member_card', 'member_savings', 'savings_day', 'member_year', 'buyer'],
  sql: `
    CREATE TABLE member (
      member_id TEXT PRIMARY KEY,
      number TEXT NOT NULL UNIQUE COLLATE NOCASE,
      tier TEXT NOT NULL CHECK (tier IN ('umum', 'anggota', 'grosir')),
      credit_limit_rp INTEGER NOT NULL CHECK (credit_limit_rp >= 0),
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      joined_on TEXT,
      added_seq INTEGER NOT NULL,
      changed_seq INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE member_card (
      code TEXT PRIMARY KEY,
      member_id TEXT NOT NULL,
      position INTEGER NOT NULL,
      UNIQUE (member_id, position)
    ) STRICT, WITHOUT ROWID;

    -- Savings as last read or typed, and what the till took off sukarela since.
    CREATE TABLE member_savings (
      member_id TEXT PRIMARY KEY,
      as_of TEXT NOT NULL,
      pokok_rp INTEGER NOT NULL CHECK (pokok_rp >= 0),
      wajib_rp INTEGER NOT NULL CHECK (wajib_rp >= 0),
      sukarela_rp INTEGER NOT NULL,
      used_rp INTEGER NOT NULL,
      changed_seq INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    -- What the till took on each day, so that figures read on one day leave later days standing.
    CREATE TABLE savings_day (
      member_id TEXT NOT NULL,
      business_date TEXT NOT NULL,
      used_rp INTEGER NOT NULL,
      PRIMARY KEY (member_id, business_date)
    ) STRICT, WITHOUT ROWID;

    -- Purchases of a calendar year, returns taken off: what SHU jasa usaha is shared out by.
    CREATE TABLE member_year (
      member_id TEXT NOT NULL,
      year INTEGER NOT NULL,
      purchases_rp INTEGER NOT NULL,
      purchases INTEGER NOT NULL CHECK (purchases >= 0),
      PRIMARY KEY (member_id, year)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE buyer (
      buyer_id TEXT PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('koperasi', 'holding', 'school-kitchen', 'government', 'other')),
      tier TEXT NOT NULL CHECK (tier IN ('umum', 'anggota', 'grosir')),
      credit_limit_rp INTEGER NOT NULL CHECK (credit_limit_rp >= 0),
      term_days INTEGER NOT NULL CHECK (term_days >= 0),
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      changed_seq INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
