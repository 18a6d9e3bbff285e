import type { Db } from '../db/sql.ts';
import { goodsOf } from '../programmes/index.ts';

/** What a product is among cylinders. */
export interface CylinderPart {
  readonly kind: string;
  readonly role: 'refill' | 'empty' | 'deposit';
}

/** Every product that stands for cylinders, by its id. */
export function cylinderParts(db: Db): Map<string, CylinderPart> {
  return new Map(
    [...goodsOf(db)].flatMap(([productId, { cylinder }]) =>
      cylinder === null ? [] : [[productId, cylinder] as const],
    ),
  );
}
