import { postingsOf } from '../../../shared/domain/ledger.ts';
import type { JournalRecord } from '../../../shared/journal/record.ts';
import { all, run, type Db } from '../db/sql.ts';
import type { FoldTables } from '../journal/folds.ts';

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

/** Adds a record's postings to the balances of its day; records outside a day count under ''. */
export function applyPostings(db: Db, record: JournalRecord): void {
  const postings = postingsOf(record);
  let sum = 0;
  for (const { account, amountRp } of postings) {
    sum += amountRp;
    run(
      db,
      `INSERT INTO account_day (business_date, account, amount_rp) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET amount_rp = amount_rp + excluded.amount_rp`,
      record.businessDate ?? '',
      account,
      amountRp,
    );
  }
  if (sum !== 0) throw new Error(`postings of record ${record.seq} do not balance: ${sum}`);
}

/** Every account's balance over all days, in rupiah; debit is positive. */
export function trialBalance(db: Db): { account: string; amount_rp: number }[] {
  return all(
    db,
    'SELECT account, sum(amount_rp) AS amount_rp FROM account_day GROUP BY account ORDER BY account',
  );
}
