import { businessDateSchema, type BusinessDate } from '../../../shared/domain/business-date.ts';
import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import {
  consumerCategorySchema,
  externalSystemSchema,
  priceKindSchema,
  type ConsumerCategory,
  type ExternalSystem,
  type PriceKind,
} from '../../../shared/domain/programmes/rules.ts';
import { thousandths, type Thousandths } from '../../../shared/domain/quantity.ts';
import type { SubsidySold } from '../../../shared/journal/programme-bodies.ts';
import type { ReturnedLine } from '../../../shared/journal/sale-bodies.ts';
import { all, get, run, type Db } from '../db/sql.ts';

/** A line that was sold under a programme. */
export interface SubsidyUse {
  readonly saleId: string;
  readonly lineId: string;
  readonly at: number;
  readonly receipt: string;
  /** The calendar date by whose rules it was judged, and in whose quota windows it counts. */
  readonly date: BusinessDate;
  readonly programme: string;
  /** In units of the programme, with what of it came back. */
  readonly quantityThousandths: Thousandths;
  readonly returnedThousandths: Thousandths;
  readonly category: ConsumerCategory | null;
  readonly registrationId: string | null;
  readonly proxyRegistrationId: string | null;
  /** As it was recorded with the sale. */
  readonly nikKey: string | null;
  readonly kkKey: string | null;
  readonly memberId: string | null;
  /** The ceiling or reference of the sale's day, null where there was none. */
  readonly price: {
    readonly priceKind: PriceKind;
    readonly amountRp: Rupiah;
    readonly decree: string;
  } | null;
  readonly system: ExternalSystem | null;
}

interface UseRow {
  sale_id: string;
  line_id: string;
  at: number;
  receipt: string;
  date: string;
  programme: string;
  quantity_thousandths: number;
  returned_thousandths: number;
  nik_key: string | null;
  kk_key: string | null;
  member_id: string | null;
  category: string | null;
  registration_id: string | null;
  proxy_registration_id: string | null;
  price_kind: string | null;
  price_rp: number | null;
  decree: string | null;
  system: string | null;
}

const COLUMNS = `sale_id, line_id, at, receipt, date, programme, quantity_thousandths, returned_thousandths, nik_key,
  kk_key, member_id, category, registration_id, proxy_registration_id, price_kind, price_rp, decree, system`;

function stored(row: UseRow): SubsidyUse {
  return {
    saleId: row.sale_id,
    lineId: row.line_id,
    at: row.at,
    receipt: row.receipt,
    date: businessDateSchema.parse(row.date),
    programme: row.programme,
    quantityThousandths: thousandths(row.quantity_thousandths),
    returnedThousandths: thousandths(row.returned_thousandths),
    category: row.category === null ? null : consumerCategorySchema.parse(row.category),
    registrationId: row.registration_id,
    proxyRegistrationId: row.proxy_registration_id,
    nikKey: row.nik_key,
    kkKey: row.kk_key,
    memberId: row.member_id,
    price:
      row.price_kind === null || row.price_rp === null
        ? null
        : {
            priceKind: priceKindSchema.parse(row.price_kind),
            amountRp: rupiah(row.price_rp),
            decree: row.decree ?? '',
          },
    system: row.system === null ? null : externalSystemSchema.parse(row.system),
  };
}

