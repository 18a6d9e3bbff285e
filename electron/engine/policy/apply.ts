import type { RecordOf } from '../../../shared/journal/record.ts';
import type { Db } from '../db/sql.ts';
import { savePolicy, saveTaxStatus } from './policy-store.ts';

/** What the store has decided about selling, from now on. */
export function applyTillPolicySet(
  db: Db,
  record: RecordOf<'till-policy-set/1' | 'till-policy-set/2'>,
): void {
  savePolicy(db, record.body);
}

/** PKP or not from a business date on. */
export function applyTaxStatusSet(db: Db, record: RecordOf<'tax-status-set/1'>): void {
  const { validFrom, pkp, npwp } = record.body;
  saveTaxStatus(db, { valid_from: validFrom, pkp: pkp ? 1 : 0, npwp });
}
