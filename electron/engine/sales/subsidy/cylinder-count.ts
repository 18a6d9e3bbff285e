import { rupiah, type Rupiah } from '../../../../shared/domain/money.ts';
import type { ProgrammeGoods } from '../../../../shared/domain/programmes/rules.ts';
import { thousandths, type Thousandths } from '../../../../shared/domain/quantity.ts';

/** One line, in base units, as what it is among cylinders. */
export interface CylinderLine {
  readonly cylinder: ProgrammeGoods['cylinder'];
  /** In base units: stock is counted in them, and so are cylinders. */
  readonly baseThousandths: number;
  readonly totalRp: Rupiah;
}

/** Cylinders of one kind on a ticket, in a sale, or in what comes back of one. */
export interface CylinderCount {
  readonly kind: string;
  /** Full ones. */
  readonly refillThousandths: Thousandths;
  /** Cylinders that are sold, full or empty. */
  readonly boughtThousandths: Thousandths;
  /** Cylinders that are lent for a deposit. */
  readonly loanedThousandths: Thousandths;
  readonly depositRp: Rupiah;
}

/** Counts the cylinders of each kind, in the order in which the kinds are first met. */
export function countCylinders(lines: Iterable<CylinderLine>): CylinderCount[] {
  const counts = new Map<string, CylinderCount>();
  for (const { cylinder, baseThousandths, totalRp } of lines) {
    if (cylinder === null) continue;
    const known = counts.get(cylinder.kind) ?? noneOf(cylinder.kind);
    const more = (before: Thousandths, role: typeof cylinder.role): Thousandths =>
      thousandths(before + (cylinder.role === role ? baseThousandths : 0));
    counts.set(cylinder.kind, {
      kind: cylinder.kind,
      refillThousandths: more(known.refillThousandths, 'refill'),
      boughtThousandths: more(known.boughtThousandths, 'empty'),
      loanedThousandths: more(known.loanedThousandths, 'deposit'),
      depositRp: rupiah(known.depositRp + (cylinder.role === 'deposit' ? totalRp : 0)),
    });
  }
  return [...counts.values()];
}

function noneOf(kind: string): CylinderCount {
  return {
    kind,
    refillThousandths: thousandths(0),
    boughtThousandths: thousandths(0),
    loanedThousandths: thousandths(0),
    depositRp: rupiah(0),
  };
}

/**
 * Empty cylinders that the buyer hands over: one for every full one, but for those that are bought
 * with their cylinder or lent.
 */
export function emptiesToReceive(count: CylinderCount): Thousandths {
  return thousandths(
    Math.max(0, count.refillThousandths - count.boughtThousandths - count.loanedThousandths),
  );
}

/**
 * What a sale changes of the stock of empty cylinders beside its own lines; below zero where they go
 * out. A full one that goes out is a cylinder less, so an empty one comes for it. One that is bought is
 * a line of its own, which takes an empty one off the stock: bought full, the two cancel out, as they
 * do on the shelf. One that is lent takes none off the stock, so none comes for it; lent without its
 * gas it is an empty one that goes out.
 */
export function emptiesMoved(count: CylinderCount): number {
  return count.refillThousandths - count.loanedThousandths;
}
