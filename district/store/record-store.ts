import { z } from 'zod';
import { toHex } from '../../shared/journal/chain.ts';
import type { ZRecord } from '../../shared/domain/sale-view.ts';
import type { JournalRecord } from '../../shared/journal/record.ts';
import type { Queries } from './db.ts';

/** A record that passed its chain's verifier, with the bytes it came as. */
export interface VerifiedRecord {
  readonly record: JournalRecord;
  /** 64 hex digits. */
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** Hashes of the records held from `from` to `to`, by number. */
export async function hashesBetween(
  tx: Queries,
  tillId: string,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.rows(
    z.object({ seq: z.int(), hash: z.string() }),
    `SELECT seq, encode(hash, 'hex') AS hash FROM record WHERE till_id = $1 AND seq BETWEEN $2 AND $3`,
    tillId,
    from,
    to,
  );
  return new Map(rows.map(({ seq, hash }) => [seq, hash]));
}

/** Stores records in one statement, whatever their number; bytes travel as hex, which any encoding keeps. */
export async function insertRecords(
  tx: Queries,
  tillId: string,
  records: readonly VerifiedRecord[],
): Promise<void> {
  await tx.run(
    `INSERT INTO record (till_id, seq, hash, type, business_date, bytes)
     SELECT $1::uuid, r.seq, decode(r.hash, 'hex'), r.type, r.business_date, decode(r.bytes, 'hex')
     FROM unnest($2::bigint[], $3::text[], $4::text[], $5::date[], $6::text[])
       AS r (seq, hash, type, business_date, bytes)`,
    tillId,
    records.map(({ record }) => record.seq),
    records.map(({ hash }) => hash),
    records.map(({ record }) => record.type),
    records.map(({ record }) => record.businessDate),
    records.map(({ bytes }) => toHex(bytes)),
  );
}

/** Notes the closing of a day, so that the office finds it without reading records. */
export async function insertClosing(
  tx: Queries,
  tillId: string,
  { record, hash }: { record: ZRecord; hash: string },
): Promise<void> {
  const { body } = record;
  await tx.run(
    `INSERT INTO z_closing (till_id, number, business_date, seq, hash, closed_at, gross_rp, perpetual_gross_rp)
     VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6, $7, $8)`,
    tillId,
    body.number,
    record.businessDate,
    record.seq,
    hash,
    record.at,
    body.totals.grossRp,
    body.perpetual.grossRp,
  );
}

/** Every closing of a till, oldest first. */
export async function listClosings(
  db: Queries,
  tillId: string,
): Promise<{ number: number; businessDate: string; hash: string }[]> {
  return db.rows(
    z.object({ number: z.int(), businessDate: z.string(), hash: z.string() }),
    `SELECT number, business_date AS "businessDate", encode(hash, 'hex') AS hash
     FROM z_closing WHERE till_id = $1 ORDER BY number`,
    tillId,
  );
}
