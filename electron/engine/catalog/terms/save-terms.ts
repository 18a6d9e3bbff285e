import type { catalogContract, ProductTerms } from '../../../../shared/contract/catalog.ts';
import type { AreaHandlers } from '../../../../shared/contract/define.ts';
import { normalPlu, readGtin, shownGtin } from '../../../../shared/domain/barcode.ts';
import type { RecordBodies } from '../../../../shared/journal/bodies.ts';
import { canonicalText } from '../../../../shared/journal/canonical.ts';
import type { Ctx } from '../../context.ts';
import type { Db } from '../../db/sql.ts';
import { DomainError } from '../../domain-error.ts';
import { ownerOfGtin, ownerOfPlu, type CodeOwner, type StoredProduct } from '../catalog-store.ts';
import { productById } from '../find-product.ts';
import { indexChangedProducts } from '../search/search-index.ts';
import { readTermsReply } from './read-terms.ts';
import { ceilingOf } from './sellable-units.ts';
import { sameUnit } from './terms-clash.ts';
import { ownPrice, requireWithinProgramme, type WantedPrice } from '../within-programme.ts';

type CatalogHandlers = AreaHandlers<typeof catalogContract, Ctx>;
type TermsBody = RecordBodies['product-terms-set/1'];

/** One whole unit, in thousandths. */
const WHOLE = 1000;

/** How a product is sold. Saving what is already there writes no record. */
export const saveTerms: CatalogHandlers['saveTerms'] = (ctx, input) => {
  const product = productById(ctx.db, input.productId);
  const body = bodyOf(input);
  requireUnits(product, body);
  requireFreeCodes(ctx.db, product, body);
  requirePrices(product, body);
  requireWithinCeiling(product, body);
  const aboveReference = requireWithinProgramme(ctx, product.productId, wantedPrices(product, body));
  const before = bodyOf(readTermsReply(ctx.db, product));
  if (canonicalText(before) !== canonicalText(body)) {
    ctx.append('product-terms-set/1', body);
    indexChangedProducts(ctx.db);
    ctx.changed('catalog', 'ticket');
  }
  return { ...readTermsReply(ctx.db, product), aboveReference: [...aboveReference] };
};

function bodyOf({ packs, ...terms }: ProductTerms): TermsBody {
  return {
    ...terms,
    packs: packs.map(({ barcodes, plu, ...pack }) => ({
      ...pack,
      plu: plu === null ? null : normalPlu(plu),
      gtins: [...new Set(barcodes.map(gtinOf))],
    })),
  };
}

function gtinOf(code: string): string {
  const read = readGtin(code);
  if (!read.ok) throw new DomainError('product.barcode-invalid', { code });
  return read.gtin14;
}

/** Each unit has a name of its own, and goods sold whole come in packs of whole ones. */
function requireUnits(product: StoredProduct, { packs }: TermsBody): void {
  for (const [index, pack] of packs.entries()) {
    const others = [product.unit, ...packs.slice(0, index).map(({ unit }) => unit)];
    if (others.some((unit) => sameUnit(unit, pack.unit))) {
      throw new DomainError('terms.unit-twice', { unit: pack.unit });
    }
    if (!product.fractional && pack.contentThousandths % WHOLE !== 0) {
      throw new DomainError('terms.content', { unit: pack.unit, name: product.name });
    }
  }
}

/** A code that named two things would sell the wrong one. */
function requireFreeCodes(db: Db, product: StoredProduct, { packs }: TermsBody): void {
  const seen = new Set<string>();
  const requireFree = (owner: CodeOwner | undefined, code: string, taken: TakenCode): void => {
    const isOther = owner !== undefined && (owner.product.key !== product.key || owner.pack === 0);
    const name = isOther ? owner.product.name : product.name;
    if (isOther || seen.has(`${taken} ${code}`)) throw new DomainError(taken, { code, name });
    seen.add(`${taken} ${code}`);
  };
  for (const { gtins, plu } of packs) {
    for (const gtin of gtins) requireFree(ownerOfGtin(db, gtin), shownGtin(gtin), 'product.barcode-taken');
    if (plu !== null) requireFree(ownerOfPlu(db, plu), plu, 'product.plu-taken');
  }
}

type TakenCode = 'product.barcode-taken' | 'product.plu-taken';

/** Every price is of a unit that is there and says something no other one says. */
function requirePrices(product: StoredProduct, { packs, prices }: TermsBody): void {
  const unitOf = (price: TermsBody['prices'][number]): string => price.unit ?? product.unit;
  const seen = new Set<string>();
  for (const price of prices) {
    const { tier, fromThousandths, validFrom, validTo } = price;
    const unit = unitOf(price);
    if (price.unit !== null && !packs.some((pack) => pack.unit === price.unit)) {
      throw new DomainError('terms.unit-unknown', { unit });
    }
    if (validFrom !== null && validTo !== null && validTo < validFrom) throw new DomainError('terms.dates');
    const key = JSON.stringify([price.unit, tier, fromThousandths, validFrom, validTo]);
    // The standing price of the base unit is on the product itself.
    const isOwn = price.unit === null && isStanding(price);
    if (isOwn || seen.has(key)) throw new DomainError('terms.price-twice', { unit });
    seen.add(key);
  }
  for (const { unit } of packs) {
    const own = prices.filter((price) => price.unit === unit);
    if (own.length > 0 && !own.some(isStanding)) throw new DomainError('terms.price-standing', { unit });
  }
}

/** For everybody, any quantity and any day. */
function isStanding({ tier, fromThousandths, validFrom, validTo }: TermsBody['prices'][number]): boolean {
  return tier === 'umum' && fromThousandths === 0 && validFrom === null && validTo === null;
}

/** No price is above what the law allows for its unit. */
function requireWithinCeiling(product: StoredProduct, { ceilingRp, packs, prices }: TermsBody): void {
  if (ceilingRp === null) return;
  const own = product.priceRp === null ? [] : [{ unit: null, priceRp: product.priceRp }];
  for (const { unit, priceRp } of [...own, ...prices]) {
    const content = packs.find((pack) => pack.unit === unit)?.contentThousandths ?? WHOLE;
    const most = ceilingOf(ceilingRp, content) ?? priceRp;
    if (priceRp > most) {
      throw new DomainError('product.above-ceiling', {
        priceRp,
        unit: unit ?? product.unit,
        ceilingRp: most,
      });
    }
  }
}

/** Every price there would be; a pack without one costs its content times the product's own. */
function wantedPrices(product: StoredProduct, { packs, prices }: TermsBody): WantedPrice[] {
  const rows = prices.map(({ unit, priceRp, validFrom, validTo }) => ({
    unit: unit ?? product.unit,
    contentThousandths: packs.find((pack) => pack.unit === unit)?.contentThousandths ?? WHOLE,
    priceRp,
    validFrom,
    validTo,
  }));
  return [...ownPrice(product), ...rows];
}
