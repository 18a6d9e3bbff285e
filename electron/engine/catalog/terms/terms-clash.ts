import type { ProductRow } from '../../../../shared/journal/bodies.ts';
import type { Db } from '../../db/sql.ts';
import { readUnits, readTerms } from './terms-store.ts';

/** What of a product does not go with the terms it is sold on. */
export type TermsClash =
  /** One of its packs has the name that the base unit is to have. */
  | { readonly kind: 'unit' }
  /** Goods sold whole can't come in packs that hold a part of one. */
  | { readonly kind: 'content'; readonly unit: string }
  | { readonly kind: 'ceiling'; readonly ceilingRp: number };

/** Why a product can't be what it is to become, or undefined where its terms allow it. */
export function termsClash(db: Db, key: number, product: ProductRow): TermsClash | undefined {
  const terms = readTerms(db, key);
  if (terms === undefined) return undefined;
  const { ceiling_rp: ceilingRp } = terms;
  if (ceilingRp !== null && product.priceRp !== null && product.priceRp > ceilingRp) {
    return { kind: 'ceiling', ceilingRp };
  }
  const packs = readUnits(db, key);
  if (packs.some((pack) => sameUnit(pack.unit, product.unit))) return { kind: 'unit' };
  const broken = packs.find((pack) => !product.fractional && pack.content_thousandths % 1000 !== 0);
  return broken === undefined ? undefined : { kind: 'content', unit: broken.unit };
}

/** Units are told apart by their names, whatever their case. */
export function sameUnit(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
