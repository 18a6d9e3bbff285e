import type { Promotion } from '../../../../shared/domain/promotions.ts';
import { valueOf } from '../../../support/till.ts';
import type { Desk } from '../desk.ts';

/** As many as it takes to get the better price. */
export async function takeQuantityPrice(desk: Desk): Promise<void> {
  const { cashier, random, shelf } = desk;
  const { productId, unit, fromThousandths } = random.pick(shelf.quantityPrices);
  valueOf(await cashier.till.addProduct({ productId, unit, quantityThousandths: fromThousandths }));
}

/** Goods of one of the promotions, as many as it asks for. */
export async function takePromotion(desk: Desk): Promise<void> {
  const { promotion } = desk.random.pick(desk.shelf.promotions);
  const { productIds, categories } = promotion.goods;
  if (productIds.length === 0) return takeOfCategories(desk, categories);
  const quantityThousandths = piecesFor(desk, promotion) * 1000;
  const wanted = promotion.gift.kind === 'bundle' ? productIds : [desk.random.pick(productIds)];
  for (const productId of wanted) {
    if (!desk.shelf.promoted.has(productId)) continue;
    valueOf(await desk.cashier.till.addProduct({ productId, quantityThousandths }));
  }
}

function piecesFor({ random }: Desk, { gift }: Promotion): number {
  return gift.kind === 'buy-get' ? gift.buy + gift.free + random.between(0, 2) : random.between(1, 3);
}

async function takeOfCategories(desk: Desk, categories: readonly string[]): Promise<void> {
  const fitting = desk.shelf.goods.filter(
    ({ category }) => categories.length === 0 || categories.includes(category),
  );
  if (fitting.length === 0) return;
  const { productId } = desk.random.pick(fitting);
  valueOf(await desk.cashier.till.addProduct({ productId }));
}
