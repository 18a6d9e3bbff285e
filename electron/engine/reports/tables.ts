import type { FoldTables } from '../journal/folds.ts';

/** Sums and notable events of each business day, kept up record by record so that reading is instant. */
export const reportTables: FoldTables = {
  names: ['day_total', 'day_event'],
  sql: `
    CREATE TABLE day_total (
      business_date TEXT PRIMARY KEY,
      sale_count INTEGER NOT NULL,
      line_count INTEGER NOT NULL,
      gross_rp INTEGER NOT NULL,
      rounding_rp INTEGER NOT NULL,
      cash_rp INTEGER NOT NULL,
      voided_lines INTEGER NOT NULL,
      voided_rp INTEGER NOT NULL,
      abandoned_tickets INTEGER NOT NULL,
      reprints INTEGER NOT NULL,
      discount_rp INTEGER NOT NULL,
      tax_rp INTEGER NOT NULL,
      return_count INTEGER NOT NULL,
      return_rp INTEGER NOT NULL,
      cash_refund_rp INTEGER NOT NULL,
      debt_paid_count INTEGER NOT NULL,
      debt_paid_rp INTEGER NOT NULL,
      cash_debt_paid_rp INTEGER NOT NULL,
      donation_rp INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE day_event (
      business_date TEXT NOT NULL,
      seq INTEGER NOT NULL,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      actor TEXT NOT NULL,
      subject TEXT NOT NULL,
      amount_rp INTEGER,
      PRIMARY KEY (business_date, seq)
    ) STRICT, WITHOUT ROWID;
  `,
};
