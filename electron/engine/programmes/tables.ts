import type { FoldTables } from '../journal/folds.ts';

/** Government programmes: what they rule, which goods they are about, and what was claimed for them. */
export const programmeTables: FoldTables = {
  names: [
    'programme',
    'programme_rule',
    'programme_rule_used',
    'programme_goods',
    'programme_place',
    'programme_state',
    'price_claim',
  ],
  sql: `
    CREATE TABLE programme (
      programme TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      unit TEXT NOT NULL,
      active INTEGER NOT NULL CHECK (active IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    -- A rule as its last record left it, as canonical JSON: which rules hold is worked out in
    -- shared/domain/programmes, over all of them at once.
    CREATE TABLE programme_rule (
      rule_id TEXT PRIMARY KEY,
      programme TEXT NOT NULL,
      rule TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    -- Until when a rule has judged something: what it says must stay from then on.
    CREATE TABLE programme_rule_used (
      rule_id TEXT PRIMARY KEY,
      last_date TEXT NOT NULL CHECK (length(last_date) = 10)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE programme_goods (
      product_id TEXT PRIMARY KEY,
      programme TEXT,
      measure_thousandths INTEGER NOT NULL CHECK (measure_thousandths > 0),
      cylinder_role TEXT CHECK (cylinder_role IN ('refill', 'empty', 'deposit')),
      cylinder_kind TEXT,
      CHECK ((cylinder_role IS NULL) = (cylinder_kind IS NULL)),
      CHECK (programme IS NOT NULL OR cylinder_role IS NOT NULL),
      UNIQUE (cylinder_kind, cylinder_role)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE programme_place (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      region TEXT NOT NULL,
      seller_tier TEXT NOT NULL
    ) STRICT;
    -- The date on which the till began, and the hash of the last record that changed anything here: a
    -- hash names all that came before it, so what was read under it may be kept as long as it stands.
    CREATE TABLE programme_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      begun_on TEXT NOT NULL CHECK (length(begun_on) = 10),
      hash TEXT NOT NULL
    ) STRICT;
    CREATE TABLE price_claim (
      claim_id TEXT PRIMARY KEY,
      programme TEXT NOT NULL,
      rule_id TEXT NOT NULL,
      effective_on TEXT NOT NULL CHECK (length(effective_on) = 10),
      raised_seq INTEGER NOT NULL,
      raised_at INTEGER NOT NULL,
      -- The record's body as canonical JSON.
      claim TEXT NOT NULL,
      total_rp INTEGER NOT NULL CHECK (total_rp >= 0),
      sent INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1)),
      paid_rp INTEGER NOT NULL DEFAULT 0 CHECK (paid_rp >= 0),
      refused_rp INTEGER NOT NULL DEFAULT 0 CHECK (refused_rp >= 0),
      note TEXT NOT NULL DEFAULT '',
      -- Each time that a price falls to a rule's is claimed once.
      UNIQUE (programme, rule_id, effective_on),
      CHECK (paid_rp + refused_rp <= total_rp)
    ) STRICT, WITHOUT ROWID;
  `,
  indexes: 'CREATE INDEX programme_goods_by_programme ON programme_goods (programme, product_id);',
};
