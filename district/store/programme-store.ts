import { z } from 'zod';
import {
  quotaRuleSchema,
  type Programme,
  type ProgrammeGoods,
  type ProgrammePlace,
  type QuotaRule,
} from '../../shared/domain/programmes/rules.ts';
import type { Queries } from './db.ts';

/** A programme as a till calls it. */
export async function saveProgramme(
  tx: Queries,
  tillId: string,
  { programme, name, unit }: Programme,
): Promise<void> {
  await tx.run(
    `INSERT INTO programme (till_id, programme, name, unit) VALUES ($1, $2, $3, $4)
     ON CONFLICT (till_id, programme) DO UPDATE SET name = excluded.name, unit = excluded.unit`,
    tillId,
    programme,
    name,
    unit,
  );
}

/** A quota as a till goes by it. */
export async function saveQuotaRule(tx: Queries, tillId: string, rule: QuotaRule): Promise<void> {
  await tx.run(
    `INSERT INTO quota_rule (till_id, rule_id, rule) VALUES ($1, $2, $3::jsonb)
     ON CONFLICT (till_id, rule_id) DO UPDATE SET rule = excluded.rule`,
    tillId,
    rule.ruleId,
    JSON.stringify(rule),
  );
}

/** What a product is among cylinders; taken away where it is none. */
export async function saveCylinderGoods(
  tx: Queries,
  tillId: string,
  { productId, cylinder }: ProgrammeGoods,
): Promise<void> {
  await tx.run('DELETE FROM cylinder_goods WHERE till_id = $1 AND product_id = $2', tillId, productId);
  if (cylinder === null) return;
  await tx.run(
    'INSERT INTO cylinder_goods (till_id, product_id, kind, role) VALUES ($1, $2, $3, $4)',
    tillId,
    productId,
    cylinder.kind,
    cylinder.role,
  );
}

/** Region and rank of a till's store. */
export async function savePlace(
  tx: Queries,
  tillId: string,
  { region, sellerTier }: ProgrammePlace,
): Promise<void> {
  await tx.run(
    `INSERT INTO programme_place (till_id, region, seller_tier) VALUES ($1, $2, $3)
     ON CONFLICT (till_id) DO UPDATE SET region = excluded.region, seller_tier = excluded.seller_tier`,
    tillId,
    region,
    sellerTier,
  );
}

/** Price zone of a till's store. */
export async function saveZone(tx: Queries, tillId: string, zone: number): Promise<void> {
  await tx.run(
    `INSERT INTO programme_place (till_id, zone) VALUES ($1, $2)
     ON CONFLICT (till_id) DO UPDATE SET zone = excluded.zone`,
    tillId,
    zone,
  );
}

const placeRow = z.object({
  tillId: z.string(),
  gerai: z.string(),
  storeCode: z.string(),
  tillNumber: z.int(),
  example: z.boolean(),
  region: z.string(),
  sellerTier: z.string(),
  zone: z.int().nullable(),
});
/** A till with where its store stands. */
export type PlacedTill = z.output<typeof placeRow>;

/** Every till with where its store stands. */
export async function listPlacedTills(db: Queries): Promise<PlacedTill[]> {
  return db.rows(
    placeRow,
    `SELECT t.till_id AS "tillId", t.gerai, t.store_code AS "storeCode", t.till_number AS "tillNumber", t.example,
       coalesce(p.region, '') AS region, coalesce(p.seller_tier, '') AS "sellerTier", p.zone
     FROM till t LEFT JOIN programme_place p USING (till_id)`,
  );
}

/** The quotas that each till goes by. */
export async function listQuotaRules(db: Queries): Promise<Map<string, QuotaRule[]>> {
  const rows = await db.rows(
    z.object({ tillId: z.string(), rule: quotaRuleSchema }),
    'SELECT till_id AS "tillId", rule FROM quota_rule ORDER BY rule_id',
  );
  const byTill = Map.groupBy(rows, ({ tillId }) => tillId);
  return new Map([...byTill].map(([tillId, ofTill]) => [tillId, ofTill.map(({ rule }) => rule)]));
}

/** How programmes are called, and what they are counted in; where tills differ, as one of them says. */
export async function programmeWords(db: Queries): Promise<Map<string, { name: string; unit: string }>> {
  const rows = await db.rows(
    z.object({ programme: z.string(), name: z.string(), unit: z.string() }),
    'SELECT DISTINCT ON (programme) programme, name, unit FROM programme ORDER BY programme, till_id',
  );
  return new Map(rows.map(({ programme, name, unit }) => [programme, { name, unit }]));
}
