import { z } from 'zod';
import { promotionSchema, type Promotion } from '../../../../shared/domain/promotions.ts';
import { canonicalText } from '../../../../shared/journal/canonical.ts';
import { all, run, type Db } from '../../db/sql.ts';

/** Writes a promotion, over what it was before. */
export function savePromotion(db: Db, promotion: Promotion): void {
  run(
    db,
    `INSERT INTO promotion (promotion_id, active, promotion) VALUES (?, ?, ?)
     ON CONFLICT (promotion_id) DO UPDATE SET active = excluded.active, promotion = excluded.promotion`,
    promotion.promotionId,
    promotion.active ? 1 : 0,
    // In canonical form, so that a rebuild from the stored bytes arrives at the very same row.
    canonicalText(promotion),
  );
}

/** Promotions in the order they were first made, their ids being made in time's order. */
export function readPromotions(db: Db, onlyActive: boolean): readonly Promotion[] {
  const rows = all<{ promotion: string }>(
    db,
    'SELECT promotion FROM promotion WHERE active >= ? ORDER BY promotion_id',
    onlyActive ? 1 : 0,
  );
  return parsed(`[${rows.map((row) => row.promotion).join(',')}]`);
}

const promotionsSchema = z.array(promotionSchema);

let last: { readonly text: string; readonly promotions: readonly Promotion[] } | undefined;

/** Promotions change once in days and are asked for with every line: the last ones read are kept. */
function parsed(text: string): readonly Promotion[] {
  if (last?.text !== text) last = { text, promotions: promotionsSchema.parse(JSON.parse(text)) };
  return last.promotions;
}

/** Every unit that some products are sold in, each once; of all products where none are named. */
export function unitsSoldIn(db: Db, productIds: readonly string[]): string[] {
  const named = JSON.stringify(productIds);
  return all<{ unit: string }>(
    db,
    `SELECT unit FROM product WHERE ? = '[]' OR product_id IN (SELECT value FROM json_each(?))
     UNION
     SELECT product_pack.unit FROM product_pack JOIN product ON key = product_key
     WHERE ? = '[]' OR product_id IN (SELECT value FROM json_each(?))`,
    named,
    named,
    named,
    named,
  ).map(({ unit }) => unit);
}
