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
