import type { Migration } from '../migrate.ts';

/**
 * What the cashier's desk keeps of a ticket: packs, prices by hand, labels, the buyer, goods that
 * come back, and QRIS payments that wait. A ticket that was open under the version before goes on.
 */
export const deskTicket: Migration = {
  number: 100,
  name: 'desk-ticket',
  sql: `
    ${['work_ticket_line', 'work_parked_line']
      .map(
        (table) => `
    ALTER TABLE ${table} ADD COLUMN base_unit TEXT NOT NULL DEFAULT '';
    ALTER TABLE ${table} ADD COLUMN content_thousandths INTEGER NOT NULL DEFAULT 1000 CHECK (content_thousandths > 0);
    -- Prices, ceiling and tax class as they were when it was rung up, as JSON; empty for an old line.
    ALTER TABLE ${table} ADD COLUMN terms TEXT NOT NULL DEFAULT '';
    ALTER TABLE ${table} ADD COLUMN manual_price_rp INTEGER CHECK (manual_price_rp >= 0);
    ALTER TABLE ${table} ADD COLUMN manual_discount_rp INTEGER CHECK (manual_discount_rp > 0);
    ALTER TABLE ${table} ADD COLUMN manual_reason TEXT NOT NULL DEFAULT '';
    ALTER TABLE ${table} ADD COLUMN approval_id TEXT;
    ALTER TABLE ${table} ADD COLUMN label_total_rp INTEGER CHECK (label_total_rp >= 0);
    ALTER TABLE ${table} ADD COLUMN batch TEXT;
    ALTER TABLE ${table} ADD COLUMN expiry TEXT;`,
      )
      .join('')}
    ${['work_ticket', 'work_parked_ticket']
      .map(
        (table) => `
    ALTER TABLE ${table} ADD COLUMN tier TEXT NOT NULL DEFAULT 'umum';
    ALTER TABLE ${table} ADD COLUMN tier_by TEXT NOT NULL DEFAULT 'default';
    ALTER TABLE ${table} ADD COLUMN tier_approval_id TEXT;
    ALTER TABLE ${table} ADD COLUMN member_id TEXT;
    ALTER TABLE ${table} ADD COLUMN buyer_id TEXT;
    ALTER TABLE ${table} ADD COLUMN exchange TEXT;`,
      )
      .join('')}
    CREATE TABLE work_qris_payment (
      payment_id TEXT PRIMARY KEY,
      ticket_id TEXT NOT NULL,
      amount_rp INTEGER NOT NULL CHECK (amount_rp > 0),
      payload TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'confirmed')),
      shown_at INTEGER NOT NULL,
      evidence TEXT,
      reference TEXT NOT NULL DEFAULT '',
      confirmed_by TEXT NOT NULL DEFAULT '',
      CHECK ((state = 'confirmed') = (evidence IS NOT NULL))
    ) STRICT;
    CREATE INDEX work_qris_payment_by_ticket ON work_qris_payment (ticket_id);
  `,
};
