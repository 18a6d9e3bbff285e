import type { FoldTables } from '../journal/folds.ts';

/**
 * The catalogue as the journal's product records leave it. Products are never deleted, only made
 * inactive, so `key` (the order in which products first appeared) is the same after every rebuild
 * and may be used by tables that are not folds.
 */
export const catalogTables: FoldTables = {
  names: [
    'product',
    'product_barcode',
    'product_sold',
    'product_terms',
    'product_pack',
    'product_price',
    'promotion',
  ],
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

    -- One code names one unit of one product.
    CREATE TABLE product_barcode (
      gtin14 TEXT PRIMARY KEY CHECK (length(gtin14) = 14 AND gtin14 NOT GLOB '*[^0-9]*'),
      product_key INTEGER NOT NULL REFERENCES product (key),
      -- 0 for the base unit, else the pack of that number.
      pack INTEGER NOT NULL CHECK (pack >= 0),
      position INTEGER NOT NULL CHECK (position >= 0)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX product_barcode_by_product ON product_barcode (product_key, pack, position);

    -- How many sale lines a product had: what ranks the search.
    CREATE TABLE product_sold (
      product_key INTEGER PRIMARY KEY REFERENCES product (key),
      lines_sold INTEGER NOT NULL CHECK (lines_sold > 0)
    ) STRICT;

    -- How a product is sold beside its own price; most products have no terms, and take no room here.
    CREATE TABLE product_terms (
      product_key INTEGER PRIMARY KEY REFERENCES product (key),
      tax_class TEXT NOT NULL CHECK (tax_class IN ('kena', 'bebas', 'tidak-dipungut')),
      -- Highest price of one base unit.
      ceiling_rp INTEGER CHECK (ceiling_rp >= 0)
    ) STRICT;

    CREATE TABLE product_pack (
      product_key INTEGER NOT NULL REFERENCES product_terms (product_key),
      pack INTEGER NOT NULL CHECK (pack > 0),
      unit TEXT NOT NULL CHECK (length(unit) BETWEEN 1 AND 20),
      -- Base units in one.
      content_thousandths INTEGER NOT NULL CHECK (content_thousandths > 0),
      plu TEXT UNIQUE CHECK (length(plu) BETWEEN 1 AND 6 AND plu NOT GLOB '*[^0-9]*'),
      PRIMARY KEY (product_key, pack),
      UNIQUE (product_key, unit)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE product_price (
      product_key INTEGER NOT NULL REFERENCES product_terms (product_key),
      position INTEGER NOT NULL CHECK (position >= 0),
      -- 0 for the base unit, as for barcodes.
      pack INTEGER NOT NULL CHECK (pack >= 0),
      tier TEXT NOT NULL CHECK (tier IN ('umum', 'anggota', 'grosir')),
      from_thousandths INTEGER NOT NULL CHECK (from_thousandths >= 0),
      price_rp INTEGER NOT NULL CHECK (price_rp >= 0),
      valid_from TEXT,
      valid_to TEXT CHECK (valid_from IS NULL OR valid_from <= valid_to),
      PRIMARY KEY (product_key, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE promotion (
      promotion_id TEXT PRIMARY KEY,
      active INTEGER NOT NULL CHECK (active IN (0, 1)),
      -- All of it, as canonical JSON.
      promotion TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
  indexes: `
    CREATE INDEX product_by_name ON product (folded_name);
    -- One key names one product; most products have none, and take no room here.
    CREATE UNIQUE INDEX product_by_plu ON product (plu) WHERE plu IS NOT NULL;
    CREATE INDEX product_by_change ON product (changed_seq);
  `,
};
