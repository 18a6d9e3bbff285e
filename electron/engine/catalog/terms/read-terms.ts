import type { catalogContract, ProductTerms } from '../../../../shared/contract/catalog.ts';
import type { AreaHandlers } from '../../../../shared/contract/define.ts';
import { shownGtin } from '../../../../shared/domain/barcode.ts';
import { businessDateSchema } from '../../../../shared/domain/business-date.ts';
import { rupiah } from '../../../../shared/domain/money.ts';
import type { Ctx } from '../../context.ts';
import type { Db } from '../../db/sql.ts';
import type { StoredProduct } from '../catalog-store.ts';
import { productById } from '../find-product.ts';
import { DEFAULT_TAX_CLASS } from './sellable-units.ts';
import { readPacks, readPrices, readTerms } from './terms-store.ts';

type CatalogHandlers = AreaHandlers<typeof catalogContract, Ctx>;

/** How a product is sold. */
export const terms: CatalogHandlers['terms'] = (ctx, input) =>
  readTermsReply(ctx.db, productById(ctx.db, input.productId));

/** A product's terms as the contract shows them; of one without, what holds without. */
export function readTermsReply(db: Db, { key, productId }: StoredProduct): ProductTerms {
  const row = readTerms(db, key);
  const packs = readPacks(db, key);
  const unitOf = new Map(packs.map(({ pack, unit }) => [pack, unit]));
  return {
    productId,
    taxClass: row?.tax_class ?? DEFAULT_TAX_CLASS,
    ceilingRp: row === undefined || row.ceiling_rp === null ? null : rupiah(row.ceiling_rp),
    packs: packs.map(({ unit, content_thousandths: contentThousandths, plu, gtins }) => ({
      unit,
      contentThousandths,
      barcodes: gtins === null ? [] : gtins.split(' ').map(shownGtin),
      plu,
    })),
    prices: readPrices(db, key).map((price) => ({
      unit: unitOf.get(price.pack) ?? null,
      tier: price.tier,
      fromThousandths: price.from_thousandths,
      priceRp: rupiah(price.price_rp),
      validFrom: dateOf(price.valid_from),
      validTo: dateOf(price.valid_to),
    })),
  };
}

function dateOf(text: string | null): ProductTerms['prices'][number]['validFrom'] {
  return text === null ? null : businessDateSchema.parse(text);
}
