import type { StockMove } from '../../shared/domain/ledger.ts';
import { damagedDelta, shopDelta } from '../../shared/domain/ledger.ts';
import type { Queries } from './db.ts';

/** Adds moves to a till's stock levels, in one statement whatever their number. */
export async function addStockMoves(tx: Queries, tillId: string, moves: readonly StockMove[]): Promise<void> {
  const changes = [...Map.groupBy(moves, ({ productId }) => productId)].map(([productId, ofProduct]) => ({
    productId,
    shop: ofProduct.reduce((sum, move) => sum + shopDelta(move), 0),
    damaged: ofProduct.reduce((sum, move) => sum + damagedDelta(move), 0),
  }));
  if (changes.length === 0) return;
  await tx.run(
    `INSERT INTO stock_level AS held (till_id, product_id, shop_thousandths, damaged_thousandths)
     SELECT $1::uuid, moved.product_id, moved.shop, moved.damaged
     FROM unnest($2::uuid[], $3::bigint[], $4::bigint[]) AS moved (product_id, shop, damaged)
     ON CONFLICT (till_id, product_id) DO UPDATE SET
       shop_thousandths = held.shop_thousandths + excluded.shop_thousandths,
       damaged_thousandths = held.damaged_thousandths + excluded.damaged_thousandths`,
    tillId,
    changes.map(({ productId }) => productId),
    changes.map(({ shop }) => shop),
    changes.map(({ damaged }) => damaged),
  );
}
