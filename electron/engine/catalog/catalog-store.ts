import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import type { ProductRow } from '../../../shared/journal/bodies.ts';
import { all, get, number, run, statement, type Db, type SqlValue } from '../db/sql.ts';
import { folded } from './folded.ts';

/** A product as it is stored, with every barcode as GTIN-14. */
export interface StoredProduct extends ProductRow {
  /** Its number in this till's tables; never leaves the engine. */
  readonly key: number;
}

interface ProductTableRow {
  key: number;
  product_id: string;
  name: string;
  brand: string;
  category: string;
  unit: string;
  price_rp: number | null;
  cost_rp: number | null;
  plu: string | null;
  fractional: number;
  active: number;
  /** GTIN-14s in order, parted by spaces; null where there is none. */
  gtins: string | null;
}

const PRODUCT_COLUMNS = `key, product_id, name, brand, category, product.unit, price_rp, cost_rp, product.plu,
  fractional, active,
  (SELECT group_concat(gtin14, ' ' ORDER BY position) FROM product_barcode
   WHERE product_key = key AND pack = 0) AS gtins`;

/** The key of a product, or undefined where it is not there yet. */
export function keyOf(db: Db, productId: string): number | undefined {
  return get<{ key: number }>(db, 'SELECT key FROM product WHERE product_id = ?', productId)?.key;
}

/** Adds a product. Its key is the next number, and stays the same for ever. */
export function insertProduct(db: Db, product: ProductRow, seq: number): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO product (product_id, name, folded_name, brand, category, unit, price_rp, cost_rp, plu,
                          fractional, active, changed_seq)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(product.productId, ...columnsOf(product), seq);
  return Number(lastInsertRowid);
}

/** Writes over a product. */
export function updateProduct(db: Db, key: number, product: ProductRow, seq: number): void {
  run(
    db,
    `UPDATE product SET name = ?, folded_name = ?, brand = ?, category = ?, unit = ?, price_rp = ?,
                        cost_rp = ?, plu = ?, fractional = ?, active = ?, changed_seq = ?
     WHERE key = ?`,
    ...columnsOf(product),
    seq,
    key,
  );
}

function columnsOf(product: ProductRow): SqlValue[] {
  return [
    product.name,
    folded(product.name),
    product.brand,
    product.category,
    product.unit,
    product.priceRp,
    product.costRp,
    product.plu,
    product.fractional ? 1 : 0,
    product.active ? 1 : 0,
  ];
}

/** Takes every barcode off a product's base unit. */
export function deleteBarcodes(db: Db, key: number): void {
  run(db, 'DELETE FROM product_barcode WHERE product_key = ? AND pack = 0', key);
}

/**
 * Gives a unit of a product a barcode; fails where anything else has it.
 * @param pack 0 for the base unit, else the number of the pack
 */
export function insertBarcode(db: Db, gtin14: string, key: number, pack: number, position: number): void {
  run(
    db,
    'INSERT INTO product_barcode (gtin14, product_key, pack, position) VALUES (?, ?, ?, ?)',
    gtin14,
    key,
    pack,
    position,
  );
}

/** Notes that a record changed a product, so that an import draft and the search index know. */
export function touchProduct(db: Db, key: number, seq: number): void {
  run(db, 'UPDATE product SET changed_seq = ? WHERE key = ?', seq, key);
}

/** The product of this id, active or not. */
export function readById(db: Db, productId: string): StoredProduct | undefined {
  return stored(
    get<ProductTableRow>(db, `SELECT ${PRODUCT_COLUMNS} FROM product WHERE product_id = ?`, productId),
  );
}

/** The cost of the product of this id, null where it is not known, undefined where there is no product. */
export function readCost(db: Db, productId: string): Rupiah | null | undefined {
  const row = get<{ cost_rp: number | null }>(
    db,
    'SELECT cost_rp FROM product WHERE product_id = ?',
    productId,
  );
  return row === undefined ? undefined : amount(row.cost_rp);
}

/** What a code names: a product, and which of its units. */
export interface CodeOwner {
  readonly product: StoredProduct;
  /** 0 for the base unit, else the number of the pack. */
  readonly pack: number;
}

interface OwnerRow extends ProductTableRow {
  pack: number;
}

/** What carries this GTIN-14. */
export function ownerOfGtin(db: Db, gtin14: string): CodeOwner | undefined {
  return owner(
    get<OwnerRow>(
      db,
      // Two lookups of one key are five times as fast as the join.
      `SELECT ${PRODUCT_COLUMNS}, (SELECT pack FROM product_barcode WHERE gtin14 = ?) AS pack
       FROM product WHERE key = (SELECT product_key FROM product_barcode WHERE gtin14 = ?)`,
      gtin14,
      gtin14,
    ),
  );
}

/** What has this PLU, in its stored form without leading zeros. */
export function ownerOfPlu(db: Db, plu: string): CodeOwner | undefined {
  const base = get<OwnerRow>(db, `SELECT ${PRODUCT_COLUMNS}, 0 AS pack FROM product WHERE plu = ?`, plu);
  if (base !== undefined) return owner(base);
  return owner(
    get<OwnerRow>(
      db,
      `SELECT ${PRODUCT_COLUMNS}, (SELECT pack FROM product_pack AS sold WHERE sold.plu = ?) AS pack
       FROM product WHERE key = (SELECT product_key FROM product_pack AS sold WHERE sold.plu = ?)`,
      plu,
      plu,
    ),
  );
}

function owner(row: OwnerRow | undefined): CodeOwner | undefined {
  return row === undefined ? undefined : { product: storedRow(row), pack: row.pack };
}

/** Every product of this name, whatever its case and accents. */
export function readByName(db: Db, name: string): StoredProduct[] {
  return all<ProductTableRow>(
    db,
    `SELECT ${PRODUCT_COLUMNS} FROM product WHERE folded_name = ?`,
    folded(name),
  ).map(storedRow);
}

/** The products of these keys, in the order of the keys. */
export function readByKeys(db: Db, keys: readonly number[]): StoredProduct[] {
  return all<ProductTableRow>(
    db,
    // json_each has a column named key too; it is renamed, so that the product's own is meant.
    `SELECT ${PRODUCT_COLUMNS} FROM (SELECT key AS place, value FROM json_each(?)) AS wanted
     JOIN product ON product.key = wanted.value ORDER BY wanted.place`,
    JSON.stringify(keys),
  ).map(storedRow);
}

/** The last record that changed any product; 0 where there is none. Another number, another catalogue. */
export function catalogueSeq(db: Db): number {
  return number(db, 'SELECT max(changed_seq) FROM product');
}

/** Categories in use, each with how many products it has, in the order of names. */
export function categories(db: Db): { name: string; products: number }[] {
  return all(
    db,
    'SELECT category AS name, count(*) AS products FROM product GROUP BY category ORDER BY category COLLATE NOCASE',
  );
}

function stored(row: ProductTableRow | undefined): StoredProduct | undefined {
  return row === undefined ? undefined : storedRow(row);
}

function storedRow(row: ProductTableRow): StoredProduct {
  return {
    key: row.key,
    productId: row.product_id,
    name: row.name,
    brand: row.brand,
    category: row.category,
    unit: row.unit,
    priceRp: amount(row.price_rp),
    costRp: amount(row.cost_rp),
    plu: row.plu,
    gtins: row.gtins === null ? [] : row.gtins.split(' '),
    fractional: row.fractional === 1,
    active: row.active === 1,
  };
}

function amount(value: number | null): Rupiah | null {
  return value === null ? null : rupiah(value);
}
