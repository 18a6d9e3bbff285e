import { rupiah, type Rupiah } from '../../../../shared/domain/money.ts';
import type { PriceRow } from '../../../../shared/domain/pricing.ts';
import type { TaxClass } from '../../../../shared/domain/tax.ts';
import type { Db } from '../../db/sql.ts';
import type { StoredProduct } from '../catalog-store.ts';
import { productById } from '../find-product.ts';
import { readPrices, readTerms, readTermsOf, readUnits, type PriceTableRow } from './terms-store.ts';

/** A unit a product is sold in, with everything that pricing wants to know of it. */
export interface SellableUnit {
  readonly unit: string;
  /** Base units in one, in thousandths; 1000 for the base unit. */
  readonly contentThousandths: number;
  /** Whether less than a whole one is sold: never of a pack. */
  readonly fractional: boolean;
  /** Prices of one of this unit for every tier, also past and future ones; empty where there is none. */
  readonly prices: readonly PriceRow[];
  /** The most that the law lets the store ask for one of this unit, null for no limit. */
  readonly ceilingRp: Rupiah | null;
}

/** What the law says of goods that nobody has classed: PPN is due. */
export const DEFAULT_TAX_CLASS: TaxClass = 'kena';

/** One whole unit, in thousandths. */
const WHOLE = 1000;

/**
 * The units a product is sold in, the base unit first. The base unit has the product's own price as a
 * row beside those of its terms. A pack without a price of its own costs its content times the price
 * of the base unit, in every tier and quantity, and that is its list price.
 * @throws DomainError `product.unknown`
 */
export function unitsOf(db: Db, productId: string): SellableUnit[] {
  return unitsOfProduct(db, productById(db, productId));
}

/** As `unitsOf`, of a product that has been read already. */
export function unitsOfProduct(db: Db, product: StoredProduct): SellableUnit[] {
  const terms = readTerms(db, product.key);
  const own = product.priceRp === null ? [] : [standingPrice(product.priceRp)];
  const base = { unit: product.unit, contentThousandths: WHOLE, fractional: product.fractional };
  if (terms === undefined) return [{ ...base, prices: own, ceilingRp: null }];
  const rows = readPrices(db, product.key);
  const ofPack = (pack: number): PriceRow[] => rows.filter((row) => row.pack === pack).map(priceRow);
  const basePrices = [...own, ...ofPack(0)];
  const packs = readUnits(db, product.key).map(
    ({ pack, unit, content_thousandths: content }): SellableUnit => {
      const packPrices = ofPack(pack);
      return {
        unit,
        contentThousandths: content,
        fractional: false,
        prices: packPrices.length > 0 ? packPrices : basePrices.map((row) => priceOfContent(row, content)),
        ceilingRp: ceilingOf(terms.ceiling_rp, content),
      };
    },
  );
  return [{ ...base, prices: basePrices, ceilingRp: ceilingOf(terms.ceiling_rp, WHOLE) }, ...packs];
}

function standingPrice(priceRp: Rupiah): PriceRow {
  return { tier: 'umum', fromThousandths: 0, priceRp, validFrom: null, validTo: null };
}

function priceRow(row: PriceTableRow): PriceRow {
  return {
    tier: row.tier,
    fromThousandths: row.from_thousandths,
    priceRp: rupiah(row.price_rp),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

/**
 * A price of the base unit as one of a pack: rounded down to a whole rupiah, and from as many whole
 * packs as hold the base units that it asks for.
 */
function priceOfContent(row: PriceRow, content: number): PriceRow {
  return {
    ...row,
    priceRp: rupiah(Number((BigInt(row.priceRp) * BigInt(content)) / BigInt(WHOLE))),
    fromThousandths: Math.ceil(row.fromThousandths / content) * WHOLE,
  };
}

/** The ceiling of one base unit as that of a pack, rounded down so that rounding can't lift it. */
export function ceilingOf(ceilingRp: number | null, content: number): Rupiah | null {
  return ceilingRp === null ? null : rupiah(Number((BigInt(ceilingRp) * BigInt(content)) / BigInt(WHOLE)));
}

/** How a product is taxed; goods that nobody has classed are taxed. */
export function taxClassOf(db: Db, productId: string): TaxClass {
  return readTermsOf(db, productId)?.tax_class ?? DEFAULT_TAX_CLASS;
}
