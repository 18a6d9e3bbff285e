import { toHex, ChainError, type ChainCrypto } from '../../../shared/journal/chain.ts';
import { ChainVerifier } from '../../../shared/journal/verify.ts';
import type { Db } from '../db/sql.ts';
import { recordsAfter, type StoredRecord } from './journal-store.ts';

/** What a walk over the whole journal found. */
export interface JournalVerdict {
  readonly ok: boolean;
  /** Records stored. */
  readonly records: number;
  /** The first record that can't be trusted, or null. Everything before it can. */
  readonly firstBad: { readonly seq: number; readonly reason: string } | null;
}

/** A head that something outside the journal remembers: the journal must reach it and agree. */
export interface ExpectedHead {
  readonly seq: number;
  readonly hash: string;
  /** Who remembers it, for the message. */
  readonly what: string;
}

/** Records walked without a pause: a few milliseconds of work. */
const PAGE = 100;

/**
 * Walks the journal from its first record and checks everything that can be checked on this PC:
 * canonical bytes, hashes, chain, gapless receipt and Z numbers, day totals, signatures; and that it
 * still reaches every expected head. A holder of the key can rewrite what came after the last
 * acknowledged head; nothing on this PC alone can show that.
 *
 * A generator that pauses after every page, so that an engine can go on selling while it walks
 * years of records: the journal only ever grows, so what was walked stays walked.
 */
export function* verifyPages(
  db: Db,
  crypto: ChainCrypto,
  expected: readonly ExpectedHead[],
): Generator<void, JournalVerdict> {
  const verifier = new ChainVerifier(crypto);
  const watched = new Set(expected.map((head) => head.seq));
  const hashes = new Map<number, string>();
  let records = 0;
  let firstBad: JournalVerdict['firstBad'] = null;
  try {
    for (let page = pageAfter(db, 0); page.length > 0; page = pageAfter(db, lastSeq(page))) {
      for (const stored of page) {
        records += 1;
        if (firstBad !== null) continue;
        firstBad = takeStored(verifier, stored);
        if (watched.has(stored.seq)) hashes.set(stored.seq, toHex(stored.hash));
      }
      yield;
    }
  } catch (error) {
    firstBad ??= { seq: verifier.head.seq + 1, reason: unreadable(error) };
  }
  firstBad ??= missedHead(expected, hashes, verifier.head.seq);
  return { ok: firstBad === null, records, firstBad };
}

/** A page of records. Where the file is damaged on the way, record by record up to the damage. */
function pageAfter(db: Db, seq: number): StoredRecord[] {
  try {
    return recordsAfter(db, seq, PAGE);
  } catch {
    return recordsAfter(db, seq, 1);
  }
}

/** What SQLite says of a file that is damaged; any other error is a bug and goes on its way. */
function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof Error && code.startsWith('SQLITE_')) return `can't be read: ${error.message}`;
  throw error;
}

function lastSeq(page: readonly StoredRecord[]): number {
  return page.at(-1)?.seq ?? 0;
}

function takeStored(verifier: ChainVerifier, stored: StoredRecord): JournalVerdict['firstBad'] {
  const expected = verifier.head.seq + 1;
  if (stored.seq !== expected) return { seq: expected, reason: 'is missing' };
  try {
    const { hash, record } = verifier.take(stored.bytes);
    if (hash !== toHex(stored.hash))
      return { seq: expected, reason: 'has another hash than was noted for it' };
    if (record.type !== stored.type)
      return { seq: expected, reason: 'has another type than was noted for it' };
    return null;
  } catch (error) {
    if (error instanceof ChainError) return { seq: error.seq, reason: error.reason };
    throw error;
  }
}

function missedHead(
  heads: readonly ExpectedHead[],
  hashes: ReadonlyMap<number, string>,
  last: number,
): JournalVerdict['firstBad'] {
  for (const head of heads.toSorted((a, b) => a.seq - b.seq)) {
    if (head.seq > last)
      return { seq: last + 1, reason: `is missing: ${head.what} is at record ${head.seq}` };
    if (hashes.get(head.seq) !== head.hash)
      return { seq: head.seq, reason: `is not what ${head.what} names` };
  }
  return null;
}
