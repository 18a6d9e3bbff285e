import { rupiah, type Rupiah } from '../../../../shared/domain/money.ts';
import type { TaxClass } from '../../../../shared/domain/tax.ts';
import type { Tier } from '../../../../shared/domain/tier.ts';
import type { ProductTerms } from '../../../../shared/journal/catalog-bodies.ts';
import { all, get, run, type Db } from '../../db/sql.ts';

/** A product's tax class and ceiling. */
export interface TermsRow {
  tax_class: TaxClass;
  ceiling_rp: number | null;
}

/** A pack as it is stored; `gtins` as for products. */
export interface PackTableRow {
  pack: number;
  unit: string;
  content_thousandths: number;
  plu: string | null;
  gtins: string | null;
}

/** A price beside the product's own; `pack` is 0 for the base unit. */
export interface PriceTableRow {
  pack: number;
  tier: Tier;
  from_thousandths: number;
  price_rp: number;
  valid_from: string | null;
  valid_to: string | null;
}

/** Tax class and ceiling of a product, or undefined where it has no terms. */
export function readTerms(db: Db, key: number): TermsRow | undefined {
  return get<TermsRow>(db, 'SELECT tax_class, ceiling_rp FROM product_terms WHERE product_key = ?', key);
}

/** The same by the product's id; also undefined where there is no such product. */
export function readTermsOf(db: Db, productId: string): TermsRow | undefined {
  return get<TermsRow>(
    db,
    `SELECT tax_class, ceiling_rp FROM product_terms
     WHERE product_key = (SELECT key FROM product WHERE product_id = ?)`,
    productId,
  );
}

/** Unit and content of a product's packs in their order: all that the till wants of them. */
export function readUnits(
  db: Db,
  key: number,
): Pick<PackTableRow, 'pack' | 'unit' | 'content_thousandths'>[] {
  return all(
    db,
    'SELECT pack, unit, content_thousandths FROM product_pack WHERE product_key = ? ORDER BY pack',
    key,
  );
}

/** The packs of a product in their order, with their codes. */
export function readPacks(db: Db, key: number): PackTableRow[] {
  return all<PackTableRow>(
    db,
    `SELECT pack, unit, content_thousandths, plu,
       (SELECT group_concat(gtin14, ' ' ORDER BY position) FROM product_barcode AS code
        WHERE code.product_key = sold.product_key AND code.pack = sold.pack) AS gtins
     FROM product_pack AS sold WHERE product_key = ? ORDER BY pack`,
    key,
  );
}

/** Unit and content of every pack of these products, by the key of the product. */
export function packsOfProducts(
  db: Db,
  keys: readonly number[],
): { product_key: number; unit: string; content_thousandths: number }[] {
  return all(
    db,
    `SELECT product_key, unit, content_thousandths FROM product_pack
     WHERE product_key IN (SELECT value FROM json_each(?)) ORDER BY product_key, pack`,
    JSON.stringify(keys),
  );
}

/** The prices of a product beside its own, in their order. */
export function readPrices(db: Db, key: number): PriceTableRow[] {
  return all<PriceTableRow>(
    db,
    `SELECT pack, tier, from_thousandths, price_rp, valid_from, valid_to FROM product_price
     WHERE product_key = ? ORDER BY position`,
    key,
  );
}

/**
 * Everybody's price of one base unit on a date, of those products where it is a dated one: the one
 * that began last, and of two that began together the lower. One that only ends takes the place of
 * the usual price where it is lower, as pricing has it.
 */
export function datedPrices(db: Db, productIds: readonly string[], date: string): Map<string, Rupiah> {
  const rows = all<{ product_id: string; price_rp: number }>(
    db,
    `SELECT product_id, product_price.price_rp AS price_rp
     FROM json_each(?) AS wanted JOIN product ON product_id = wanted.value
     JOIN product_price ON product_price.product_key = product.key
     WHERE pack = 0 AND tier = 'umum' AND from_thousandths = 0
       AND (valid_from <= ? OR (valid_from IS NULL
            AND (product.price_rp IS NULL OR product_price.price_rp < product.price_rp)))
       AND (valid_to IS NULL OR valid_to >= ?)
     ORDER BY valid_from, product_price.price_rp DESC`,
    JSON.stringify(productIds),
    date,
    date,
  );
  return new Map(rows.map((row) => [row.product_id, rupiah(row.price_rp)]));
}

/** Takes packs, their barcodes, prices and terms off a product. */
export function deleteTerms(db: Db, key: number): void {
  run(db, 'DELETE FROM product_price WHERE product_key = ?', key);
  run(db, 'DELETE FROM product_barcode WHERE product_key = ? AND pack > 0', key);
  run(db, 'DELETE FROM product_pack WHERE product_key = ?', key);
  run(db, 'DELETE FROM product_terms WHERE product_key = ?', key);
}

/** Gives a product its tax class and ceiling. */
export function insertTerms(db: Db, key: number, terms: ProductTerms): void {
  run(
    db,
    'INSERT INTO product_terms (product_key, tax_class, ceiling_rp) VALUES (?, ?, ?)',
    key,
    terms.taxClass,
    terms.ceilingRp,
  );
}

/** Adds a pack; its barcodes are added apart. */
export function insertPack(db: Db, key: number, pack: number, row: ProductTerms['packs'][number]): void {
  run(
    db,
    'INSERT INTO product_pack (product_key, pack, unit, content_thousandths, plu) VALUES (?, ?, ?, ?, ?)',
    key,
    pack,
    row.unit,
    row.contentThousandths,
    row.plu,
  );
}

/** Adds a price of the base unit (`pack` 0) or of a pack. */
export function insertPrice(
  db: Db,
  key: number,
  position: number,
  pack: number,
  row: ProductTerms['prices'][number],
): void {
  run(
    db,
    `INSERT INTO product_price (product_key, position, pack, tier, from_thousandths, price_rp, valid_from, valid_to)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    key,
    position,
    pack,
    row.tier,
    row.fromThousandths,
    row.priceRp,
    row.validFrom,
    row.validTo,
  );
}
