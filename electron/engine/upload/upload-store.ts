import { fromHex, toHex, type ChainHead } from '../../../shared/journal/chain.ts';
import { get, run, type Db } from '../db/sql.ts';
import { isFaultCode, type FaultCode } from './upload-fault.ts';

/** Where this till was enrolled. */
export interface Enrolment {
  readonly districtUrl: string;
  readonly districtName: string;
  /** Ed25519, raw, as hex: acknowledgements are checked with it. */
  readonly districtKey: string;
}

/** The district of this till, or undefined while it has none. */
export function readEnrolment(db: Db): Enrolment | undefined {
  return get<{ districtUrl: string; districtName: string; districtKey: string }>(
    db,
    `SELECT district_url AS districtUrl, district_name AS districtName, district_key AS districtKey
     FROM enrolment WHERE id = 1`,
  );
}

interface ProgressRow {
  acked_seq: number;
  acked_hash: Uint8Array;
  acked_at: number | null;
  next_try_at: number | null;
  failures: number;
  fault_code: string | null;
  fault_detail: string | null;
  fault_at: number | null;
}

/** How far the upload has come and what became of the last try. Instants by this till's clock. */
export interface Progress {
  readonly acked: ChainHead;
  readonly ackedAt: number | null;
  readonly nextTryAt: number | null;
  /** Tries that failed in a row. */
  readonly failures: number;
  readonly fault: { readonly code: FaultCode; readonly detail: string; readonly at: number } | null;
}

/** Reads the progress; there always is one, from the migration on. */
export function readProgress(db: Db): Progress {
  const row = get<ProgressRow>(db, 'SELECT * FROM work_upload WHERE id = 1');
  if (row === undefined) throw new Error('work_upload has lost its row');
  return {
    acked: { seq: row.acked_seq, hash: toHex(row.acked_hash) },
    ackedAt: row.acked_at,
    nextTryAt: row.next_try_at,
    failures: row.failures,
    fault: faultOf(row),
  };
}

function faultOf({ fault_code: code, fault_detail: detail, fault_at: at }: ProgressRow): Progress['fault'] {
  if (code === null || detail === null || at === null) return null;
  if (!isFaultCode(code)) throw new Error(`unknown upload fault ${code}`);
  return { code, detail, at };
}

/** Moves the cursor to a head that the district has acknowledged. */
export function saveAcked(db: Db, head: ChainHead, now: number): void {
  run(
    db,
    'UPDATE work_upload SET acked_seq = ?, acked_hash = ?, acked_at = ? WHERE id = 1',
    head.seq,
    fromHex(head.hash),
    now,
  );
}

/** Moves the cursor back to the last head the district still has; when it last acknowledged stays. */
export function moveCursorBack(db: Db, head: ChainHead): void {
  run(db, 'UPDATE work_upload SET acked_seq = ?, acked_hash = ? WHERE id = 1', head.seq, fromHex(head.hash));
}

/** When the next try is due. */
export function saveNextTry(db: Db, at: number): void {
  run(db, 'UPDATE work_upload SET next_try_at = ? WHERE id = 1', at);
}

/** Everything was acknowledged: no fault is left. */
export function saveSuccess(db: Db, nextTryAt: number): void {
  run(
    db,
    `UPDATE work_upload SET next_try_at = ?, failures = 0, fault_code = NULL, fault_detail = NULL,
       fault_at = NULL WHERE id = 1`,
    nextTryAt,
  );
}

/** A try failed. */
export function saveFailure(
  db: Db,
  fault: { code: FaultCode; detail: string; at: number; failures: number; nextTryAt: number },
): void {
  run(
    db,
    `UPDATE work_upload SET next_try_at = ?, failures = ?, fault_code = ?, fault_detail = ?, fault_at = ?
     WHERE id = 1`,
    fault.nextTryAt,
    fault.failures,
    fault.code,
    fault.detail,
    fault.at,
  );
}
