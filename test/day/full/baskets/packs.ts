import { lineOf, valueOf } from '../../../support/till.ts';
import { counted, type Desk } from '../desk.ts';

/** A whole pack by the barcode on it, now and then two of them (`2*` before the scan). */
export async function scanPack(desk: Desk): Promise<void> {
  const { cashier, random, shelf } = desk;
  const { barcode } = random.pick(shelf.packs);
  const quantityThousandths = random.between(1, 2) * 1000;
  lineOf(await cashier.till.scan({ code: barcode, quantityThousandths }));
}

/** One piece is scanned, and then the buyer wants the whole pack of it. */
export async function changeUnit(desk: Desk): Promise<void> {
  const { cashier, random, shelf } = desk;
  const { product, unit } = random.pick(shelf.packs);
  const { lineId } = valueOf(await cashier.till.addProduct({ productId: product.productId }));
  valueOf(await cashier.till.setUnit({ lineId, unit }));
  counted(desk, 'unitsChanged');
}
