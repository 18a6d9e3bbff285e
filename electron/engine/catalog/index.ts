import type { catalogContract } from '../../../shared/contract/catalog.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Ctx } from '../context.ts';
import { categories, list, product, search } from './catalog-queries.ts';
import { importCommit, importPreview } from './import/import-handlers.ts';
import { save } from './save-product.ts';

export { catalogTables } from './tables.ts';
export { applyProductSaved, applyProductsImported } from './apply.ts';
export { linesSold } from './lines-sold.ts';
export { costOf, findByCode, productById, type SellableProduct } from './find-product.ts';
export { refreshSearchRank } from './search/search-index.ts';
export { openingLot, type OpeningLot } from './product-records.ts';
export { appendProducts } from './append-products.ts';

/** What the `catalog` area of the contract does. */
export const catalogHandlers: AreaHandlers<typeof catalogContract, Ctx> = {
  search,
  list,
  product,
  categories,
  save,
  importPreview,
  importCommit,
};
