import { postingsOf } from '../../../shared/domain/ledger.ts';
import type { JournalRecord } from '../../../shared/journal/record.ts';
import { all, type Db } from '../db/sql.ts';
import type { FoldTables } from '../journal/folds.ts';
import type { Addition, SumTable } from '../journal/sums.ts';

/** Balances of each account on each business day: cached sums of the postings. */
export const ledgerTables: FoldTables = {
  names: ['account_day'],
  sql: `
    CREATE TABLE account_day (
      business_date TEXT NOT NULL,
      account TEXT NOT NULL,
      amount_rp INTEGER NOT NULL,
      PRIMARY KEY (business_date, account)
    ) STRICT, WITHOUT ROWID;
  `,
};

/** A record's postings go to the balances of its day; records outside a day count under ''. */
export const accountDays: SumTable = {
  upsert: `INSERT INTO account_day (business_date, account, amount_rp) VALUES (?, ?, ?)
           ON CONFLICT DO UPDATE SET amount_rp = amount_rp + excluded.amount_rp`,
  names: 2,
  additionsOf: balancedPostings,
};

function balancedPostings(record: JournalRecord): Addition[] {
  const postings = postingsOf(record);
  const sum = postings.reduce((total, { amountRp }) => total + amountRp, 0);
  if (sum !== 0) throw new Error(`postings of record ${record.seq} do not balance: ${sum}`);
  const date = record.businessDate ?? '';
  return postings.map(({ account, amountRp }) => ({
    key: [date, account],
    amounts: [amountRp],
  }));
}

/** Every account's balance over all days, in rupiah; debit is positive. */
export function trialBalance(db: Db): { account: string; amount_rp: number }[] {
  return all(
    db,
    'SELECT account, sum(amount_rp) AS amount_rp FROM account_day GROUP BY account ORDER BY account',
  );
}
