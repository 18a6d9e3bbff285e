import { z } from 'zod';
import { EMPTY_VERIFIER_STATE, verifierStateSchema } from '../../shared/journal/verifier-state.ts';
import type { VerifierState } from '../../shared/journal/verifier-state.ts';
import type { EnrolmentRequest } from '../../shared/upload/protocol.ts';
import type { Queries } from './db.ts';

const tillRow = z
  .object({
    till_id: z.string(),
    public_key: z.string(),
    example: z.boolean(),
    signed_s: z.int(),
    verifier_state: verifierStateSchema,
  })
  .transform((row) => ({
    tillId: row.till_id,
    /** The pinned Ed25519 key, as hex. */
    publicKey: row.public_key,
    example: row.example,
    /** When the newest accepted request was signed, in seconds. */
    signedS: row.signed_s,
    /** Where its chain stands; `state.head` is what has been acknowledged. */
    state: row.verifier_state,
  }));
/** A till as the district knows it. */
export type Till = z.output<typeof tillRow>;

const TILL_COLUMNS = `till_id, encode(public_key, 'hex') AS public_key, example, signed_s, verifier_state`;

/** The till of an id, or undefined. */
export async function findTill(db: Queries, tillId: string): Promise<Till | undefined> {
  const [till] = await db.rows(tillRow, `SELECT ${TILL_COLUMNS} FROM till WHERE till_id = $1`, tillId);
  return till;
}

/** The same, keeping every other batch of this till waiting until the transaction ends. */
export async function lockTill(tx: Queries, tillId: string): Promise<Till | undefined> {
  const text = `SELECT ${TILL_COLUMNS} FROM till WHERE till_id = $1 FOR UPDATE`;
  const [till] = await tx.rows(tillRow, text, tillId);
  return till;
}

/** Pins a till's key, or brings its name up to date where it is already known by this key. */
export async function saveTill(tx: Queries, request: EnrolmentRequest, now: number): Promise<void> {
  await tx.run(
    `INSERT INTO till (till_id, public_key, store_code, till_number, koperasi, gerai, kabupaten, example,
       enrolled_at, acked_seq, head_hash, verifier_state)
     VALUES ($1, decode($2, 'hex'), $3, $4, $5, $6, $7, $8, $9, 0, decode($10, 'hex'), $11::jsonb)
     ON CONFLICT (till_id) DO UPDATE SET store_code = excluded.store_code, till_number = excluded.till_number,
       koperasi = excluded.koperasi, gerai = excluded.gerai, kabupaten = excluded.kabupaten`,
    request.tillId,
    request.publicKey,
    request.storeCode,
    request.tillNumber,
    request.koperasi,
    request.gerai,
    request.kabupaten,
    request.example,
    now,
    EMPTY_VERIFIER_STATE.head.hash,
    JSON.stringify(EMPTY_VERIFIER_STATE),
  );
}

/** Notes an accepted word from a till that brought nothing new. */
export async function markSeen(tx: Queries, tillId: string, signedS: number, now: number): Promise<void> {
  await tx.run(
    'UPDATE till SET seen_at = $2, signed_s = greatest(signed_s, $3) WHERE till_id = $1',
    tillId,
    now,
    signedS,
  );
}

/** Moves a till's head to where a verified batch ended. */
export async function moveHead(
  tx: Queries,
  till: { tillId: string; state: VerifierState; headSignature: string; signedS: number; epoch: number },
  now: number,
): Promise<void> {
  await tx.run(
    `UPDATE till SET acked_seq = $2, head_hash = decode($3, 'hex'), head_signature = decode($4, 'hex'),
       verifier_state = $5::jsonb, epoch = $6, signed_s = greatest(signed_s, $7), seen_at = $8, acked_at = $8
     WHERE till_id = $1`,
    till.tillId,
    till.state.head.seq,
    till.state.head.hash,
    till.headSignature,
    JSON.stringify(till.state),
    till.epoch,
    till.signedS,
    now,
  );
}
