import { z } from 'zod';
import { businessDateSchema, type BusinessDate } from '../../shared/domain/business-date.ts';
import { consumerCategorySchema } from '../../shared/domain/programmes/rules.ts';
import { thousandthsSchema } from '../../shared/domain/quantity.ts';
import type { RecordBodies } from '../../shared/journal/bodies.ts';
import type { SubsidySold } from '../../shared/journal/programme-bodies.ts';
import type { ReturnedLine } from '../../shared/journal/sale-bodies.ts';
import type { SubjectCountsReply, SubjectCountsRequest } from '../../shared/upload/protocol.ts';
import type { Queries } from './db.ts';

/** Puts down what a sale sold under government programmes. */
export async function insertPurchases(
  tx: Queries,
  tillId: string,
  businessDate: BusinessDate,
  { saleId, date, category, subject, lines, warnings }: SubsidySold,
): Promise<void> {
  await tx.run(
    `INSERT INTO subsidy_purchase (till_id, sale_id, business_date, date, category, shared_nik_key, shared_kk_key,
       warned, line_id, programme, quantity_thousandths, system, marked)
     SELECT $1::uuid, $2::uuid, $3::date, $4::date, $5::text, decode($6, 'hex'), decode($7, 'hex'),
       $8::boolean, line.line_id, line.programme, line.quantity, line.system, CASE WHEN line.system IS NULL THEN NULL ELSE 'belum' END
     FROM unnest($9::uuid[], $10::text[], $11::bigint[], $12::text[]) AS line (line_id, programme, quantity, system)`,
    tillId,
    saleId,
    businessDate,
    date,
    category,
    subject.sharedNikKey,
    subject.sharedKkKey,
    warnings.length > 0,
    lines.map(({ lineId }) => lineId),
    lines.map(({ programme }) => programme),
    lines.map(({ quantityThousandths }) => quantityThousandths),
    lines.map(({ system }) => system),
  );
}

/** Takes off what came back: of each line's quantity the part that its units are of those sold, rounded down. */
export async function addReturned(
  tx: Queries,
  tillId: string,
  saleId: string,
  lines: readonly ReturnedLine[],
): Promise<void> {
  await tx.run(
    `UPDATE subsidy_purchase p SET came_back_thousandths = p.came_back_thousandths + back.units,
       returned_thousandths = p.quantity_thousandths * (p.came_back_thousandths + back.units) / back.sold
     FROM unnest($3::uuid[], $4::bigint[], $5::bigint[]) AS back (line_id, units, sold)
     WHERE p.till_id = $1 AND p.sale_id = $2 AND p.line_id = back.line_id`,
    tillId,
    saleId,
    lines.map(({ lineId }) => lineId),
    lines.map(({ quantityThousandths }) => quantityThousandths),
    lines.map(({ soldThousandths }) => soldThousandths),
  );
}

/** Notes how a line stands in another system, and with how much. */
export async function markKeyed(
  tx: Queries,
  tillId: string,
  { saleId, lineId, system, status, quantityThousandths }: RecordBodies['external-keyed/1'],
): Promise<void> {
  await tx.run(
    `UPDATE subsidy_purchase SET system = $4, marked = $5,
       keyed_thousandths = CASE $5 WHEN 'belum' THEN NULL ELSE $6::bigint END
     WHERE till_id = $1 AND sale_id = $2 AND line_id = $3`,
    tillId,
    saleId,
    lineId,
    system,
    status,
    quantityThousandths,
  );
}

/** Counts a refusal. */
export async function countRefusal(
  tx: Queries,
  tillId: string,
  businessDate: BusinessDate,
  code: string,
): Promise<void> {
  await tx.run(
    `INSERT INTO subsidy_refusal_total AS held (till_id, business_date, code, count) VALUES ($1, $2, $3, 1)
     ON CONFLICT (till_id, business_date, code) DO UPDATE SET count = held.count + 1`,
    tillId,
    businessDate,
    code,
  );
}

