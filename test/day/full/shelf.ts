import type { Product, PromotionReply } from '../../../shared/contract/catalog.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import { valueOf } from '../../support/till.ts';
import { allProducts } from '../shop.ts';

/** A pack with a barcode of its own. */
export interface PackOnShelf {
  readonly product: Product;
  readonly unit: string;
  readonly barcode: string;
}

/** A product that costs less from some quantity on. */
export interface QuantityPrice {
  readonly productId: string;
  readonly unit: string | null;
  readonly fromThousandths: number;
}

/** What the store sells, by how it is rung up. */
export interface Shelf {
  /** By their own barcode. */
  readonly goods: readonly Product[];
  readonly packs: readonly PackOnShelf[];
  /** From the scale: no barcode but the one the label gets. */
  readonly weighed: readonly Product[];
  readonly quantityPrices: readonly QuantityPrice[];
  readonly promotions: readonly PromotionReply[];
  /** Products of the promotions, by their id. */
  readonly promoted: ReadonlyMap<string, Product>;
}

/** Dear goods stay on the shelf: a small shop sells few refrigerators, and they would drown all sums. */
const DEAREST_RP = 150_000;

/** Looks through the catalogue as it stands this morning. */
export async function lookAtShelf(client: TillClient): Promise<Shelf> {
  const all = (await allProducts(client)).filter((product) => product.active && product.priceRp !== null);
  const goods = all.filter(({ barcodes, priceRp }) => barcodes.length > 0 && (priceRp ?? 0) <= DEAREST_RP);
  const special = all.filter((product) => product.packs.length > 0 || product.plu !== null);
  const terms = [];
  for (const product of special) {
    terms.push({ product, terms: valueOf(await client.catalog.terms({ productId: product.productId })) });
  }
  const promotions = valueOf(await client.catalog.promotions({})).filter(({ promotion }) => promotion.active);
  const ids = new Set(promotions.flatMap(({ promotion }) => promotion.goods.productIds));
  return {
    goods,
    packs: terms.flatMap(({ product, terms: { packs } }) =>
      packs.flatMap(({ unit, barcodes }) => barcodes.map((barcode) => ({ product, unit, barcode }))),
    ),
    weighed: all.filter(({ plu, fractional, unit }) => plu !== null && fractional && unit === 'kg'),
    quantityPrices: terms.flatMap(({ product: { productId }, terms: { prices } }) =>
      prices
        .filter(({ tier, fromThousandths }) => tier === 'umum' && fromThousandths > 0)
        .map(({ unit, fromThousandths }) => ({ productId, unit, fromThousandths })),
    ),
    promotions,
    promoted: new Map(
      all.filter(({ productId }) => ids.has(productId)).map((product) => [product.productId, product]),
    ),
  };
}
