import { canonicalText } from '../journal/canonical.ts';
import { batchHeaderSchema, UPLOAD_LIMITS, type BatchHeader } from './protocol.ts';

/** A run of records as it travels: who stands where, then each record's stored bytes, untouched. */
export interface Batch {
  readonly header: BatchHeader;
  readonly records: readonly Uint8Array[];
}

/** Why bytes are no batch. */
export class BatchError extends Error {
  override readonly name = 'BatchError';
}

/** Ends a line. Canonical JSON escapes every line feed within a string, so none occurs in a record. */
const LINE_FEED = 0x0a;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Frames a batch: the header and every record on a line of its own. */
export function encodeBatch({ header, records }: Batch): Uint8Array {
  const lines = [encoder.encode(canonicalText(header)), ...records];
  const framed = new Uint8Array(lines.reduce((size, line) => size + line.length + 1, 0));
  let offset = 0;
  for (const line of lines) {
    framed.set(line, offset);
    offset += line.length;
    framed[offset] = LINE_FEED;
    offset += 1;
  }
  return framed;
}

/**
 * Takes a batch out of its frame. The records are not looked into; the chain's verifier does that.
 * @throws BatchError where the frame is broken, or holds other than it says, or too many records
 */
export function decodeBatch(bytes: Uint8Array): Batch {
  const [first, ...records] = splitLines(bytes);
  if (first === undefined) throw new BatchError('is empty');
  const header = parseHeader(first);
  const announced = header.to - header.from + 1;
  if (announced > UPLOAD_LIMITS.records) throw new BatchError(`announces ${announced} records`);
  if (records.length !== announced) throw new BatchError(`holds ${records.length} of ${announced} records`);
  return { header, records };
}

function parseHeader(line: Uint8Array): BatchHeader {
  let value: unknown;
  try {
    value = JSON.parse(decoder.decode(line));
  } catch {
    throw new BatchError('begins with no JSON in UTF-8');
  }
  const header = batchHeaderSchema.safeParse(value);
  if (!header.success) throw new BatchError(`has a bad header: ${header.error.issues[0]?.message ?? ''}`);
  return header.data;
}

function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  if (start !== bytes.length) throw new BatchError('breaks off in the middle of a line');
  return lines;
}

/**
 * How many of the next records one batch takes: at most 500, and no more than the soft size unless
 * the first alone is larger.
 * @param sizes bytes of each record waiting, oldest first
 */
export function recordsInBatch(sizes: readonly number[]): number {
  let count = 0;
  let total = 0;
  for (const size of sizes.slice(0, UPLOAD_LIMITS.records)) {
    total += size;
    if (count > 0 && total > UPLOAD_LIMITS.softBytes) break;
    count += 1;
  }
  return count;
}
