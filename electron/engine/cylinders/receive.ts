import type { cylindersContract } from '../../../shared/contract/cylinders.ts';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import { NO_RUPIAH } from '../../../shared/domain/money.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import { folded } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import { raiseDueClaims } from '../programmes/index.ts';
import { agensOf, owedTo } from './cylinder-store.ts';
import { fromDamaged, fromOutside, fromShop } from './moves.ts';
import { cylindersOnHand, requireGoods, stateOf, type KnownGoods, type OnHand } from './state.ts';

type Handlers = AreaHandlers<typeof cylindersContract, Ctx>;

/**
 * The agen came: full ones in as a lot of their own with its cost, empty and damaged ones out. What
 * went out fewer than came in is owed to the agen.
 * @throws DomainError `cylinders.kind-unknown`, `.nothing`, `.too-few-empties`, `.too-few-damaged`
 */
export const receive: Handlers['receive'] = (ctx, input) => {
  const { kind, fullThousandths: full, emptiesThousandths: empties, damagedThousandths: damaged } = input;
  const goods = requireGoods(ctx.db, kind);
  // What comes in was bought at today's price: a fall is claimed on what stood here before.
  raiseDueClaims(ctx);
  if (full + empties + damaged === 0) throw new DomainError('cylinders.nothing');
  const onHand = cylindersOnHand(ctx.db, goods);
  requireEmpties(onHand, empties);
  requireDamaged(onHand.damagedEmpty + onHand.damagedFull, damaged);
  const { emptyProductId, refillProductId } = goods;
  const lot = { lotId: ctx.ports.ids.next(), unitCostRp: input.unitCostRp };
  ctx.append('cylinders-moved/1', {
    ...nothingMoved(ctx, kind),
    cause: 'agen',
    agen: spelled(ctx.db, kind, input.agen),
    document: input.document,
    moves: [
      ...fromOutside(refillProductId, full, 'shop', lot),
      ...fromShop(ctx.db, emptyProductId, empties, 'outside'),
      ...fromDamaged(ctx.db, [emptyProductId, refillProductId], damaged, 'outside'),
    ],
    agenOwedThousandths: thousandths(full - empties - damaged),
  });
  ctx.changed('subsidy', 'catalog');
  return stateOf(ctx.db, kind);
};

/**
 * Puts the books right: damaged, repaired, counted, or what is owed to an agen.
 * @throws DomainError `cylinders.kind-unknown`, `.nothing`, `.too-few-empties`, `.too-few-damaged`
 */
export const adjust: Handlers['adjust'] = (ctx, input) => {
  const { kind, note } = input;
  const goods = requireGoods(ctx.db, kind);
  raiseDueClaims(ctx);
  const onHand = cylindersOnHand(ctx.db, goods);
  const nothing = { ...nothingMoved(ctx, kind), note };
  if (input.cause === 'agen') {
    const agen = spelled(ctx.db, kind, input.agen);
    const change = input.owedThousandths - owedTo(ctx.db, kind, agen);
    if (change === 0) throw new DomainError('cylinders.nothing');
    const agenOwedThousandths = thousandths(change);
    ctx.append('cylinders-moved/1', { ...nothing, cause: 'counted', agen, agenOwedThousandths });
  } else if (input.cause === 'counted') {
    const moves = [
      ...shopCounted(ctx.db, goods, onHand, input),
      ...damagedCounted(ctx.db, goods, onHand, input),
    ];
    ctx.append('cylinders-moved/1', { ...nothing, cause: 'counted', moves });
  } else if (input.cause === 'damaged') {
    requireEmpties(onHand, input.quantityThousandths);
    const moves = fromShop(ctx.db, goods.emptyProductId, input.quantityThousandths, 'damaged');
    ctx.append('cylinders-moved/1', { ...nothing, cause: 'damaged', moves });
  } else {
    requireDamaged(onHand.damagedEmpty, input.quantityThousandths);
    const moves = fromDamaged(ctx.db, [goods.emptyProductId], input.quantityThousandths, 'shop');
    ctx.append('cylinders-moved/1', { ...nothing, cause: 'repaired', moves });
  }
  ctx.changed('subsidy', 'catalog');
  return stateOf(ctx.db, kind);
};

/** A movement in which nothing moves yet. */
function nothingMoved(ctx: Ctx, kind: string) {
  return {
    movementId: ctx.ports.ids.next(),
    kind,
    saleId: null,
    returnId: null,
    agen: '',
    document: '',
    moves: [],
    agenOwedThousandths: thousandths(0),
    loanedThousandths: thousandths(0),
    depositRp: NO_RUPIAH,
    note: '',
  };
}

interface Counted {
  readonly fullThousandths: number;
  readonly emptyThousandths: number;
  readonly damagedThousandths: number;
}

/** What was found or is missing of full and empty ones, against the books. */
function shopCounted(db: Db, goods: KnownGoods, onHand: OnHand, counted: Counted) {
  const corrected = (productId: string, difference: number) =>
    difference > 0
      ? fromOutside(productId, difference, 'shop', null)
      : fromShop(db, productId, 0 - difference, 'outside');
  return [
    ...corrected(goods.refillProductId, counted.fullThousandths - onHand.full),
    ...corrected(goods.emptyProductId, counted.emptyThousandths - onHand.empty),
  ];
}

/** The same of damaged ones; those that are found are taken for empty. */
function damagedCounted(db: Db, goods: KnownGoods, onHand: OnHand, counted: Counted) {
  const { emptyProductId, refillProductId } = goods;
  const difference = counted.damagedThousandths - onHand.damagedEmpty - onHand.damagedFull;
  return difference > 0
    ? fromOutside(emptyProductId, difference, 'damaged', null)
    : fromDamaged(db, [emptyProductId, refillProductId], 0 - difference, 'outside');
}

function requireEmpties({ empty }: OnHand, asked: number): void {
  if (asked > 0 && asked > empty) throw new DomainError('cylinders.too-few-empties', { left: whole(empty) });
}

function requireDamaged(there: number, asked: number): void {
  if (asked > there) throw new DomainError('cylinders.too-few-damaged', { left: whole(there) });
}

function whole(quantity: number): number {
  return Math.max(0, Math.trunc(quantity / 1_000));
}

/** An agen that is known already is written as before: capitals and points make no new one. */
function spelled(db: Db, kind: string, agen: string): string {
  return agensOf(db, kind).find((known) => folded(known.agen) === folded(agen))?.agen ?? agen;
}
