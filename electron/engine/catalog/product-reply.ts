import type { Product } from '../../../shared/contract/catalog.ts';
import { shownGtin } from '../../../shared/domain/barcode.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import type { Db } from '../db/sql.ts';
import { onHandOf } from '../stock/index.ts';
import type { StoredProduct } from './catalog-store.ts';
import { packsOfProducts } from './terms/terms-store.ts';

/** Products as the contract shows them: barcodes as printed, with what the shop holds of each. */
export function productReplies(db: Db, products: readonly StoredProduct[]): Product[] {
  const onHand = onHandOf(
    db,
    products.map((product) => product.productId),
  );
  const packs = Map.groupBy(
    packsOfProducts(
      db,
      products.map((product) => product.key),
    ),
    (pack) => pack.product_key,
  );
  return products.map(({ key, gtins, ...product }) => ({
    ...product,
    barcodes: gtins.map(shownGtin),
    packs: (packs.get(key) ?? []).map((pack) => ({
      unit: pack.unit,
      contentThousandths: pack.content_thousandths,
    })),
    onHandThousandths: onHand.get(product.productId) ?? thousandths(0),
  }));
}

/** One product as the contract shows it. */
export function productReply(db: Db, product: StoredProduct): Product {
  const [reply] = productReplies(db, [product]);
  if (reply === undefined) throw new Error('one product makes one reply');
  return reply;
}
