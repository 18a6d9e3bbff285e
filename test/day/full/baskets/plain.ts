import type { Desk } from '../desk.ts';
import { lineOf, valueOf } from '../../../support/till.ts';

/** A few goods by their barcodes, some of them more than once. */
export async function scanPlainGoods(desk: Desk): Promise<void> {
  const { cashier, random, shelf } = desk;
  for (let scan = random.between(1, 4); scan > 0; scan -= 1) {
    const product = random.pick(shelf.goods);
    const { lineId } = lineOf(await cashier.till.scan({ code: random.pick(product.barcodes) }));
    if (!random.chance(0.25)) continue;
    const quantityThousandths = random.between(2, 5) * 1000;
    valueOf(await cashier.till.setQuantity({ lineId, quantityThousandths }));
  }
}