/** Adds to how many cylinders are on loan and how many are owed to agens. */
export async function addCylinderTotals(
  tx: Queries,
  tillId: string,
  { kind, loanedThousandths, agenOwedThousandths }: RecordBodies['cylinders-moved/1'],
): Promise<void> {
  await tx.run(
    `INSERT INTO cylinder_total AS held (till_id, kind, loaned_thousandths, agen_owed_thousandths)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (till_id, kind) DO UPDATE SET
       loaned_thousandths = held.loaned_thousandths + excluded.loaned_thousandths,
       agen_owed_thousandths = held.agen_owed_thousandths + excluded.agen_owed_thousandths`,
    tillId,
    kind,
    loanedThousandths,
    agenOwedThousandths,
  );
}

const countRow = z.object({
  key: z.string(),
  programme: z.string(),
  date: businessDateSchema,
  category: consumerCategorySchema.nullable(),
  quantityThousandths: thousandthsSchema,
});

/**
 * What a buyer has bought at other tills than the one that asks, each purchase under the first of the
 * keys that it has. Example stores and real ones know nothing of one another.
 * @param most rows to give; more would be no buyer
 */
export async function countsElsewhere(
  db: Queries,
  asking: { readonly tillId: string; readonly example: boolean },
  { keys, programmes, from }: SubjectCountsRequest,
  most: number,
): Promise<SubjectCountsReply['counts']> {
  return db.rows(
    countRow,
    `SELECT key, programme, date, category, sum(quantity)::bigint AS "quantityThousandths" FROM (
       SELECT CASE WHEN array_position($3::text[], encode(p.shared_nik_key, 'hex')) IS NOT NULL
           THEN encode(p.shared_nik_key, 'hex') ELSE encode(p.shared_kk_key, 'hex') END AS key,
         p.programme, p.date, p.category, p.quantity_thousandths - p.returned_thousandths AS quantity
       FROM subsidy_purchase p JOIN till t USING (till_id)
       WHERE p.till_id <> $1 AND t.example = $2 AND p.date >= $5 AND p.programme = ANY ($4::text[])
         AND (p.shared_nik_key IN (SELECT decode(k, 'hex') FROM unnest($3::text[]) AS k)
           OR p.shared_kk_key IN (SELECT decode(k, 'hex') FROM unnest($3::text[]) AS k))
     ) AS found WHERE quantity > 0
     GROUP BY key, programme, date, category ORDER BY date DESC, key, programme, category LIMIT ${most}`,
    asking.tillId,
    asking.example,
    keys,
    programmes,
    from,
  );
}

const sharedRow = z.object({
  key: z.string(),
  /** Under which KK; the key itself where families are compared, null where no KK was known. */
  kkKey: z.string().nullable(),
  tillId: z.string(),
  programme: z.string(),
  date: businessDateSchema,
  category: consumerCategorySchema.nullable(),
  quantityThousandths: z.int(),
});
/** What one buyer, or one family, bought at one till on one date. The keys are hashes. */
export type SharedPurchase = z.output<typeof sharedRow>;

/** Purchases since a date of everybody who bought the same at more than one till. */
export async function listShared(
  db: Queries,
  subject: 'nik' | 'kk',
  since: BusinessDate,
): Promise<SharedPurchase[]> {
  const column = subject === 'nik' ? 'shared_nik_key' : 'shared_kk_key';
  return db.rows(
    sharedRow,
    `SELECT encode(p.${column}, 'hex') AS key, encode(p.shared_kk_key, 'hex') AS "kkKey",
       p.till_id AS "tillId", p.programme, p.date, p.category,
       sum(p.quantity_thousandths - p.returned_thousandths)::bigint AS "quantityThousandths"
     FROM subsidy_purchase p
     WHERE p.date >= $1 AND p.quantity_thousandths > p.returned_thousandths
       AND (p.${column}, p.programme) IN (
         SELECT ${column}, programme FROM subsidy_purchase
         WHERE ${column} IS NOT NULL AND date >= $1 AND quantity_thousandths > returned_thousandths
         GROUP BY ${column}, programme HAVING count(DISTINCT till_id) > 1)
     GROUP BY p.${column}, p.shared_kk_key, p.till_id, p.programme, p.date, p.category
     ORDER BY p.date, p.till_id`,
    since,
  );
}
