import { ChainError, EMPTY_HEAD, hashRecord, type ChainCrypto } from '../../shared/journal/chain.ts';
import { ChainVerifier } from '../../shared/journal/verify.ts';
import type { VerifierState } from '../../shared/journal/verifier-state.ts';
import type { Batch } from '../../shared/upload/batch.ts';
import { RefusalError } from '../refusal.ts';
import type { VerifiedRecord } from '../store/record-store.ts';
import type { Till } from '../store/till-store.ts';

/** What the district holds of a till when a batch comes in. */
export interface HeldChain {
  readonly till: Till;
  /** Hashes of the records that the batch repeats, and of the one before it. */
  readonly hashes: ReadonlyMap<number, string>;
}

/** What a batch adds: nothing where all of it is held already. */
export interface Continuation {
  readonly records: readonly VerifiedRecord[];
  /** Where the chain stands once they are stored. */
  readonly state: VerifierState;
}

/**
 * Judges a batch against what is held. Records that are held already must be the same to the last
 * byte; the rest must continue the chain by the same rules as on the till.
 * @param signedS when the batch was signed, in seconds
 * @throws RefusalError with one of the `chain.*` codes; nothing of the batch is then taken
 */
export function continueChain(
  crypto: ChainCrypto,
  held: HeldChain,
  { header, records }: Batch,
  signedS: number,
): Continuation {
  const { state } = held.till;
  const standing = { expectedSeq: state.head.seq + 1, head: state.head };
  if (header.from > state.head.seq + 1) {
    throw new RefusalError('chain.gap', `begins at ${header.from}`, standing);
  }
  const repeated = records.slice(0, state.head.seq + 1 - header.from);
  const fork = firstDifference(crypto, held, header, repeated);
  if (fork !== undefined) {
    throw new RefusalError('chain.forked', `another record is held as ${fork}`, { ...standing, seq: fork });
  }
  // A late copy of an older request may well know a shorter journal; only a newer one betrays a cut.
  if (header.journalSeq < state.head.seq && signedS >= held.till.signedS) {
    throw new RefusalError('chain.rolled-back', `the journal ends at ${header.journalSeq}`, standing);
  }
  const verifier = new ChainVerifier(crypto, state);
  const added = records.slice(repeated.length).map((bytes) => takeNext(verifier, bytes));
  requireOwnChain(held.till, added[0]);
  const reached = header.to > state.head.seq ? verifier.head.hash : hashHeld(held, header.to);
  if (reached !== header.headHash) {
    throw new RefusalError('chain.broken', 'the records do not end in the head announced', {
      seq: header.to,
    });
  }
  return { records: added, state: verifier.state };
}

/** Number of the first record, from the one before the batch on, that is held with another hash. */
function firstDifference(
  crypto: ChainCrypto,
  held: HeldChain,
  header: Batch['header'],
  repeated: readonly Uint8Array[],
): number | undefined {
  if (hashHeld(held, header.from - 1) !== header.prevHash) return header.from - 1;
  const index = repeated.findIndex(
    (bytes, offset) => hashRecord(crypto, bytes) !== hashHeld(held, header.from + offset),
  );
  return index < 0 ? undefined : header.from + index;
}

function hashHeld({ till, hashes }: HeldChain, seq: number): string | undefined {
  if (seq === 0) return EMPTY_HEAD.hash;
  return seq === till.state.head.seq ? till.state.head.hash : hashes.get(seq);
}

function takeNext(verifier: ChainVerifier, bytes: Uint8Array): VerifiedRecord {
  try {
    return { ...verifier.take(bytes), bytes };
  } catch (error) {
    if (!(error instanceof ChainError)) throw error;
    throw new RefusalError('chain.broken', error.reason, { seq: error.seq });
  }
}

/** The first record of a chain says whose it is; that must be the till that was enrolled. */
function requireOwnChain(till: Till, first: VerifiedRecord | undefined): void {
  if (first?.record.type !== 'till-initialised/1') return;
  const { body } = first.record;
  const same =
    body.tillId === till.tillId && body.publicKey === till.publicKey && body.example === till.example;
  if (!same) throw new RefusalError('chain.broken', 'is the chain of another till', { seq: 1 });
}
