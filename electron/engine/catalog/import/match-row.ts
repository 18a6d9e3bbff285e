import { shownGtin } from '../../../../shared/domain/barcode.ts';
import type { ProductRow } from '../../../../shared/journal/bodies.ts';
import type { Db } from '../../db/sql.ts';
import { ownerOfGtin, ownerOfPlu, readByName, type StoredProduct } from '../catalog-store.ts';
import { folded } from '../folded.ts';
import type { ImportRow } from './import-row.ts';

/** Which product of the catalogue a row means, or why that can't be said. */
export type RowMatch =
  | { readonly kind: 'new' }
  | { readonly kind: 'known'; readonly product: StoredProduct }
  | { readonly kind: 'ambiguous'; readonly value: string }
  | { readonly kind: 'plu-taken'; readonly value: string }
  /** The barcode is on a pack of a product: its row would say the price of the pack of the product. */
  | { readonly kind: 'pack-code'; readonly value: string };

/** What a product gets where neither the file nor the catalogue says anything. */
const DEFAULT_UNIT = 'pcs';
const DEFAULT_CATEGORY = 'Lainnya';

/** Units in which loose goods are measured out. */
const MEASURES: ReadonlySet<string> = new Set(['kg', 'ons', 'gram', 'liter', 'meter']);

/** Finds the product a row means: by barcode, else by PLU, else by the same name and unit. */
export function matchRow(db: Db, row: ImportRow): RowMatch {
  const owners = new Map<string, StoredProduct>();
  for (const gtin of row.gtins) {
    const owner = ownerOfGtin(db, gtin);
    if (owner === undefined) continue;
    if (owner.pack > 0) return { kind: 'pack-code', value: shownGtin(gtin) };
    owners.set(owner.product.productId, owner.product);
  }
  const [byBarcode, another] = owners.values();
  if (another !== undefined) return { kind: 'ambiguous', value: row.name };
  const pluOwner = row.plu === null ? undefined : ownerOfPlu(db, row.plu);
  if (pluOwner !== undefined && pluOwner.pack > 0) return { kind: 'plu-taken', value: row.plu ?? '' };
  const byPlu = pluOwner?.product;
  if (byPlu === undefined) return byBarcode === undefined ? matchByName(db, row) : known(byBarcode);
  if (byBarcode === undefined || byBarcode.productId === byPlu.productId) return known(byPlu);
  return { kind: 'plu-taken', value: byPlu.plu ?? '' };
}

function matchByName(db: Db, row: ImportRow): RowMatch {
  const candidates = readByName(db, row.name).filter((product) => couldBe(product, row));
  const [only, another] = candidates;
  if (only === undefined) return { kind: 'new' };
  return another === undefined ? known(only) : { kind: 'ambiguous', value: row.name };
}

/** Two products of one name may differ in unit, or each have codes of its own, as scents of a soap do. */
function couldBe(product: StoredProduct, row: ImportRow): boolean {
  const sameUnit = row.unit === null || folded(row.unit) === folded(product.unit);
  const barcodesAgree = row.gtins.length === 0 || product.gtins.length === 0;
  const plusAgree = row.plu === null || product.plu === null;
  return sameUnit && barcodesAgree && plusAgree;
}

function known(product: StoredProduct): RowMatch {
  return { kind: 'known', product };
}

/** The product a row without a counterpart becomes. */
export function newProduct(row: ImportRow, productId: string): ProductRow {
  const unit = row.unit ?? DEFAULT_UNIT;
  return {
    productId,
    name: row.name,
    brand: row.brand ?? '',
    category: row.category ?? DEFAULT_CATEGORY,
    unit,
    priceRp: row.priceRp,
    costRp: row.costRp,
    plu: row.plu,
    gtins: [...row.gtins],
    // A pack with a barcode is sold whole, whatever its unit is called.
    fractional: row.fractional ?? (row.gtins.length === 0 && MEASURES.has(unit.toLowerCase())),
    active: true,
  };
}

/** A known product as the row changes it. Empty cells change nothing; barcodes are only added. */
export function changedProduct(product: StoredProduct, row: ImportRow): ProductRow {
  return {
    productId: product.productId,
    name: row.name,
    brand: row.brand ?? product.brand,
    category: row.category ?? product.category,
    unit: row.unit ?? product.unit,
    priceRp: row.priceRp ?? product.priceRp,
    costRp: row.costRp ?? product.costRp,
    plu: row.plu ?? product.plu,
    gtins: [...new Set([...product.gtins, ...row.gtins])],
    fractional: row.fractional ?? product.fractional,
    active: product.active,
  };
}
