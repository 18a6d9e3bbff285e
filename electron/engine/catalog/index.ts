import type { catalogContract } from '../../../shared/contract/catalog.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { Ctx } from '../context.ts';
import { categories, list, product, search } from './catalog-queries.ts';
import { importCommit, importPreview } from './import/import-handlers.ts';
import { promotionList, savePromotion } from './promotions/promotion-handlers.ts';
import { save } from './save-product.ts';
import { terms } from './terms/read-terms.ts';
import { saveTerms } from './terms/save-terms.ts';

export { catalogTables } from './tables.ts';
export { applyProductSaved, applyProductsImported } from './apply.ts';
export { linesSold } from './lines-sold.ts';
export { costOf, findByCode, productById, type FoundGoods, type SellableProduct } from './find-product.ts';
export { applyTermsSet } from './terms/apply-terms.ts';
export { taxClassOf, unitsOf, type SellableUnit } from './terms/sellable-units.ts';
export { applyPromotionSaved } from './promotions/apply-promotion.ts';
export { promotions } from './promotions/running-promotions.ts';
export { refreshSearchRank } from './search/search-index.ts';
export { openingLot, type OpeningLot } from './product-records.ts';
export { appendProducts, appendTerms } from './append-products.ts';
export { folded } from './folded.ts';
// Reading files cell by cell, for every area that imports one.
export { cellText, codesIn, isBrokenText, readAmount } from './import/cells.ts';
export { ImportErrors } from './import/import-errors.ts';
export { isEmptyRow } from './import/import-row.ts';
export { sheetRows, type Cell, type SheetRow } from './import/sheet.ts';

/** What the `catalog` area of the contract does. */
export const catalogHandlers: AreaHandlers<typeof catalogContract, Ctx> = {
  search,
  list,
  product,
  categories,
  save,
  terms,
  saveTerms,
  promotions: promotionList,
  savePromotion,
  importPreview,
  importCommit,
};
