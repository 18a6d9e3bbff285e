import { z } from 'zod';
import { subsidyStateSchema, type SubsidyState } from '../../shared/upload/protocol.ts';
import { businessDateSchema } from '../../shared/domain/business-date.ts';
import type { Queries } from './db.ts';

const dayRow = z.object({ businessDate: businessDateSchema, lines: z.int(), warned: z.int() });
const quantityRow = z.object({
  businessDate: businessDateSchema,
  programme: z.string(),
  quantityThousandths: z.int(),
});
const refusedRow = z.object({ businessDate: businessDateSchema, code: z.string(), count: z.int() });

/** What a till sold and refused under government programmes, day by day, and how its cylinders stand. */
export async function subsidyState(db: Queries, tillId: string): Promise<SubsidyState> {
  const lines = await db.rows(
    dayRow,
    `SELECT business_date AS "businessDate", count(*) AS lines,
       count(DISTINCT sale_id) FILTER (WHERE warned) AS warned FROM subsidy_purchase WHERE till_id = $1
     GROUP BY business_date`,
    tillId,
  );
  const quantities = await db.rows(
    quantityRow,
    `SELECT business_date AS "businessDate", programme,
       sum(quantity_thousandths - returned_thousandths)::bigint AS "quantityThousandths"
     FROM subsidy_purchase WHERE till_id = $1 GROUP BY business_date, programme ORDER BY programme`,
    tillId,
  );
  const refused = await db.rows(
    refusedRow,
    `SELECT business_date AS "businessDate", code, count FROM subsidy_refusal_total WHERE till_id = $1 ORDER BY code`,
    tillId,
  );
  const dates = [...new Set([...lines, ...refused].map(({ businessDate }) => businessDate))].toSorted();
  const days = dates.map((businessDate) => {
    const ofDay = <T extends { businessDate: string }>(rows: readonly T[]) =>
      rows.filter((row) => row.businessDate === businessDate);
    return {
      businessDate,
      lines: ofDay(lines)[0]?.lines ?? 0,
      warned: ofDay(lines)[0]?.warned ?? 0,
      quantities: ofDay(quantities).map(({ programme, quantityThousandths }) => ({
        programme,
        quantityThousandths,
      })),
      refused: ofDay(refused).map(({ code, count }) => ({ code, count })),
    };
  });
  return subsidyStateSchema.parse({
    days,
    cylinders: await cylinders(db, tillId),
    queue: await queue(db, tillId),
  });
}

/** Full ones are the stock of the refill, empty ones that of the empty cylinder; damaged ones of either. */
function cylinders(db: Queries, tillId: string) {
  return db.rows(
    subsidyStateSchema.shape.cylinders.element,
    `SELECT kind, coalesce(goods.full_ones, 0) AS "fullThousandths", coalesce(goods.empty_ones, 0) AS "emptyThousandths",
       coalesce(goods.damaged, 0) AS "damagedThousandths",
       coalesce(total.loaned_thousandths, 0) AS "loanedThousandths",
       coalesce(total.agen_owed_thousandths, 0) AS "agenOwedThousandths"
     FROM (SELECT g.kind,
         sum(s.shop_thousandths) FILTER (WHERE g.role = 'refill')::bigint AS full_ones,
         sum(s.shop_thousandths) FILTER (WHERE g.role = 'empty')::bigint AS empty_ones,
         sum(s.damaged_thousandths) FILTER (WHERE g.role <> 'deposit')::bigint AS damaged
       FROM cylinder_goods g LEFT JOIN stock_level s USING (till_id, product_id)
       WHERE g.till_id = $1 GROUP BY g.kind) AS goods
     FULL JOIN (SELECT * FROM cylinder_total WHERE till_id = $1) AS total USING (kind)
     ORDER BY kind`,
    tillId,
  );
}

/**
 * What was marked and has changed since stands there differently; what came back whole before anybody
 * keyed it need not stand there at all.
 */
function queue(db: Queries, tillId: string) {
  return db.rows(
    subsidyStateSchema.shape.queue.element,
    `SELECT system, count(*) FILTER (WHERE status = 'belum') AS belum,
       count(*) FILTER (WHERE status = 'sudah') AS sudah, count(*) FILTER (WHERE status = 'beda') AS beda
     FROM (SELECT system, quantity_thousandths - returned_thousandths AS net,
         CASE WHEN marked = 'sudah' AND keyed_thousandths <> quantity_thousandths - returned_thousandths
           THEN 'beda' ELSE marked END AS status
       FROM subsidy_purchase WHERE till_id = $1 AND system IS NOT NULL) AS lines
     WHERE status <> 'belum' OR net > 0
     GROUP BY system ORDER BY system`,
    tillId,
  );
}
