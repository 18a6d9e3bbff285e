import type { AboveReference } from '../../../shared/contract/catalog.ts';
import type { Here } from '../../../shared/domain/programmes/judged.ts';
import { judgingDate } from '../../../shared/domain/programmes/rules-in-force.ts';
import type { Rupiah } from '../../../shared/domain/money.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { hereOf, programmePriceOf } from '../programmes/index.ts';

/** A price that somebody wants to ask for one of a unit, and on which dates. */
export interface WantedPrice {
  readonly unit: string;
  /** Base units in one, in thousandths. */
  readonly contentThousandths: number;
  readonly priceRp: Rupiah;
  /** First and last business date, null for open. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Prices held against what government programmes say of a product. */
export interface Judged {
  /** Above a HET or programme price: it can't be asked for. */
  readonly above: readonly AboveReference[];
  /** Above a reference price (HAP): it may be asked for, and somebody should know. */
  readonly aboveReference: readonly AboveReference[];
}

/**
 * Holds prices against the programme's price rule. One that begins on a later date is judged by the rule
 * of that date, so that the shelf can be made ready for a new decree; one that has ended is left alone.
 * @param here where and when, for a caller that asks for many products
 */
export function judgePrices(
  ctx: Ctx,
  productId: string,
  wanted: readonly WantedPrice[],
  here: Here = hereOf(ctx),
): Judged {
  const today = judgingDate(here);
  const above: AboveReference[] = [];
  const aboveReference: AboveReference[] = [];
  for (const { unit, contentThousandths, priceRp, validFrom, validTo } of wanted) {
    if (validTo !== null && validTo < today) continue;
    const then = validFrom !== null && validFrom > today ? { ...here, businessDate: validFrom } : here;
    const ruled = programmePriceOf(ctx, productId, contentThousandths, then);
    if (ruled === null || priceRp <= ruled.amountRp) continue;
    const found = { unit, priceRp, limitRp: ruled.amountRp, decree: ruled.rule.decree };
    (ruled.binds ? above : aboveReference).push(found);
  }
  return { above, aboveReference };
}

/**
 * Refuses prices above the ceiling of a product's programme.
 * @returns those above a reference price, which only warns
 * @throws DomainError `product.above-ceiling-decree`
 */
export function requireWithinProgramme(
  ctx: Ctx,
  productId: string,
  wanted: readonly WantedPrice[],
): readonly AboveReference[] {
  const { above, aboveReference } = judgePrices(ctx, productId, wanted);
  const [first] = above;
  if (first === undefined) return aboveReference;
  const { unit, priceRp, limitRp, decree } = first;
  throw new DomainError('product.above-ceiling-decree', { priceRp, unit, ceilingRp: limitRp, decree });
}

/** A product's own price, everybody's for one base unit on any day. */
export function ownPrice(product: { readonly unit: string; readonly priceRp: Rupiah | null }): WantedPrice[] {
  const { unit, priceRp } = product;
  return priceRp === null
    ? []
    : [{ unit, contentThousandths: 1000, priceRp, validFrom: null, validTo: null }];
}
