import type { catalogContract } from '../../../shared/contract/catalog.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { normalPlu, readGtin, shownGtin } from '../../../shared/domain/barcode.ts';
import type { ProductRow } from '../../../shared/journal/bodies.ts';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import { ownerOfGtin, ownerOfPlu, type CodeOwner, type StoredProduct } from './catalog-store.ts';
import { productById } from './find-product.ts';
import { productReply } from './product-reply.ts';
import { sameProduct } from './same-product.ts';
import { indexChangedProducts } from './search/search-index.ts';
import { termsClash } from './terms/terms-clash.ts';
import { ownPrice, requireWithinProgramme } from './within-programme.ts';

type CatalogHandlers = AreaHandlers<typeof catalogContract, Ctx>;

/** Adds a product or changes one. Saving what is already there writes no record. */
export const save: CatalogHandlers['save'] = (ctx, input) => {
  const { barcodes, productId, ...fields } = input;
  const before = productId === null ? undefined : productById(ctx.db, productId);
  const row: ProductRow = {
    ...fields,
    productId: before?.productId ?? ctx.ports.ids.next(),
    plu: input.plu === null ? null : normalPlu(input.plu),
    gtins: readGtins(barcodes),
  };
  requireFree(ctx.db, row);
  if (before !== undefined) requireWithinTerms(ctx.db, before, row);
  const aboveReference = requireWithinProgramme(ctx, row.productId, ownPrice(row));
  if (before === undefined || !sameProduct(before, row)) {
    ctx.append('product-saved/1', row);
    indexChangedProducts(ctx.db);
    ctx.changed('catalog');
  }
  return { ...productReply(ctx.db, productById(ctx.db, row.productId)), aboveReference: [...aboveReference] };
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

/** A code that named two things would sell the wrong one. */
function requireFree(db: Db, row: ProductRow): void {
  const isOther = (owner: CodeOwner | undefined): owner is CodeOwner =>
    owner !== undefined && (owner.product.productId !== row.productId || owner.pack > 0);
  for (const gtin14 of row.gtins) {
    const owner = ownerOfGtin(db, gtin14);
    if (isOther(owner)) {
      throw new DomainError('product.barcode-taken', { code: shownGtin(gtin14), name: owner.product.name });
    }
  }
  const owner = row.plu === null ? undefined : ownerOfPlu(db, row.plu);
  if (isOther(owner)) {
    throw new DomainError('product.plu-taken', { code: row.plu ?? '', name: owner.product.name });
  }
}

/** Packs and ceiling stay as they are when the product itself is changed: it has to fit them. */
function requireWithinTerms(db: Db, before: StoredProduct, row: ProductRow): void {
  const clash = termsClash(db, before.key, row);
  if (clash === undefined) return;
  switch (clash.kind) {
    case 'unit':
      throw new DomainError('terms.unit-twice', { unit: row.unit });
    case 'content':
      throw new DomainError('terms.content', { unit: clash.unit, name: row.name });
    case 'ceiling':
      throw new DomainError('product.above-ceiling', {
        priceRp: row.priceRp ?? 0,
        unit: row.unit,
        ceilingRp: clash.ceilingRp,
      });
  }
}
