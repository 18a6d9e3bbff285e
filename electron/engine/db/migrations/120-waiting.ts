import type { Migration } from '../migrate.ts';

/** Who waits on the day of delivery. Who they are stands in the vault, under the registration. */
export const waiting: Migration = {
  number: 120,
  name: 'waiting',
  sql: `
    CREATE TABLE work_waiting (
      entry_id TEXT PRIMARY KEY,
      -- Later ones stand behind earlier ones; gaps mean nothing.
      place INTEGER NOT NULL UNIQUE,
      registration_id TEXT NOT NULL,
      product_id TEXT NOT NULL,
      -- In base units of the product.
      quantity_thousandths INTEGER NOT NULL CHECK (quantity_thousandths > 0),
      category TEXT,
      added_at INTEGER NOT NULL,
      UNIQUE (registration_id, product_id)
    ) STRICT;
  `,
};
