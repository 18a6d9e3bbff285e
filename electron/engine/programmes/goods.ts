import type { ProgrammeGoods } from '../../../shared/domain/programmes/rules.ts';
import type { Db } from '../db/sql.ts';
import { allGoods, cylinderProduct } from './programme-store.ts';
import { goodsOf } from './rules-of.ts';

/** What many products are within programmes and among cylinders, by their ids; others are left out. */
export function programmesOf(db: Db, productIds: readonly string[]): Map<string, ProgrammeGoods> {
  const known = goodsOf(db);
  return new Map(
    productIds.flatMap((productId) => {
      const goods = known.get(productId);
      return goods === undefined ? [] : [[productId, goods]];
    }),
  );
}

/** Every product that belongs to a programme: a handful among all that the store sells. */
export function ruledProducts(db: Db): string[] {
  return allGoods(db).flatMap(({ productId, programme }) => (programme === null ? [] : [productId]));
}

/** The products of one kind of cylinder; null where the store has none for a part. */
export interface CylinderGoods {
  readonly kind: string;
  /** Its stock are the full ones. */
  readonly refillProductId: string | null;
  /** Its stock are the empty ones, its damaged stock the damaged ones. */
  readonly emptyProductId: string | null;
  /** Rung up for a cylinder on loan: its stock is what is out, below zero. */
  readonly depositProductId: string | null;
}

/** Which products stand for the cylinders of a kind. */
export function cylinderGoods(db: Db, kind: string): CylinderGoods {
  return {
    kind,
    refillProductId: cylinderProduct(db, kind, 'refill') ?? null,
    emptyProductId: cylinderProduct(db, kind, 'empty') ?? null,
    depositProductId: cylinderProduct(db, kind, 'deposit') ?? null,
  };
}

/** Whether a product is the deposit for a cylinder on loan. */
export function isDeposit(db: Db, productId: string): boolean {
  return goodsOf(db).get(productId)?.cylinder?.role === 'deposit';
}
