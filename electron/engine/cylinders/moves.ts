import type { Rupiah } from '../../../shared/domain/money.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import { OWN_GOODS } from '../../../shared/journal/parts.ts';
import type { CylindersMoved } from '../../../shared/journal/programme-bodies.ts';
import type { Db } from '../db/sql.ts';
import { damagedLots, lotsForSale } from '../stock/index.ts';

type Move = CylindersMoved['moves'][number];

/** Takes cylinders off what can be sold or filled, lot by lot, the oldest first. */
export function fromShop(db: Db, productId: string, quantity: number, to: 'outside' | 'damaged'): Move[] {
  if (quantity === 0) return [];
  return lotsForSale(db, productId, thousandths(quantity), () => null).map((lot) => ({
    productId,
    lotId: lot.lotId,
    owner: lot.owner,
    from: 'shop',
    to,
    quantityThousandths: lot.quantityThousandths,
    unitCostRp: null,
  }));
}

/**
 * Takes cylinders off the damaged ones of some products, the first product's before the next one's.
 * The caller has seen that there are enough.
 */
export function fromDamaged(
  db: Db,
  productIds: readonly string[],
  quantity: number,
  to: 'outside' | 'shop',
): Move[] {
  const moves: Move[] = [];
  let rest = quantity;
  for (const productId of productIds) {
    for (const lot of damagedLots(db, productId)) {
      const part = Math.min(rest, lot.quantityThousandths);
      if (part === 0) return moves;
      rest -= part;
      moves.push({
        productId,
        lotId: lot.lotId,
        owner: lot.owner,
        from: 'damaged',
        to,
        quantityThousandths: thousandths(part),
        unitCostRp: null,
      });
    }
  }
  if (rest > 0) throw new Error(`${rest} thousandths of damaged cylinders are not there`);
  return moves;
}

/** Cylinders that come in: as a lot of their own with its cost, or found, on the product's default lot. */
export function fromOutside(
  productId: string,
  quantity: number,
  to: 'shop' | 'damaged',
  lot: { readonly lotId: string; readonly unitCostRp: Rupiah } | null,
): Move[] {
  if (quantity === 0) return [];
  return [
    {
      productId,
      lotId: lot?.lotId ?? productId,
      owner: OWN_GOODS,
      from: 'outside',
      to,
      quantityThousandths: thousandths(quantity),
      unitCostRp: lot?.unitCostRp ?? null,
    },
  ];
}
