import type { catalogContract } from '../../../shared/contract/catalog.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Ctx } from '../context.ts';
import { categories as readCategories, readByKeys } from './catalog-store.ts';
import { productById } from './find-product.ts';
import { countListed, listKeys, type ListFilter } from './list-store.ts';
import { productReplies, productReply } from './product-reply.ts';
import { codeMatches, searchProducts } from './search/search-products.ts';
import { searchWords } from './search/search-words.ts';

type CatalogHandlers = AreaHandlers<typeof catalogContract, Ctx>;

/** What the cashier is looking for: active products, what sells first. */
export const search: CatalogHandlers['search'] = (ctx, input) =>
  productReplies(ctx.db, searchProducts(ctx.db, input.text, input.limit));

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
