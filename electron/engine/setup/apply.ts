import { canonicalText } from '../../../shared/journal/canonical.ts';
import type { RecordOf } from '../../../shared/journal/record.ts';
import { run, type Db } from '../db/sql.ts';

/** The first record: the store and the till's public key. */
export function applyTillInitialised(db: Db, record: RecordOf<'till-initialised/1'>): void {
  const { tillId, publicKey, example, profile } = record.body;
  run(
    db,
    'INSERT INTO store (id, till_id, public_key, epoch, example, profile) VALUES (1, ?, ?, ?, ?, ?)',
    tillId,
    publicKey,
    record.epoch,
    example ? 1 : 0,
    // In canonical form, so that a rebuild from the stored bytes arrives at the very same row.
    canonicalText(profile),
  );
}
