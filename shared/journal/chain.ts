import { canonicalText } from './canonical.ts';
import { GENESIS_PREV, parseRecord, RecordError, type JournalRecord } from './record.ts';

/** SHA-256 and Ed25519 are the host's: shared code has no I/O and no native crypto of its own. */
export interface ChainCrypto {
  sha256(bytes: Uint8Array): Uint8Array;
  /** @param publicKey raw 32 bytes */
  verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
}

const encoder = new TextEncoder();
// A byte order mark is no part of a canonical record; left alone it would be dropped without a word.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const RECORD_DOMAIN = encoder.encode('gerai/record/v1\0');
const Z_DOMAIN = encoder.encode('gerai/z/v1\0');

/** UTF-8 bytes of text. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Each byte's two digits. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex of bytes. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (let index = 0; index < bytes.length; index += 1) text += HEX[bytes[index] ?? 0];
  return text;
}

/** Bytes of hex text; throws RangeError where it is no hex. */
export function fromHex(text: string): Uint8Array {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new RangeError('not lower-case hex');
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(i * 2, i * 2 + 2), 16),
  );
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

/** Hash of a record's stored bytes: SHA-256("gerai/record/v1\0" ‖ JCS(record)), 64 hex digits. */
export function hashRecord(crypto: Pick<ChainCrypto, 'sha256'>, bytes: Uint8Array): string {
  return toHex(crypto.sha256(join(RECORD_DOMAIN, bytes)));
}

/** The canonical bytes of a record: what is hashed, stored and uploaded. */
export function recordBytes(record: JournalRecord): Uint8Array {
  return encoder.encode(canonicalText(record));
}

/** What the till's key signs at a day's end: the Z without its signature, under its own domain. */
export function zSigningBytes(body: { readonly zId: string; readonly signature?: string }): Uint8Array {
  const { signature: _, ...unsigned } = body;
  return join(Z_DOMAIN, encoder.encode(canonicalText(unsigned)));
}

/** Where a chain stands: the next record must have `seq + 1` and name `hash`. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** Before the first record. */
export const EMPTY_HEAD: ChainHead = { seq: 0, hash: GENESIS_PREV };

/** Why a record does not continue its chain; `reason` is for people who repair, not for the counter. */
export class ChainError extends Error {
  override readonly name = 'ChainError';
  readonly seq: number;
  readonly reason: string;
  constructor(seq: number, reason: string) {
    super(`record ${seq}: ${reason}`);
    this.seq = seq;
    this.reason = reason;
  }
}

/** A record that was read from bytes and found to continue its chain. */
export interface CheckedRecord {
  readonly record: JournalRecord;
  readonly hash: string;
}

/**
 * Reads the next record of a chain from its bytes and checks all that the bytes alone can prove:
 * that they are canonical, a known record, the next number, and name the hash of the one before.
 * @throws ChainError saying which record and why.
 */
export function checkNext(
  crypto: Pick<ChainCrypto, 'sha256'>,
  head: ChainHead,
  bytes: Uint8Array,
): CheckedRecord {
  const seq = head.seq + 1;
  const record = readRecord(seq, bytes);
  if (record.seq !== seq) throw new ChainError(seq, `has number ${record.seq}`);
  if (record.prev !== head.hash) throw new ChainError(seq, 'does not name the hash of the record before');
  return { record, hash: hashRecord(crypto, bytes) };
}

function readRecord(seq: number, bytes: Uint8Array): JournalRecord {
  let text: string;
  let record: JournalRecord;
  try {
    text = decoder.decode(bytes);
    record = parseRecord(JSON.parse(text));
  } catch (error) {
    if (error instanceof RecordError) throw new ChainError(seq, error.message);
    throw new ChainError(seq, 'is not JSON in UTF-8');
  }
  if (canonical(seq, record) !== text) throw new ChainError(seq, 'is not in canonical form');
  return record;
}

function canonical(seq: number, record: JournalRecord): string {
  try {
    return canonicalText(record);
  } catch (error) {
    if (error instanceof RangeError) throw new ChainError(seq, error.message);
    throw error;
  }
}
