import { DEFAULT_POLICY, tillPolicySchema, type TillPolicy } from '../../../shared/domain/policy.ts';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import { all, get, run, type Db } from '../db/sql.ts';

/** What holds at this till now; the careful defaults where nobody has decided yet. */
export function policy(db: Db): TillPolicy {
  const row = get<{ policy: string }>(db, 'SELECT policy FROM till_policy WHERE id = 1');
  return row === undefined ? DEFAULT_POLICY : parsed(row.policy);
}

let last: { readonly text: string; readonly policy: TillPolicy } | undefined;

/** A policy changes once in months and is asked for with every scan: the last one is kept. */
function parsed(text: string): TillPolicy {
  if (last?.text !== text) last = { text, policy: readPolicy(text) };
  return last.policy;
}

/** What an older record did not say yet is as in the defaults. */
function readPolicy(text: string): TillPolicy {
  const said: unknown = JSON.parse(text);
  return tillPolicySchema.parse({ ...DEFAULT_POLICY, ...tillPolicySchema.partial().parse(said) });
}

/** Writes the policy over what it was, as its record has it. */
export function savePolicy(db: Db, value: TillPolicy | Omit<TillPolicy, 'paymentNote'>): void {
  run(
    db,
    `INSERT INTO till_policy (id, policy) VALUES (1, ?)
     ON CONFLICT (id) DO UPDATE SET policy = excluded.policy`,
    // In canonical form, so that a rebuild from the stored bytes arrives at the very same row.
    canonicalText(value),
  );
}

/** The store's tax status from a business date on. */
export interface TaxStatusRow {
  valid_from: string;
  pkp: number;
  npwp: string | null;
}

/** Every status, the oldest first. */
export function taxStatusRows(db: Db): TaxStatusRow[] {
  return all<TaxStatusRow>(db, 'SELECT valid_from, pkp, npwp FROM tax_status ORDER BY valid_from');
}

/** The status that holds on a business date, or undefined before the first. */
export function taxStatusRowOn(db: Db, businessDate: string): TaxStatusRow | undefined {
  return get<TaxStatusRow>(
    db,
    'SELECT valid_from, pkp, npwp FROM tax_status WHERE valid_from <= ? ORDER BY valid_from DESC LIMIT 1',
    businessDate,
  );
}

/** Writes the status from a date on, over what was said of that date before. */
export function saveTaxStatus(db: Db, row: TaxStatusRow): void {
  run(
    db,
    `INSERT INTO tax_status (valid_from, pkp, npwp) VALUES (?, ?, ?)
     ON CONFLICT (valid_from) DO UPDATE SET pkp = excluded.pkp, npwp = excluded.npwp`,
    row.valid_from,
    row.pkp,
    row.npwp,
  );
}
