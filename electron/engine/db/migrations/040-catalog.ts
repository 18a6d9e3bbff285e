import type { Migration } from '../migrate.ts';

/** What the catalogue keeps beside its folds: the search index, and imports that were previewed. */
export const catalog: Migration = {
  number: 40,
  name: 'catalog',
  sql: `
    -- Words of every product. The rowid is the product's rank, so that the first matches in rowid
    -- order are the best ones; prefixes of one to three letters have an index of their own.
    CREATE VIRTUAL TABLE work_search USING fts5 (
      words,
      content = '', contentless_delete = 1, detail = column, prefix = '1 2 3',
      tokenize = 'unicode61 remove_diacritics 2'
    );
    -- What the index holds of each product. The rank ends in the product's key, so no two are equal.
    CREATE TABLE work_search_entry (
      product_key INTEGER PRIMARY KEY,
      rank INTEGER NOT NULL CHECK (rank & 16777215 = product_key),
      words TEXT NOT NULL
    ) STRICT;
    -- Up to which record of the journal the index has followed the catalogue.
    CREATE TABLE work_search_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      version INTEGER NOT NULL,
      seq INTEGER NOT NULL
    ) STRICT;

    -- A file that was read and previewed, as the records that importing it would write.
    CREATE TABLE work_import_draft (
      draft_id TEXT PRIMARY KEY,
      catalogue_seq INTEGER NOT NULL,
      products INTEGER NOT NULL CHECK (products >= 0),
      errors INTEGER NOT NULL CHECK (errors >= 0)
    ) STRICT;
    CREATE TABLE work_import_record (
      draft_id TEXT NOT NULL REFERENCES work_import_draft (draft_id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position > 0),
      type TEXT NOT NULL CHECK (type IN ('products-imported/1', 'opening-stock/1')),
      body TEXT NOT NULL,
      PRIMARY KEY (draft_id, position)
    ) STRICT;
  `,
};
