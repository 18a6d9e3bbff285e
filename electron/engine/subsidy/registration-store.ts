import { z } from 'zod';
import { businessDateSchema, type BusinessDate } from '../../../shared/domain/business-date.ts';
import { consumerCategorySchema } from '../../../shared/domain/programmes/rules.ts';
import { allotmentSchema } from '../../../shared/contract/subsidy.ts';
import type { RecordBodies } from '../../../shared/journal/bodies.ts';
import { all, get, number, run, type Db } from '../db/sql.ts';

type Body = RecordBodies['subsidy-registered/1'];

/** A registration as the tables have it: everything but who it is. */
export interface StoredRegistration extends Body {
  readonly lastBoughtOn: BusinessDate | null;
  readonly erased: boolean;
}

interface RegistrationRow {
  registration_id: string;
  nik_key: string | null;
  kk_key: string | null;
  shared_nik_key: string | null;
  shared_kk_key: string | null;
  categories: string;
  member_id: string | null;
  farmer: number;
  allotments: string;
  purpose: string;
  expires_on: string;
  last_bought_on: string | null;
  erased: number;
}

const REGISTRATION = `
  SELECT registration_id, nik_key, kk_key, shared_nik_key, shared_kk_key, categories, member_id, farmer,
         allotments, purpose, expires_on, last_bought_on, erased
  FROM subsidy_registration`;

const categoriesSchema = z.array(consumerCategorySchema);
const allotmentsSchema = z.array(allotmentSchema);

function stored(row: RegistrationRow): StoredRegistration {
  return {
    registrationId: row.registration_id,
    nikKey: row.nik_key,
    kkKey: row.kk_key,
    sharedNikKey: row.shared_nik_key,
    sharedKkKey: row.shared_kk_key,
    categories: categoriesSchema.parse(JSON.parse(row.categories)),
    memberId: row.member_id,
    farmer: row.farmer === 1,
    allotments: allotmentsSchema.parse(JSON.parse(row.allotments)),
    purpose: row.purpose,
    expiresOn: businessDateSchema.parse(row.expires_on),
    lastBoughtOn: row.last_bought_on === null ? null : businessDateSchema.parse(row.last_bought_on),
    erased: row.erased === 1,
  };
}

/** The registration of this id, erased or not. */
export function readRegistration(db: Db, registrationId: string): StoredRegistration | undefined {
  const row = get<RegistrationRow>(db, `${REGISTRATION} WHERE registration_id = ?`, registrationId);
  return row === undefined ? undefined : stored(row);
}

/** Whoever has this NIK. */
export function registrationOfNik(db: Db, nikKey: string): StoredRegistration | undefined {
  const row = get<RegistrationRow>(db, `${REGISTRATION} WHERE nik_key = ?`, nikKey);
  return row === undefined ? undefined : stored(row);
}

/** Everybody on this KK, in the order in which they registered. */
export function registrationsOfKk(db: Db, kkKey: string): StoredRegistration[] {
  return all<RegistrationRow>(db, `${REGISTRATION} WHERE kk_key = ? ORDER BY added_seq`, kkKey).map(stored);
}

/** Everybody registered with this member, in the order in which they registered. */
export function registrationsOfMember(db: Db, memberId: string): StoredRegistration[] {
  return all<RegistrationRow>(db, `${REGISTRATION} WHERE member_id = ? ORDER BY added_seq`, memberId).map(
    stored,
  );
}

/** Everybody, erased or not. */
export function allRegistrations(db: Db): StoredRegistration[] {
  return all<RegistrationRow>(db, `${REGISTRATION} ORDER BY added_seq`).map(stored);
}

/** Whether anybody was ever registered: a store without has no need of a key. */
export function anybodyRegistered(db: Db): boolean {
  return number(db, 'SELECT EXISTS (SELECT 1 FROM subsidy_registration)') === 1;
}

/** Those whose number is still kept although its time was over before a date. */
export function expiredBefore(db: Db, date: string): string[] {
  return all<{ registration_id: string }>(
    db,
    'SELECT registration_id FROM subsidy_registration WHERE erased = 0 AND expires_on < ? ORDER BY added_seq',
    date,
  ).map((row) => row.registration_id);
}

/**
 * Adds a registration or writes over one. What was agreed to once about how long a number is kept after
 * a purchase is not shortened by a change, only by being erased.
 */
export function upsertRegistration(db: Db, body: Body, retentionDays: number, seq: number): void {
  run(
    db,
    `INSERT INTO subsidy_registration (registration_id, nik_key, kk_key, shared_nik_key, shared_kk_key, categories,
       member_id, farmer, allotments, purpose, retention_days, expires_on, erased, added_seq, changed_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
     ON CONFLICT (registration_id) DO UPDATE SET
       nik_key = excluded.nik_key, kk_key = excluded.kk_key, shared_nik_key = excluded.shared_nik_key,
       shared_kk_key = excluded.shared_kk_key, categories = excluded.categories,
       member_id = excluded.member_id, farmer = excluded.farmer, allotments = excluded.allotments,
       purpose = excluded.purpose,
       retention_days = iif(erased = 1, excluded.retention_days, max(retention_days, excluded.retention_days)),
       expires_on = excluded.expires_on, erased = 0, changed_seq = excluded.changed_seq`,
    body.registrationId,
    body.nikKey,
    body.kkKey,
    body.sharedNikKey,
    body.sharedKkKey,
    JSON.stringify(body.categories),
    body.memberId,
    body.farmer ? 1 : 0,
    JSON.stringify(body.allotments),
    body.purpose,
    retentionDays,
    body.expiresOn,
    seq,
    seq,
  );
}

/** Notes that number and name are gone from the vault. */
export function markErased(db: Db, registrationId: string, seq: number): void {
  run(
    db,
    'UPDATE subsidy_registration SET erased = 1, changed_seq = ? WHERE registration_id = ?',
    seq,
    registrationId,
  );
}

/** Notes a purchase: the number is kept for as long as was said from then on. */
export function markBought(db: Db, registrationId: string, date: string): void {
  run(
    db,
    `UPDATE subsidy_registration
     SET last_bought_on = max(coalesce(last_bought_on, ''), ?),
         expires_on = max(expires_on, date(?, '+' || retention_days || ' days'))
     WHERE registration_id = ?`,
    date,
    date,
    registrationId,
  );
}
