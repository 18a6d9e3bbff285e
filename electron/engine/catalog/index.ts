export { catalogTables } from './catalog-tables.ts';
export { applyProductSaved, applyProductsImported, applySoldLines } from './catalog-apply.ts';
export { findByCode, productById, type SellableProduct } from './find-product.ts';