/** Adds a line of a sale. */
export function insertUse(
  db: Db,
  sale: { seq: number; at: number; receipt: string },
  body: SubsidySold,
  line: SubsidySold['lines'][number],
): void {
  run(
    db,
    `INSERT INTO subsidy_use (sale_id, line_id, seq, at, receipt, date, programme, quantity_thousandths, nik_key,
       kk_key, member_id, category, registration_id, proxy_registration_id, price_kind, price_rp, decree, system)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    body.saleId,
    line.lineId,
    sale.seq,
    sale.at,
    sale.receipt,
    body.date,
    line.programme,
    line.quantityThousandths,
    body.subject.nikKey,
    body.subject.kkKey,
    body.subject.memberId,
    body.category,
    body.registrationId,
    body.proxyRegistrationId,
    line.price?.priceKind ?? null,
    line.price?.amountRp ?? null,
    line.price?.decree ?? null,
    line.system,
  );
}

/** Takes back what a line of a sale brought back; lines of no programme are not here. */
export function takeBack(db: Db, saleId: string, line: ReturnedLine): void {
  run(
    db,
    `UPDATE subsidy_use
     SET came_back_thousandths = came_back_thousandths + ?,
         returned_thousandths = quantity_thousandths * (came_back_thousandths + ?) / ?
     WHERE sale_id = ? AND line_id = ?`,
    line.quantityThousandths,
    line.quantityThousandths,
    line.soldThousandths,
    saleId,
    line.lineId,
  );
}

/** What was sold from a date to a date, both included, in the order in which it was sold. */
export function usesBetween(db: Db, from: string, to: string, programme: string | null): SubsidyUse[] {
  return all<UseRow>(
    db,
    `SELECT ${COLUMNS} FROM subsidy_use
     WHERE date BETWEEN ? AND ? AND programme = coalesce(?, programme) ORDER BY seq, line_id`,
    from,
    to,
    programme,
  ).map(stored);
}

/** What was sold to one registration, the newest first. */
export function usesOfRegistration(db: Db, registrationId: string, limit: number): SubsidyUse[] {
  return all<UseRow>(
    db,
    `SELECT ${COLUMNS} FROM subsidy_use WHERE registration_id = ? ORDER BY date DESC, seq DESC, line_id LIMIT ?`,
    registrationId,
    limit,
  ).map(stored);
}

/** Whose purchases count for somebody: by what was recorded with them, or by who it is now. */
export interface UseKeys {
  readonly nikKey: string | null;
  readonly kkKey: string | null;
  readonly memberId: string | null;
}

/** A purchase as quotas count it, by the keys recorded with it, and those that its registration has by now. */
export interface CountedUse extends UseKeys {
  /** Of the sale. */
  readonly lineId: string;
  readonly programme: string;
  readonly date: string;
  /** In units of the programme, less what came back. */
  readonly quantityThousandths: number;
  readonly category: ConsumerCategory | null;
  readonly now: UseKeys;
}

interface CountedRow {
  line_id: string;
  programme: string;
  date: string;
  left_thousandths: number;
  category: string | null;
  nik_key: string | null;
  kk_key: string | null;
  member_id: string | null;
  now_nik_key: string | null;
  now_kk_key: string | null;
  now_member_id: string | null;
}

/**
 * Everything since a date, included, that may count for somebody: bought with their NIK, by anybody
 * on their KK, or with their membership, as it was recorded then or as it is known now.
 */
export function usesOf(db: Db, { nikKey, kkKey, memberId }: UseKeys, from: string): CountedUse[] {
  const rows = all<CountedRow>(
    db,
    `WITH mine AS (
       SELECT sale_id, line_id FROM subsidy_use WHERE nik_key = ? AND date >= ?
       UNION SELECT sale_id, line_id FROM subsidy_use WHERE kk_key = ? AND date >= ?
       UNION SELECT sale_id, line_id FROM subsidy_use WHERE member_id = ? AND date >= ?
       UNION SELECT sale_id, line_id FROM subsidy_use WHERE date >= ? AND registration_id IN (
         SELECT registration_id FROM subsidy_registration WHERE nik_key = ?
         UNION SELECT registration_id FROM subsidy_registration WHERE kk_key = ?
         UNION SELECT registration_id FROM subsidy_registration WHERE member_id = ?)),
     registered AS (
       SELECT registration_id AS now_id, nik_key AS now_nik_key, kk_key AS now_kk_key, member_id AS now_member_id
       FROM subsidy_registration)
     SELECT line_id, programme, date, quantity_thousandths - returned_thousandths AS left_thousandths, category,
       nik_key, kk_key, member_id, now_nik_key, now_kk_key, now_member_id
     FROM mine JOIN subsidy_use USING (sale_id, line_id) LEFT JOIN registered ON now_id = registration_id
     ORDER BY date, seq, line_id`,
    nikKey,
    from,
    kkKey,
    from,
    memberId,
    from,
    from,
    nikKey,
    kkKey,
    memberId,
  );
  return rows.map((row) => ({
    lineId: row.line_id,
    programme: row.programme,
    date: row.date,
    quantityThousandths: row.left_thousandths,
    category: row.category === null ? null : consumerCategorySchema.parse(row.category),
    nikKey: row.nik_key,
    kkKey: row.kk_key,
    memberId: row.member_id,
    now: { nikKey: row.now_nik_key, kkKey: row.now_kk_key, memberId: row.now_member_id },
  }));
}

/** Who is registered as the buyer of a sale's subsidised goods; null where nobody is. */
export function buyerOfSale(db: Db, saleId: string): string | null {
  const sql = 'SELECT registration_id FROM subsidy_use WHERE sale_id = ? LIMIT 1';
  return get<{ registration_id: string | null }>(db, sql, saleId)?.registration_id ?? null;
}
