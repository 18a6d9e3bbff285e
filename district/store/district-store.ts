import { z } from 'zod';
import type { Queries } from './db.ts';

/** Who this district is: its name and its private key, PKCS #8. */
export interface StoredDistrict {
  readonly name: string;
  readonly privateKey: Uint8Array;
}

/** The district of this database, or undefined at the very first start. */
export async function findDistrict(db: Queries): Promise<StoredDistrict | undefined> {
  const [district] = await db.rows(
    z.object({ name: z.string(), privateKey: z.instanceof(Uint8Array) }),
    'SELECT name, private_key AS "privateKey" FROM district',
  );
  return district;
}

/** Puts the district down once; where another server was quicker, its key stays. */
export async function insertDistrict(db: Queries, district: StoredDistrict): Promise<void> {
  await db.run(
    'INSERT INTO district (id, name, private_key) VALUES (1, $1, $2) ON CONFLICT DO NOTHING',
    district.name,
    district.privateKey,
  );
}

/**
 * Ties this database to a subject key, once and for all, by a hash of the key.
 * @param check the hash, 64 hex digits; null only asks whether the database is tied to none yet
 * @returns whether it is tied to this one now, or, for null, to none
 */
export async function claimSubjectKey(db: Queries, check: string | null): Promise<boolean> {
  if (check !== null) {
    await db.run(
      `UPDATE district SET subject_key_check = decode($1, 'hex') WHERE subject_key_check IS NULL`,
      check,
    );
  }
  const [tied] = await db.rows(
    z.object({ found: z.string().nullable() }),
    `SELECT encode(subject_key_check, 'hex') AS found FROM district`,
  );
  return tied !== undefined && tied.found === check;
}
