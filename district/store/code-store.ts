import { z } from 'zod';
import type { Queries } from './db.ts';

/** A one-time code as stored: its hash stands for it. */
export interface StoredCode {
  readonly validUntil: number;
  /** Public key of the till that used it, null while nobody has. */
  readonly usedByKey: string | null;
}

/** Keeps a new code by its hash. */
export async function insertCode(
  db: Queries,
  code: { hash: string; madeFor: string; madeAt: number; validUntil: number },
): Promise<void> {
  await db.run(
    `INSERT INTO enrolment_code (code_hash, made_for, made_at, valid_until_at)
     VALUES (decode($1, 'hex'), $2, $3, $4)`,
    code.hash,
    code.madeFor,
    code.madeAt,
    code.validUntil,
  );
}

/** The code of a hash, held against a second till that uses it at the same moment. */
export async function lockCode(tx: Queries, hash: string): Promise<StoredCode | undefined> {
  const [code] = await tx.rows(
    z.object({ validUntil: z.int(), usedByKey: z.string().nullable() }),
    `SELECT valid_until_at AS "validUntil", encode(used_by_key, 'hex') AS "usedByKey"
     FROM enrolment_code WHERE code_hash = decode($1, 'hex') FOR UPDATE`,
    hash,
  );
  return code;
}

/** Spends a code. */
export async function markCodeUsed(tx: Queries, hash: string, publicKey: string, now: number): Promise<void> {
  await tx.run(
    `UPDATE enrolment_code SET used_at = $2, used_by_key = decode($3, 'hex') WHERE code_hash = decode($1, 'hex')`,
    hash,
    now,
    publicKey,
  );
}
