import type { StoreProfile } from '../../../shared/contract/setup.ts';
import { canonicalText } from '../../../shared/journal/canonical.ts';
import type { RecordOf } from '../../../shared/journal/record.ts';
import { run, type Db } from '../db/sql.ts';

/** The first record: the till's identity, its public key and the store's profile. */
export function applyTillInitialised(db: Db, record: RecordOf<'till-initialised/1'>): void {
  const { tillId, publicKey, example, profile } = record.body;
  run(
    db,
    'INSERT INTO store (id, till_id, public_key, epoch, example) VALUES (1, ?, ?, ?, ?)',
    tillId,
    publicKey,
    record.epoch,
    example ? 1 : 0,
  );
  insertProfile(db, record.seq, profile);
}

/** The store's name, place or tax status from now on; a receipt printed again keeps the old one. */
export function applyStoreProfileChanged(db: Db, record: RecordOf<'store-profile-changed/1'>): void {
  insertProfile(db, record.seq, record.body.profile);
}

function insertProfile(db: Db, sinceSeq: number, profile: StoreProfile): void {
  // In canonical form, so that a rebuild from the stored bytes arrives at the very same row.
  run(db, 'INSERT INTO store_profile (since_seq, profile) VALUES (?, ?)', sinceSeq, canonicalText(profile));
}
