import type { Db } from '../db/sql.ts';
import { allCylinderKinds, cylinderGoods } from '../programmes/index.ts';

/** What a product is among cylinders. */
export interface CylinderPart {
  readonly kind: string;
  readonly role: 'refill' | 'empty' | 'deposit';
}

/** Every product that stands for cylinders, by its id. */
export function cylinderParts(db: Db): Map<string, CylinderPart> {
  const parts = new Map<string, CylinderPart>();
  for (const kind of allCylinderKinds(db)) {
    const goods = cylinderGoods(db, kind);
    const add = (productId: string | null, role: CylinderPart['role']) => {
      if (productId !== null) parts.set(productId, { kind, role });
    };
    add(goods.refillProductId, 'refill');
    add(goods.emptyProductId, 'empty');
    add(goods.depositProductId, 'deposit');
  }
  return parts;
}
