import type { Migration } from '../migrate.ts';

/** The open ticket: not yet a sale, so it is workbench, but it survives a crash all the same. */
export const ticket: Migration = {
  number: 30,
  name: 'ticket',
  sql: `
    CREATE TABLE work_ticket (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      ticket_id TEXT NOT NULL,
      revision INTEGER NOT NULL CHECK (revision >= 0)
    ) STRICT;
    CREATE TABLE work_ticket_line (
      line_id TEXT PRIMARY KEY,
      position INTEGER NOT NULL UNIQUE,
      product_id TEXT NOT NULL,
      name TEXT NOT NULL,
      unit TEXT NOT NULL,
      category TEXT NOT NULL,
      fractional INTEGER NOT NULL CHECK (fractional IN (0, 1)),
      quantity_thousandths INTEGER NOT NULL CHECK (quantity_thousandths > 0),
      unit_price_rp INTEGER NOT NULL CHECK (unit_price_rp >= 0)
    ) STRICT;
  `,
};
