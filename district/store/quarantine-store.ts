import { z } from 'zod';
import type { Queries } from './db.ts';

/** A refused batch as it came, kept for the office: evidence, never to be overwritten. */
export interface RefusedBatch {
  readonly tillId: string;
  readonly code: string;
  readonly detail: string;
  /** The record at fault, where one is known. */
  readonly seq: number | null;
  /** SHA-256 of the body, 64 hex digits. */
  readonly digest: string;
  readonly body: Uint8Array;
  readonly signatureInput: string;
  readonly signature: string;
}

/** Keeps a refused batch; the same one coming again only counts up. */
export async function keepRefused(db: Queries, batch: RefusedBatch, now: number): Promise<void> {
  await db.run(
    `INSERT INTO quarantine (till_id, code, detail, seq, first_at, last_at, digest, body, signature_input, signature)
     VALUES ($1, $2, $3, $4, $5, $5, decode($6, 'hex'), $7, $8, $9)
     ON CONFLICT (till_id, code, digest) DO UPDATE SET last_at = excluded.last_at, times = quarantine.times + 1`,
    batch.tillId,
    batch.code,
    batch.detail,
    batch.seq,
    now,
    batch.digest,
    batch.body,
    batch.signatureInput,
    batch.signature,
  );
}

/** How many different refused batches of a till are kept, of one kind or of all. */
export async function countRefused(db: Queries, tillId: string, code: string | null = null): Promise<number> {
  const [row] = await db.rows(
    z.object({ count: z.int() }),
    'SELECT count(*) AS count FROM quarantine WHERE till_id = $1 AND ($2::text IS NULL OR code = $2)',
    tillId,
    code,
  );
  return row?.count ?? 0;
}
