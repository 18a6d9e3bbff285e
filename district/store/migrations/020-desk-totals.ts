import type { Migration } from '../migrate.ts';

/** What a day adds up to since tills take returns, debts and tax: days from before had none of it. */
export const deskTotals: Migration = {
  number: 20,
  sql: `
    ALTER TABLE daily_total
      ADD COLUMN discount_rp bigint NOT NULL DEFAULT 0,
      ADD COLUMN tax_rp bigint NOT NULL DEFAULT 0,
      ADD COLUMN return_count bigint NOT NULL DEFAULT 0,
      ADD COLUMN return_rp bigint NOT NULL DEFAULT 0,
      ADD COLUMN cash_refund_rp bigint NOT NULL DEFAULT 0,
      ADD COLUMN debt_paid_count bigint NOT NULL DEFAULT 0,
      ADD COLUMN debt_paid_rp bigint NOT NULL DEFAULT 0,
      ADD COLUMN cash_debt_paid_rp bigint NOT NULL DEFAULT 0,
      ADD COLUMN donation_rp bigint NOT NULL DEFAULT 0;
  `,
};
