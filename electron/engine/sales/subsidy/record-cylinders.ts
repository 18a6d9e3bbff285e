import { rupiah } from '../../../../shared/domain/money.ts';
import type { ProgrammeGoods } from '../../../../shared/domain/programmes/rules.ts';
import { thousandths } from '../../../../shared/domain/quantity.ts';
import { OWN_GOODS } from '../../../../shared/journal/parts.ts';
import type { CylindersMoved } from '../../../../shared/journal/programme-bodies.ts';
import type { ReturnBody, ReturnedLine, SaleBody } from '../../../../shared/journal/sale-bodies.ts';
import type { Ctx } from '../../context.ts';
import { cylinderGoods, programmesOf } from '../../programmes/index.ts';
import { countCylinders, emptiesMoved, type CylinderCount } from './cylinder-count.ts';
import { saleNotes } from './sale-notes.ts';

type Move = CylindersMoved['moves'][number];
type Goods = ReadonlyMap<string, ProgrammeGoods>;

/** Records the cylinders that a sale moves beside its own lines, of each kind; in the sale's own transaction. */
export function recordCylindersSold(ctx: Ctx, sale: SaleBody): void {
  const goods = goodsOf(ctx, sale.lines);
  for (const count of countCylinders(cylinderLines(sale.lines, goods))) {
    const empties = emptiesMoved(count);
    if (empties === 0 && count.loanedThousandths === 0) continue;
    ctx.append('cylinders-moved/1', {
      ...movement(ctx, count.kind),
      cause: 'sale',
      saleId: sale.saleId,
      moves: emptyMoves(ctx, count.kind, empties, 'shop'),
      loanedThousandths: count.loanedThousandths,
      depositRp: count.depositRp,
    });
  }
}

/**
 * Records what a return does to cylinders: with a full one that comes back its empty one goes out
 * again, and for a deposit that is given back an empty one comes in. Only of kinds that the sale itself
 * had counted: before its goods were known as cylinders no empty one was taken for them.
 * @returns what was written
 */
export function recordCylindersReturned(ctx: Ctx, returned: ReturnBody): CylindersMoved[] {
  const goods = goodsOf(ctx, returned.lines);
  const counts = countCylinders(cylinderLines(returned.lines, goods));
  if (counts.length === 0) return [];
  const { saleId } = returned.sale;
  const counted = new Set(saleNotes(ctx.db, saleId).cylinders.map(({ kind }) => kind));
  return counts
    .filter(
      (count) => counted.has(count.kind) && (count.refillThousandths > 0 || count.loanedThousandths > 0),
    )
    .map((count) => {
      const body: CylindersMoved = {
        ...movement(ctx, count.kind),
        cause: 'return',
        saleId,
        returnId: returned.returnId,
        moves: returnMoves(ctx, count, returned, goods),
        loanedThousandths: thousandths(0 - count.loanedThousandths),
        depositRp: rupiah(0 - count.depositRp),
      };
      ctx.append('cylinders-moved/1', body);
      return body;
    });
}

/** The parts of a movement that nothing at the counter changes. */
function movement(
  ctx: Ctx,
  kind: string,
): Pick<
  CylindersMoved,
  'movementId' | 'kind' | 'returnId' | 'agen' | 'document' | 'agenOwedThousandths' | 'note'
> {
  return {
    movementId: ctx.ports.ids.next(),
    kind,
    returnId: null,
    agen: '',
    document: '',
    agenOwedThousandths: thousandths(0),
    note: '',
  };
}

/** What came back damaged lies apart: an empty one among the damaged, while its deposit is settled all the same. */
function returnMoves(ctx: Ctx, count: CylinderCount, returned: ReturnBody, goods: Goods): Move[] {
  const damaged = returned.lines.filter((line) => {
    const cylinder = goods.get(line.productId)?.cylinder;
    return line.condition === 'damaged' && cylinder?.role === 'deposit' && cylinder.kind === count.kind;
  });
  const broken = damaged.reduce((sum, line) => sum + line.baseQuantityThousandths, 0);
  const whole = count.loanedThousandths - broken - count.refillThousandths;
  return [
    ...emptyMoves(ctx, count.kind, whole, 'shop'),
    ...emptyMoves(ctx, count.kind, broken, 'damaged'),
    ...damaged.flatMap(backOnTheBooks),
  ];
}

/** The stock of a deposit is what is out on loan: it is never damaged, the cylinder is. */
function backOnTheBooks({ productId, lots }: ReturnedLine): Move[] {
  return lots.map(({ lotId, owner, quantityThousandths }) => ({
    productId,
    lotId,
    owner,
    from: 'damaged',
    to: 'shop',
    quantityThousandths,
    unitCostRp: null,
  }));
}

/** Empty ones in, or out where there are fewer than none. A store that keeps no stock of them moves nothing. */
function emptyMoves(ctx: Ctx, kind: string, quantity: number, place: 'shop' | 'damaged'): Move[] {
  const { emptyProductId } = cylinderGoods(ctx.db, kind);
  if (quantity === 0 || emptyProductId === null) return [];
  const comesIn = quantity > 0;
  return [
    {
      productId: emptyProductId,
      lotId: emptyProductId,
      owner: OWN_GOODS,
      from: comesIn ? 'outside' : place,
      to: comesIn ? place : 'outside',
      quantityThousandths: thousandths(Math.abs(quantity)),
      unitCostRp: null,
    },
  ];
}

function goodsOf(ctx: Ctx, lines: readonly { readonly productId: string }[]): Goods {
  return programmesOf(
    ctx.db,
    lines.map((line) => line.productId),
  );
}

function* cylinderLines(lines: SaleBody['lines'] | ReturnBody['lines'], goods: Goods) {
  for (const { productId, baseQuantityThousandths, totalRp } of lines) {
    yield {
      cylinder: goods.get(productId)?.cylinder ?? null,
      baseThousandths: baseQuantityThousandths,
      totalRp,
    };
  }
}
