import { storeProfileSchema, type StoreProfile } from '../../../shared/contract/setup.ts';
import { get, type Db } from '../db/sql.ts';

/** The store as the journal's first record set it up. */
export interface StoreIdentity {
  readonly tillId: string;
  readonly publicKey: string;
  readonly epoch: number;
  readonly example: boolean;
  readonly profile: StoreProfile;
}

interface StoreRow {
  till_id: string;
  public_key: string;
  epoch: number;
  example: number;
  profile: string;
}

/** Who this till is, or undefined before the first run is done. */
export function readStore(db: Db): StoreIdentity | undefined {
  const row = get<StoreRow>(
    db,
    `SELECT till_id, public_key, epoch, example,
       (SELECT profile FROM store_profile ORDER BY since_seq DESC LIMIT 1) AS profile
     FROM store WHERE id = 1`,
  );
  if (row === undefined) return undefined;
  return {
    tillId: row.till_id,
    publicKey: row.public_key,
    epoch: row.epoch,
    example: row.example === 1,
    profile: parsed(row.profile),
  };
}

/** What the store said of itself when record `seq` was written: what its receipts of that time say. */
export function profileAt(db: Db, seq: number): StoreProfile {
  const row = get<{ profile: string }>(
    db,
    'SELECT profile FROM store_profile WHERE since_seq <= ? ORDER BY since_seq DESC LIMIT 1',
    seq,
  );
  if (row === undefined) throw new Error(`the store had no profile at record ${seq}`);
  return parsed(row.profile);
}

let last: { readonly text: string; readonly profile: StoreProfile } | undefined;

/** A profile changes once in years and is asked for several times in every sale: the last one is kept. */
function parsed(text: string): StoreProfile {
  if (last?.text !== text) last = { text, profile: storeProfileSchema.parse(JSON.parse(text)) };
  return last.profile;
}
