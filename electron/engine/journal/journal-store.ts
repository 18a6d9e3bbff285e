import { EMPTY_HEAD, fromHex, toHex, type ChainHead } from '../../../shared/journal/chain.ts';
import type { JournalRecord } from '../../../shared/journal/record.ts';
import { all, get, run, type Db } from '../db/sql.ts';

interface HeadRow {
  seq: number;
  hash: Uint8Array;
}

/** One stored record: its number, its hash and the exact bytes. */
export interface StoredRecord {
  seq: number;
  type: string;
  hash: Uint8Array;
  bytes: Uint8Array;
}

const decoder = new TextDecoder();

/** Last record of the journal, or the empty head. */
export function journalHead(db: Db): ChainHead {
  const row = get<HeadRow>(db, 'SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1');
  return row === undefined ? EMPTY_HEAD : { seq: row.seq, hash: toHex(row.hash) };
}

/** When the last record was written, by the clock of that moment; undefined before the first. */
export function headRecordedAt(db: Db): number | undefined {
  const row = get<{ at: number }>(
    db,
    "SELECT json_extract(CAST(bytes AS TEXT), '$.at') AS at FROM journal ORDER BY seq DESC LIMIT 1",
  );
  return row?.at;
}

/** Writes one record and moves the head along. Triggers hold the number gapless. */
export function insertRecord(db: Db, seq: number, type: string, hash: string, bytes: Uint8Array): void {
  const hashBytes = fromHex(hash);
  run(db, 'INSERT INTO journal (seq, type, hash, bytes) VALUES (?, ?, ?, ?)', seq, type, hashBytes, bytes);
  run(
    db,
    `INSERT INTO work_head (id, seq, hash) VALUES (1, ?, ?)
     ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
    seq,
    hashBytes,
  );
}

/** Stored records after `afterSeq`, oldest first. */
export function recordsAfter(db: Db, afterSeq: number, limit: number): StoredRecord[] {
  return all<StoredRecord>(
    db,
    'SELECT seq, type, hash, bytes FROM journal WHERE seq > ? ORDER BY seq LIMIT ?',
    afterSeq,
    limit,
  );
}

/** One record to be applied once more, as text: reading years of them makes no copy of the bytes. */
export interface RecordText {
  seq: number;
  hash: string;
  text: string;
}

/** Records after `afterSeq` for a rebuild, oldest first; `hash` in hex. */
export function recordTextsAfter(db: Db, afterSeq: number, limit: number): RecordText[] {
  return all<RecordText>(
    db,
    `SELECT seq, lower(hex(hash)) AS hash, CAST(bytes AS TEXT) AS text FROM journal
     WHERE seq > ? ORDER BY seq LIMIT ?`,
    afterSeq,
    limit,
  );
}

/** One stored record, or undefined. */
export function storedRecord(db: Db, seq: number): StoredRecord | undefined {
  return get<StoredRecord>(db, 'SELECT seq, type, hash, bytes FROM journal WHERE seq = ?', seq);
}

/** The head as noted beside the journal; differs from `journalHead` only where a tail was cut off. */
export function notedHead(db: Db): ChainHead {
  const row = get<HeadRow>(db, 'SELECT seq, hash FROM work_head WHERE id = 1');
  return row === undefined ? EMPTY_HEAD : { seq: row.seq, hash: toHex(row.hash) };
}

/** Reads back a record that this engine checked when it wrote it; verifying is `verify`'s task. */
export function decodeStored(bytes: Uint8Array): JournalRecord {
  return decodeText(decoder.decode(bytes));
}

/** As `decodeStored`, for a record that was read as text. */
export function decodeText(text: string): JournalRecord {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked when it was written
  return JSON.parse(text) as JournalRecord;
}
