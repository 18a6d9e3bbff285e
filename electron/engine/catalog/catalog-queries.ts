import type { catalogContract, Product } from '../../../shared/contract/catalog.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { openDay } from '../cash/index.ts';
import type { Ctx } from '../context.ts';
import { categories as readCategories, readByKeys } from './catalog-store.ts';
import { productById } from './find-product.ts';
import { countListed, listKeys, type ListFilter } from './list-store.ts';
import { productReplies, productReply } from './product-reply.ts';
import { codeMatches, searchProducts } from './search/search-products.ts';
import { searchWords } from './search/search-words.ts';
import { datedPrices } from './terms/terms-store.ts';

type CatalogHandlers = AreaHandlers<typeof catalogContract, Ctx>;

/** What the cashier is looking for: active products at the price of the day, what sells first. */
export const search: CatalogHandlers['search'] = (ctx, input) =>
  atTodaysPrice(ctx, productReplies(ctx.db, searchProducts(ctx.db, input.text, input.limit)));

/** With everybody's price of the open business day, where a dated one has taken the place of the usual. */
function atTodaysPrice(ctx: Ctx, products: Product[]): Product[] {
  const today = openDay(ctx.db)?.business_date;
  if (today === undefined || products.length === 0) return products;
  const dated = datedPrices(
    ctx.db,
    products.map(({ productId }) => productId),
    today,
  );
  return products.map((product) => ({
    ...product,
    priceRp: dated.get(product.productId) ?? product.priceRp,
  }));
}

/** A page of the catalogue in the order of names, inactive products included. */
export const list: CatalogHandlers['list'] = (ctx, input) => {
  const { match } = searchWords(input.text);
  const filter: ListFilter = {
    match,
    codeKeys: match === null ? [] : codeMatches(ctx.db, input.text, false),
    category: input.category,
    onlyWithoutPrice: input.onlyWithoutPrice,
  };
  const keys = listKeys(ctx.db, filter, input.offset, input.limit);
  return { total: countListed(ctx.db, filter), products: productReplies(ctx.db, readByKeys(ctx.db, keys)) };
};

/** One product, active or not. */
export const product: CatalogHandlers['product'] = (ctx, input) =>
  productReply(ctx.db, productById(ctx.db, input.productId));

/** The categories in use. */
export const categories: CatalogHandlers['categories'] = (ctx) => readCategories(ctx.db);
