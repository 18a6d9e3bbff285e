import { z } from 'zod';
import type { Queries } from './db.ts';

const overviewRow = z.object({
  gerai: z.string(),
  koperasi: z.string(),
  storeCode: z.string(),
  tillNumber: z.int(),
  example: z.boolean(),
  ackedSeq: z.int(),
  seenAt: z.int().nullable(),
  zNumber: z.int().nullable(),
  zDate: z.string().nullable(),
  /** Of the newest business day with anything in it; sales and their rounding, less what came back. */
  dayDate: z.string().nullable(),
  netRp: z.int().nullable(),
  saleCount: z.int().nullable(),
  /** Why the newest refused batch was refused, where none was accepted since. */
  refusedCode: z.string().nullable(),
  refusedSeq: z.int().nullable(),
  refusedAt: z.int().nullable(),
});
/** One till as the office looks at it. */
export type OverviewRow = z.output<typeof overviewRow>;

/** Every till with its newest day, closing and trouble, by store. */
export async function listOverview(db: Queries): Promise<OverviewRow[]> {
  return db.rows(
    overviewRow,
    `SELECT t.gerai, t.koperasi, t.store_code AS "storeCode", t.till_number AS "tillNumber", t.example,
       t.acked_seq AS "ackedSeq", t.seen_at AS "seenAt",
       z.number AS "zNumber", z.business_date AS "zDate",
       d.business_date AS "dayDate", d.net_rp AS "netRp", d.sale_count AS "saleCount",
       q.code AS "refusedCode", q.seq AS "refusedSeq", q.last_at AS "refusedAt"
     FROM till t
     LEFT JOIN LATERAL (SELECT number, business_date FROM z_closing
       WHERE till_id = t.till_id ORDER BY number DESC LIMIT 1) z ON true
     LEFT JOIN LATERAL (SELECT business_date, sale_count,
         gross_rp + rounding_rp - return_rp AS net_rp FROM daily_total
       WHERE till_id = t.till_id ORDER BY business_date DESC LIMIT 1) d ON true
     LEFT JOIN LATERAL (SELECT code, seq, last_at FROM quarantine
       WHERE till_id = t.till_id AND last_at >= coalesce(t.acked_at, 0) ORDER BY last_at DESC LIMIT 1) q ON true
     ORDER BY t.gerai, t.till_number`,
  );
}
