import { fromHex, type ChainHead } from '../../shared/journal/chain.ts';
import { BatchError, decodeBatch, type Batch } from '../../shared/upload/batch.ts';
import type { ParsedSignature } from '../../shared/upload/message-signature.ts';
import { UPLOAD_LIMITS, type Ack } from '../../shared/upload/protocol.ts';
import { ackStatement, headStatement } from '../../shared/upload/statements.ts';
import { inflate } from '../access/inflate.ts';
import {
  requireFirstTime,
  requireRecent,
  verifySignature,
  type IncomingRequest,
} from '../access/signed-request.ts';
import type { District } from '../district.ts';
import { RefusalError } from '../refusal.ts';
import type { Queries } from '../store/db.ts';
import { hashesBetween, insertRecords } from '../store/record-store.ts';
import { findTill, lockTill, markSeen, moveHead, type Till } from '../store/till-store.ts';
import { continueChain } from './continue-chain.ts';
import { fold } from './fold.ts';
import { quarantine } from './quarantine.ts';

/** A request that brings a batch. */
export type BatchRequest = IncomingRequest & { readonly body: Uint8Array };

/**
 * Takes in a batch: signature, freshness, frame, signed head, chain, and then all of its records and
 * what follows from them in one transaction. A batch that is held already is acknowledged again.
 * @returns what has been stored by then, countersigned
 * @throws RefusalError; nothing is then stored but the refused batch itself, apart
 */
export async function receiveBatch(district: District, tillId: string, request: BatchRequest): Promise<Ack> {
  const till = await findTill(district.db, tillId);
  if (till === undefined) throw new RefusalError('till.unknown', 'this till is not enrolled here');
  try {
    const signature = verifySignature(district, request, tillId, till.publicKey);
    requireRecent(district, signature);
    await requireFirstTime(district, tillId, signature);
    const batch = await unpack(request.body);
    requireSignedHead(district, till, batch);
    const head = await district.db.transaction((tx) => take(district, tx, tillId, batch, signature));
    return acknowledge(district, tillId, head);
  } catch (error) {
    if (error instanceof RefusalError) await quarantine(district, tillId, request, error);
    throw error;
  }
}

async function unpack(body: Uint8Array): Promise<Batch> {
  const framed = await inflate(body, UPLOAD_LIMITS.inflatedBytes);
  try {
    return decodeBatch(framed);
  } catch (error) {
    if (error instanceof BatchError) throw new RefusalError('batch.malformed', error.message);
    throw error;
  }
}

/** Without the till's own word for its head, it could later say that somebody else had sent it. */
function requireSignedHead(district: District, till: Till, { header }: Batch): void {
  const statement = headStatement({ tillId: till.tillId, seq: header.to, hash: header.headHash });
  const signature = fromHex(header.headSignature);
  if (!district.crypto.verifyEd25519(fromHex(till.publicKey), statement, signature)) {
    throw new RefusalError('head.unsigned', 'the head is not signed by this till', { seq: header.to });
  }
}

async function take(
  district: District,
  tx: Queries,
  tillId: string,
  batch: Batch,
  signature: ParsedSignature,
): Promise<ChainHead> {
  const till = await lockTill(tx, tillId);
  if (till === undefined) throw new RefusalError('till.unknown', 'this till is not enrolled here');
  const { header } = batch;
  const held = till.state.head;
  const hashes = await hashesBetween(tx, tillId, header.from - 1, Math.min(header.to, held.seq));
  const { records, state } = continueChain(district.crypto, { till, hashes }, batch, signature.created);
  const newest = records.at(-1);
  const now = district.clock.now();
  if (newest === undefined) {
    await markSeen(tx, tillId, signature.created, now);
    return held;
  }
  await insertRecords(tx, tillId, records);
  await fold(tx, tillId, records);
  const { headSignature } = header;
  const { epoch } = newest.record;
  await moveHead(tx, { tillId, state, headSignature, epoch, signedS: signature.created }, now);
  return state.head;
}

function acknowledge({ clock, key }: District, tillId: string, head: ChainHead): Ack {
  const ack = { ackedSeq: head.seq, headHash: head.hash, serverTime: clock.now() };
  return { ...ack, countersignature: key.sign(ackStatement(tillId, ack)) };
}
