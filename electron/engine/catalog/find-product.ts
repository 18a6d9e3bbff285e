import { readCode } from '../../../shared/domain/barcode.ts';
import type { Rupiah } from '../../../shared/domain/money.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import { readByGtin, readById, readByPlu, readCost, type StoredProduct } from './catalog-store.ts';

/** What the till needs of a product to ring it up; it may be inactive or have no price yet. */
export type SellableProduct = StoredProduct;

/**
 * The product that a scanned or typed code names.
 * @param code as it came from the scanner or the keyboard: GTIN in any length, UPC-E, PLU
 * @throws DomainError `barcode.check-digit` where it was misread, `barcode.unknown` where nothing has it
 */
export function findByCode(db: Db, code: string): SellableProduct {
  const read = readCode(code);
  if (read.kind === 'bad-check-digit') throw new DomainError('barcode.check-digit', { code: read.shown });
  if (read.kind === 'gtin' || read.kind === 'gs1' || read.kind === 'in-store')
    return readByGtin(db, read.gtin14) ?? unknown(read.shown);
  return read.kind === 'plu' ? (readByPlu(db, read.plu) ?? unknown(read.plu)) : unknown(read.text);
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
