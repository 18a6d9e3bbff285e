import type { CylinderState } from '../../../shared/contract/cylinders.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { thousandths } from '../../../shared/domain/quantity.ts';
import type { Db } from '../db/sql.ts';
import { DomainError } from '../domain-error.ts';
import { allCylinderKinds, allProgrammes, cylinderGoods, type CylinderGoods } from '../programmes/index.ts';
import { damagedLots, onHandOf } from '../stock/index.ts';
import { agensOf, changesAfter } from './cylinder-store.ts';

/** The products of a kind that can be kept account of: a full one and an empty one. */
export interface KnownGoods extends CylinderGoods {
  readonly refillProductId: string;
  readonly emptyProductId: string;
}

/**
 * The products of a kind of cylinder.
 * @throws DomainError `cylinders.kind-unknown` where the store has no refill or no empty one of it
 */
export function requireGoods(db: Db, kind: string): KnownGoods {
  const goods = cylinderGoods(db, kind);
  const { refillProductId, emptyProductId } = goods;
  if (refillProductId === null || emptyProductId === null) throw new DomainError('cylinders.kind-unknown');
  return { ...goods, refillProductId, emptyProductId };
}

/** What there is of a kind, by the books, in thousandths. */
export interface OnHand {
  readonly full: number;
  readonly empty: number;
  /** Empty ones and full ones that can't be sold. */
  readonly damagedEmpty: number;
  readonly damagedFull: number;
}

/** Counts the stock of a kind's products. */
export function cylindersOnHand(db: Db, goods: CylinderGoods): OnHand {
  const { refillProductId, emptyProductId } = goods;
  const onHand = onHandOf(
    db,
    [refillProductId, emptyProductId].filter((productId) => productId !== null),
  );
  const shop = (productId: string | null) => (productId === null ? 0 : (onHand.get(productId) ?? 0));
  const damaged = (productId: string | null) =>
    productId === null
      ? 0
      : damagedLots(db, productId).reduce((sum, lot) => sum + lot.quantityThousandths, 0);
  return {
    full: shop(refillProductId),
    empty: shop(emptyProductId),
    damagedEmpty: damaged(emptyProductId),
    damagedFull: damaged(refillProductId),
  };
}

/** Every kind of cylinder with what there is of it. */
export function allStates(db: Db): CylinderState[] {
  return allCylinderKinds(db).map((kind) => stateOf(db, kind));
}

/** What there is of a kind, and who owes whom. */
export function stateOf(db: Db, kind: string): CylinderState {
  const goods = cylinderGoods(db, kind);
  const { full, empty, damagedEmpty, damagedFull } = cylindersOnHand(db, goods);
  const { loaned, depositsRp } = changesAfter(db, kind, '');
  const agens = agensOf(db, kind);
  const damaged = damagedEmpty + damagedFull;
  return {
    kind,
    name: allProgrammes(db).find(({ programme }) => programme === kind)?.name ?? kind,
    fullThousandths: thousandths(full),
    emptyThousandths: thousandths(empty),
    damagedThousandths: thousandths(damaged),
    loanedThousandths: thousandths(loaned),
    depositsRp: rupiah(depositsRp),
    totalThousandths: thousandths(full + empty + damaged + loaned),
    agenOwedThousandths: thousandths(agens.reduce((sum, { owedThousandths }) => sum + owedThousandths, 0)),
    agens,
    refillProductId: goods.refillProductId,
    emptyProductId: goods.emptyProductId,
    depositProductId: goods.depositProductId,
  };
}

/** Full and empty cylinders at the end of a date, by the books. */
export function standingOn(
  db: Db,
  kind: string,
  date: string,
): { readonly full: number; readonly empty: number } {
  const { full, empty } = cylindersOnHand(db, cylinderGoods(db, kind));
  const since = changesAfter(db, kind, date);
  return { full: full - since.full, empty: empty - since.empty };
}
