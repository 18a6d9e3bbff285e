import { districtKey, newPrivateKey, nodeCrypto, type DistrictKey } from './crypto.ts';
import type { ChainCrypto } from '../shared/journal/chain.ts';
import type { Log } from './log.ts';
import { findDistrict, insertDistrict } from './store/district-store.ts';
import type { Db } from './store/db.ts';
import { openSubjectKey } from './subject-key.ts';

/** What every part of the district works with. */
export interface District {
  readonly name: string;
  readonly db: Db;
  readonly key: DistrictKey;
  readonly crypto: ChainCrypto;
  readonly clock: Clock;
  readonly log: Log;
  /** By which its stores know a buyer without a number, as hex; undefined where its file was lost. */
  readonly subjectKey: string | undefined;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/**
 * Opens the district of a migrated database; at its very first start it gets its name and its key.
 * @param name only used at the first start: tills have it in their journals
 * @param dataDir where what must not be in the database is kept
 */
export async function openDistrict(
  db: Db,
  { name, clock, log, dataDir }: { name: string; clock: Clock; log: Log; dataDir: string | undefined },
): Promise<District> {
  await insertDistrict(db, { name, privateKey: newPrivateKey() });
  const stored = await findDistrict(db);
  if (stored === undefined) throw new Error('the district was not stored');
  const key = districtKey(stored.privateKey);
  const subjectKey = await openSubjectKey(db, nodeCrypto, log, dataDir);
  return { name: stored.name, db, key, crypto: nodeCrypto, clock, log, subjectKey };
}
