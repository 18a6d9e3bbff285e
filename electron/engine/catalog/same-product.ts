import type { ProductRow } from '../../../shared/journal/bodies.ts';

/** Whether a record of the second would change nothing of the first. */
export function sameProduct(before: ProductRow, after: ProductRow): boolean {
  return (
    before.productId === after.productId &&
    before.name === after.name &&
    before.brand === after.brand &&
    before.category === after.category &&
    before.unit === after.unit &&
    before.priceRp === after.priceRp &&
    before.costRp === after.costRp &&
    before.plu === after.plu &&
    before.fractional === after.fractional &&
    before.active === after.active &&
    before.gtins.join(' ') === after.gtins.join(' ')
  );
}
