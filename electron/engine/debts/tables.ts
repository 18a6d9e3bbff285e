import type { FoldTables } from '../journal/folds.ts';

/** What members and institutions owe, sale by sale, and what was paid off. */
export const debtTables: FoldTables = {
  names: ['debt', 'debt_return', 'debt_payment'],
  sql: `
    CREATE TABLE debt (
      debtor_id TEXT NOT NULL,
      sale_id TEXT NOT NULL,
      -- Whose id it is: 'member' (kasbon) or 'buyer' (invoice).
      debtor_kind TEXT NOT NULL CHECK (debtor_kind IN ('member', 'buyer')),
      sale_number INTEGER NOT NULL,
      receipt TEXT NOT NULL,
      -- The sale's own record: sales, returns and payments of a debtor in the order they happened.
      seq INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      due_date TEXT NOT NULL,
      amount_rp INTEGER NOT NULL CHECK (amount_rp > 0),
      -- Goods that came back, and money that was paid: together never more than was owed.
      returned_rp INTEGER NOT NULL DEFAULT 0 CHECK (returned_rp >= 0),
      paid_rp INTEGER NOT NULL DEFAULT 0 CHECK (paid_rp >= 0),
      CHECK (returned_rp + paid_rp <= amount_rp),
      PRIMARY KEY (debtor_id, sale_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX debt_by_sale ON debt (sale_id);
    CREATE TABLE debt_return (
      -- One return may come off the debts of a member and of an institution.
      seq INTEGER NOT NULL,
      debtor_id TEXT NOT NULL,
      receipt TEXT NOT NULL,
      business_date TEXT NOT NULL,
      amount_rp INTEGER NOT NULL CHECK (amount_rp > 0),
      PRIMARY KEY (seq, debtor_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE debt_payment (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      payment_id TEXT NOT NULL UNIQUE,
      seq INTEGER NOT NULL,
      receipt TEXT NOT NULL,
      at INTEGER NOT NULL,
      business_date TEXT NOT NULL,
      debtor_id TEXT NOT NULL,
      amount_rp INTEGER NOT NULL CHECK (amount_rp > 0),
      rounding_rp INTEGER NOT NULL CHECK (rounding_rp <= 0),
      tender TEXT NOT NULL
    ) STRICT;
  `,
  indexes: `
    CREATE INDEX debt_payment_by_debtor ON debt_payment (debtor_id, number);
    CREATE INDEX debt_return_by_debtor ON debt_return (debtor_id, seq);
    CREATE INDEX debt_by_receipt ON debt (receipt);
    -- A shop's open debts are few among all it ever had.
    CREATE INDEX debt_open ON debt (debtor_id, due_date) WHERE returned_rp + paid_rp < amount_rp;
  `,
};
