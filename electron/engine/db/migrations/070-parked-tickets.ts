import type { Migration } from '../migrate.ts';

/**
 * Tickets put aside while their buyer fetches something. Workbench like the open ticket: nothing is
 * sold yet, and no day is closed over them. The label may be a buyer's name, so it lives here alone
 * and is gone once the ticket is called back.
 */
export const parkedTickets: Migration = {
  number: 70,
  name: 'parked-tickets',
  sql: `
    CREATE TABLE work_parked_ticket (
      ticket_id TEXT PRIMARY KEY,
      revision INTEGER NOT NULL CHECK (revision >= 0),
      label TEXT NOT NULL,
      parked_at INTEGER NOT NULL,
      parked_by TEXT NOT NULL
    ) STRICT;
    CREATE TABLE work_parked_line (
      line_id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL REFERENCES work_parked_ticket (ticket_id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      product_id TEXT NOT NULL,
      name TEXT NOT NULL,
      unit TEXT NOT NULL,
      category TEXT NOT NULL,
      fractional INTEGER NOT NULL CHECK (fractional IN (0, 1)),
      quantity_thousandths INTEGER NOT NULL CHECK (quantity_thousandths > 0),
      unit_price_rp INTEGER NOT NULL CHECK (unit_price_rp >= 0),
      UNIQUE (ticket_id, position)
    ) STRICT;
  `,
};
