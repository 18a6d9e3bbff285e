import { readCode, type Gs1Code, type InStoreCode } from '../../../shared/domain/barcode.ts';
import type { BusinessDate } from '../../../shared/domain/business-date.ts';
import type { Rupiah } from '../../../shared/domain/money.ts';
import { thousandths, type Thousandths } from '../../../shared/domain/quantity.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import {
  ownerOfGtin,
  ownerOfPlu,
  readById,
  readCost,
  type CodeOwner,
  type StoredProduct,
} from './catalog-store.ts';
import { unitsOfProduct, type SellableUnit } from './terms/sellable-units.ts';

/** What the till needs of a product to ring it up; it may be inactive or have no price yet. */
export type SellableProduct = StoredProduct;

/** What a code names, and what it says of the pack it is on. */
export interface FoundGoods {
  readonly product: SellableProduct;
  /** Which of the product's units carries the code. */
  readonly unit: SellableUnit;
  /** How much of that unit, where the code says so: its weight, or a count of pieces. */
  readonly quantityThousandths: Thousandths | null;
  /** What the whole pack costs, where its label says so. */
  readonly labelTotalRp: Rupiah | null;
  readonly batch: string | null;
  readonly expiry: BusinessDate | null;
}

/**
 * The goods that a scanned or typed code names.
 * @param code as it came from the scanner or the keyboard: GTIN in any length, UPC-E, PLU, a label of
 *   the store's own scale, a GS1 element string
 * @param patterns what the labels of the store's own scale look like
 * @throws DomainError `barcode.check-digit` where it was misread, `barcode.unknown` where nothing has
 *   it, `barcode.no-weight` where a label says a weight of goods that are not sold by weight
 */
export function findByCode(db: Db, code: string, patterns: readonly string[]): FoundGoods {
  const read = readCode(code, { patterns });
  switch (read.kind) {
    case 'bad-check-digit':
      throw new DomainError('barcode.check-digit', { code: read.shown });
    case 'gtin':
      return whole(db, ownerOfGtin(db, read.gtin14) ?? unknown(read.shown));
    case 'plu':
      return whole(db, ownerOfPlu(db, read.plu) ?? unknown(read.plu));
    case 'in-store':
      return ofStoreLabel(db, read);
    case 'gs1':
      return ofElements(db, read);
    case 'other':
      return unknown(read.text);
  }
}

/** One whole unit: the code says nothing but what it is. */
function whole(db: Db, owner: CodeOwner): FoundGoods {
  return {
    product: owner.product,
    unit: unitAt(db, owner),
    quantityThousandths: null,
    labelTotalRp: null,
    batch: null,
    expiry: null,
  };
}

function unitAt(db: Db, { product, pack }: CodeOwner): SellableUnit {
  // The packs follow the base unit in the order of their numbers.
  const unit = unitsOfProduct(db, product)[pack];
  if (unit === undefined) throw new Error(`a code of a unit that is not there: ${pack}`);
  return unit;
}

/** A code that is on a product as it is comes first: then it is that pack's, whatever it looks like. */
function ofStoreLabel(db: Db, read: InStoreCode): FoundGoods {
  const asPrinted = ownerOfGtin(db, read.gtin14);
  if (asPrinted !== undefined) return whole(db, asPrinted);
  const owner = ownerOfPlu(db, read.plu) ?? unknown(read.shown);
  const found = { ...whole(db, owner), labelTotalRp: read.priceRp };
  if (read.weightThousandths === null) return found;
  const quantity = weightInUnits(owner.product, read.weightThousandths);
  if (quantity === undefined || owner.pack !== 0) {
    throw new DomainError('barcode.no-weight', { name: owner.product.name, unit: found.unit.unit });
  }
  return { ...found, quantityThousandths: quantity };
}

/** A weight counts where the goods are sold by weight; on a pack sold by the piece it is a remark. */
function ofElements(db: Db, read: Gs1Code): FoundGoods {
  const owner = ownerOfGtin(db, read.gtin14) ?? unknown(read.shown);
  const weight = owner.pack === 0 ? read.weightThousandths : null;
  const quantity = weight === null ? undefined : weightInUnits(owner.product, weight);
  const { batch, expiry } = read;
  return {
    ...whole(db, owner),
    quantityThousandths: quantity ?? (read.count === null ? null : thousandths(read.count * 1000)),
    labelTotalRp: read.priceRp,
    batch,
    expiry,
  };
}

/** How many of each unit of weight are in a kilogram. */
const PER_KILOGRAM: ReadonlyMap<string, number> = new Map([
  ['kg', 1],
  ['kilogram', 1],
  ['ons', 10],
  ['gram', 1000],
  ['g', 1000],
]);

/** Kilograms in the product's own unit, or undefined where it is not sold by weight. */
function weightInUnits(product: StoredProduct, kilograms: Thousandths): Thousandths | undefined {
  const factor = PER_KILOGRAM.get(product.unit.toLowerCase());
  return factor === undefined || !product.fractional ? undefined : thousandths(kilograms * factor);
}

/** More of a code than this helps nobody to find the pack it was on. */
const SHOWN_LETTERS = 40;

function unknown(code: string): never {
  const shown = code.length > SHOWN_LETTERS ? `${code.slice(0, SHOWN_LETTERS)}…` : code;
  throw new DomainError('barcode.unknown', { code: shown });
}

/**
 * What a whole unit of a product costs the store, null where that is not known.
 * @throws DomainError `product.unknown`
 */
export function costOf(db: Db, productId: string): Rupiah | null {
  const cost = readCost(db, productId);
  if (cost === undefined) throw new DomainError('product.unknown');
  return cost;
}

/**
 * The product of this id, active or not.
 * @throws DomainError `product.unknown`
 */
export function productById(db: Db, productId: string): SellableProduct {
  const product = readById(db, productId);
  if (product === undefined) throw new DomainError('product.unknown');
  return product;
}
