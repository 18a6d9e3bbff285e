import type { FoldTables } from '../journal/folds.ts';

/**
 * The catalogue as the journal's product records leave it. Products are never deleted, only made
 * inactive, so `key` (the order in which products first appeared) is the same after every rebuild
 * and may be used by tables that are not folds.
 */
export const catalogTables: FoldTables = {
  names: ['product', 'product_barcode', 'product_sold'],
  sql: `
    CREATE TABLE product (
      key INTEGER PRIMARY KEY,
      product_id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
      -- The name without case and accents: the order of lists, and what an import compares.
      folded_name TEXT NOT NULL,
      brand TEXT NOT NULL,
      category TEXT NOT NULL CHECK (length(category) BETWEEN 1 AND 60),
      unit TEXT NOT NULL CHECK (length(unit) BETWEEN 1 AND 20),
      price_rp INTEGER CHECK (price_rp >= 0),
      cost_rp INTEGER CHECK (cost_rp >= 0),
      plu TEXT CHECK (length(plu) BETWEEN 1 AND 6 AND plu NOT GLOB '*[^0-9]*'),
      fractional INTEGER NOT NULL CHECK (fractional IN (0, 1)),
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      -- The record that changed it last: what the search index and an import draft compare with.
      changed_seq INTEGER NOT NULL CHECK (changed_seq > 0)
    ) STRICT;

    -- One code names one product.
    CREATE TABLE product_barcode (
      gtin14 TEXT PRIMARY KEY CHECK (length(gtin14) = 14 AND gtin14 NOT GLOB '*[^0-9]*'),
      product_key INTEGER NOT NULL REFERENCES product (key),
      position INTEGER NOT NULL CHECK (position >= 0)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX product_barcode_by_product ON product_barcode (product_key, position);

    -- How many sale lines a product had: what ranks the search.
    CREATE TABLE product_sold (
      product_key INTEGER PRIMARY KEY REFERENCES product (key),
      lines_sold INTEGER NOT NULL CHECK (lines_sold > 0)
    ) STRICT;
  `,
  indexes: `
    CREATE INDEX product_by_name ON product (folded_name);
    -- One key names one product; most products have none, and take no room here.
    CREATE UNIQUE INDEX product_by_plu ON product (plu) WHERE plu IS NOT NULL;
    CREATE INDEX product_by_change ON product (changed_seq);
  `,
};
