import type { catalogContract, Product } from '../../../shared/contract/catalog.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { normalPlu, readGtin, shownGtin } from '../../../shared/domain/barcode.ts';
import type { ProductRow } from '../../../shared/journal/bodies.ts';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import { readByGtin, readByPlu } from './catalog-store.ts';
import { productById } from './find-product.ts';
import { productReply } from './product-reply.ts';
import { sameProduct } from './same-product.ts';
import { indexChangedProducts } from './search/search-index.ts';

type CatalogHandlers = AreaHandlers<typeof catalogContract, Ctx>;

/** Adds a product or changes one. Saving what is already there writes no record. */
export const save: CatalogHandlers['save'] = (ctx, input): Product => {
  const { barcodes, productId, ...fields } = input;
  const before = productId === null ? undefined : productById(ctx.db, productId);
  const row: ProductRow = {
    ...fields,
    productId: before?.productId ?? ctx.ports.ids.next(),
    plu: input.plu === null ? null : normalPlu(input.plu),
    gtins: readGtins(barcodes),
  };
  requireFree(ctx.db, row);
  if (before === undefined || !sameProduct(before, row)) {
    ctx.append('product-saved/1', row);
    indexChangedProducts(ctx.db);
    ctx.changed('catalog');
  }
  return productReply(ctx.db, productById(ctx.db, row.productId));
};

/** Every barcode as GTIN-14, each once. */
function readGtins(barcodes: readonly string[]): string[] {
  const gtins = barcodes.map((code) => {
    const read = readGtin(code);
    if (!read.ok) throw new DomainError('product.barcode-invalid', { code });
    return read.gtin14;
  });
  return [...new Set(gtins)];
}

/** A code that named two products would sell the wrong one. */
function requireFree(db: Db, row: ProductRow): void {
  for (const gtin14 of row.gtins) {
    const owner = readByGtin(db, gtin14);
    if (owner !== undefined && owner.productId !== row.productId) {
      throw new DomainError('product.barcode-taken', { code: shownGtin(gtin14), name: owner.name });
    }
  }
  const owner = row.plu === null ? undefined : readByPlu(db, row.plu);
  if (owner !== undefined && owner.productId !== row.productId) {
    throw new DomainError('product.plu-taken', { code: row.plu ?? '', name: owner.name });
  }
}
