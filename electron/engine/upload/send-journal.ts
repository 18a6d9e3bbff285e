import { fromHex, toHex, type ChainHead } from '../../../shared/journal/chain.ts';
import { encodeBatch, recordsInBatch, type Batch } from '../../../shared/upload/batch.ts';
import { ackSchema, DISTRICT_PATHS, UPLOAD_LIMITS, type Ack } from '../../../shared/upload/protocol.ts';
import { ackStatement, headStatement } from '../../../shared/upload/statements.ts';
import type { Core } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { journalHead, recordsAfter, storedRecord } from '../journal/index.ts';
import { DistrictLink, type LinkEnds } from './district-link.ts';
import { UploadFault } from './upload-fault.ts';
import { moveCursorBack, readProgress, saveAcked } from './upload-store.ts';

/** How often one upload may find the district further back than it thought; more means it is confused. */
const MOST_WALKS_BACK = 3;

/** Whom the journal goes to, and by which key its word is checked. */
export interface Destination extends LinkEnds {
  /** Ed25519, raw, as hex. */
  readonly districtKey: string;
}

/**
 * Sends everything after the last acknowledged record, oldest first, batch by batch, until the
 * district has acknowledged the journal's head. The cursor moves only on a countersigned word that
 * names a hash of this till's own. Where there is nothing to send, it says where the journal stands.
 * @throws UploadFault; what was acknowledged until then stays acknowledged
 */
export async function sendJournal(core: Core, to: Destination, stop: AbortSignal): Promise<void> {
  const link = new DistrictLink(core.ports, to);
  const path = DISTRICT_PATHS.batches(to.tillId);
  let walksBack = 0;
  for (;;) {
    const batch = nextBatch(core.db, to);
    try {
      const ack = await link.post(path, encodeBatch(batch), ackSchema, { stop });
      takeAck(core, to, batch, ack);
    } catch (error) {
      if (walksBack >= MOST_WALKS_BACK || !walkBack(core, error)) throw asFork(error);
      walksBack += 1;
      continue;
    }
    if (readProgress(core.db).acked.seq >= journalHead(core.db).seq) return;
  }
}

function nextBatch(db: Db, { tillId, key }: Destination): Batch {
  const head = journalHead(db);
  // A journal shorter than what was acknowledged says so: the district is to know, and to refuse it.
  const after = Math.min(readProgress(db).acked.seq, head.seq);
  const waiting = recordsAfter(db, after, UPLOAD_LIMITS.records);
  const chosen = waiting.slice(0, recordsInBatch(waiting.map(({ bytes }) => bytes.length)));
  const prevHash = ownHash(db, after);
  const last = chosen.at(-1);
  // Counted, not read off the last record: a gap in the journal must show as one at the district.
  const to = after + chosen.length;
  const headHash = last === undefined ? prevHash : toHex(last.hash);
  const headSignature = toHex(key.sign(headStatement({ tillId, seq: to, hash: headHash })));
  return {
    header: { from: after + 1, to, prevHash, headHash, headSignature, journalSeq: head.seq },
    records: chosen.map(({ bytes }) => bytes),
  };
}

/** Hash of this journal's record `seq`; of nothing before the first. */
function ownHash(db: Db, seq: number): string {
  const record = storedRecord(db, seq);
  return record === undefined ? '0'.repeat(64) : toHex(record.hash);
}

/**
 * Believes an acknowledgement only where the pinned key has signed it, it covers what was sent, and
 * it names a hash that this journal has under that number.
 */
function takeAck(core: Core, { tillId, districtKey }: Destination, { header }: Batch, ack: Ack): void {
  const { db, ports } = core;
  const signed = ports.crypto.verifyEd25519(
    fromHex(districtKey),
    ackStatement(tillId, ack),
    fromHex(ack.countersignature),
  );
  if (!signed)
    throw new UploadFault('district.nonsense', 'the acknowledgement is not signed by the district');
  if (ack.ackedSeq < header.to) {
    throw new UploadFault('district.nonsense', `acknowledged ${ack.ackedSeq} of ${header.to}`);
  }
  const head = { seq: ack.ackedSeq, hash: ack.headHash };
  if (!isOwn(db, head)) throw new UploadFault('upload.fork', `the district holds another record ${head.seq}`);
  core.transact((ctx) => {
    saveAcked(ctx.db, head, ctx.ports.clock.now());
    ctx.changed('upload');
  });
}

/**
 * The district stands further back than the cursor, as after a restore from its backup: where its
 * head is one of this journal's own, sending goes on from there.
 * @returns whether it does
 */
function walkBack({ db, ports, transact }: Core, error: unknown): boolean {
  const refusal = error instanceof UploadFault ? error.refusal : undefined;
  const head = refusal?.code === 'chain.gap' ? refusal.head : undefined;
  if (head === undefined || head.seq >= readProgress(db).acked.seq || !isOwn(db, head)) return false;
  ports.log.info('the district went back; sending again from there', { seq: head.seq });
  transact((ctx) => moveCursorBack(ctx.db, head));
  return true;
}

function isOwn(db: Db, head: ChainHead): boolean {
  return head.seq <= journalHead(db).seq && ownHash(db, head.seq) === head.hash;
}

/** Two different records under one number can't be mended by sending again; people must look. */
function asFork(error: unknown): unknown {
  if (!(error instanceof UploadFault)) return error;
  const code = error.refusal?.code;
  const forked = code === 'chain.forked' || code === 'chain.rolled-back' || code === 'chain.gap';
  return forked ? new UploadFault('upload.fork', error.detail) : error;
}
