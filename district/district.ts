import { districtKey, newPrivateKey, nodeCrypto, type DistrictKey } from './crypto.ts';
import type { ChainCrypto } from '../shared/journal/chain.ts';
import type { Log } from './log.ts';
import { findDistrict, insertDistrict } from './store/district-store.ts';
import type { Db } from './store/db.ts';

/** What every part of the district works with. */
export interface District {
  readonly name: string;
  readonly db: Db;
  readonly key: DistrictKey;
  readonly crypto: ChainCrypto;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

/**
 * Opens the district of a migrated database; at its very first start it gets its name and its key.
 * @param name only used at the first start: tills have it in their journals
 */
export async function openDistrict(db: Db, name: string, clock: Clock, log: Log): Promise<District> {
  await insertDistrict(db, { name, privateKey: newPrivateKey() });
  const stored = await findDistrict(db);
  if (stored === undefined) throw new Error('the district was not stored');
  return { name: stored.name, db, key: districtKey(stored.privateKey), crypto: nodeCrypto, clock, log };
}
