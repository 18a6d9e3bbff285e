import type { Rupiah } from '../../../shared/domain/money.ts';
import type { Here } from '../../../shared/domain/programmes/judged.ts';
import type { PriceRule } from '../../../shared/domain/programmes/rules.ts';
import { amountFor, binds, priceRuleInForce } from '../../../shared/domain/programmes/rules-in-force.ts';
import type { Ctx } from '../context.ts';
import { hereOf } from './here.ts';
import { goodsOf, rulesOf } from './rules-of.ts';

/** What the price rule in force means for one unit of a product. */
export interface RuledPrice {
  readonly rule: PriceRule;
  /** Rounded down, in rupiah for one of the unit that is sold. */
  readonly amountRp: Rupiah;
  /** HET and programme prices are never passed; a reference price (HAP) only warns. */
  readonly binds: boolean;
}

/**
 * What the price rule of today says of one unit of a product, or null where none is in force.
 * @param contentThousandths base units in the unit that is sold, 1000 for the base unit itself
 * @param here where and when, for a caller that asks for many products
 */
export function programmePriceOf(
  ctx: Ctx,
  productId: string,
  contentThousandths: number,
  here?: Here,
): RuledPrice | null {
  const goods = goodsOf(ctx.db).get(productId);
  if (goods === undefined || goods.programme === null) return null;
  const rule = priceRuleInForce(rulesOf(ctx.db), goods.programme, here ?? hereOf(ctx));
  if (rule === undefined) return null;
  const amountRp = amountFor(rule, goods.measureThousandths, contentThousandths);
  return { rule, amountRp, binds: binds(rule) };
}

/** The most that one unit of a product may cost today, or null where no HET or programme price holds. */
export function programmeCeilingOf(
  ctx: Ctx,
  productId: string,
  contentThousandths: number,
  here?: Here,
): { readonly ceilingRp: Rupiah; readonly rule: PriceRule } | null {
  const price = programmePriceOf(ctx, productId, contentThousandths, here);
  return price?.binds === true ? { ceilingRp: price.amountRp, rule: price.rule } : null;
}
