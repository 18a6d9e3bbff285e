import type { catalogContract, PromotionReply } from '../../../../shared/contract/catalog.ts';
import type { AreaHandlers } from '../../../../shared/contract/define.ts';
import { shortUnit } from '../../../../shared/documents/unit-short-forms.ts';
import type { Promotion } from '../../../../shared/domain/promotions.ts';
import { canonicalText } from '../../../../shared/journal/canonical.ts';
import type { Ctx } from '../../context.ts';
import type { Db } from '../../db/sql.ts';
import { DomainError } from '../../domain-error.ts';
import { productById } from '../find-product.ts';
import { folded } from '../folded.ts';
import { readPromotions, unitsSoldIn } from './promotion-store.ts';

type CatalogHandlers = AreaHandlers<typeof catalogContract, Ctx>;

/** A bundle of one thing would be a price. */
const LEAST_IN_BUNDLE = 2;

/** Every promotion, the newest first. */
export const promotionList: CatalogHandlers['promotions'] = (ctx) =>
  readPromotions(ctx.db, false)
    .toReversed()
    .map((promotion) => replyOf(ctx.db, promotion));

/** Adds a promotion or changes one. Saving what is already there writes no record. */
export const savePromotion: CatalogHandlers['savePromotion'] = (ctx, { promotionId, ...fields }) => {
  const before = readPromotions(ctx.db, false).find((each) => each.promotionId === promotionId);
  if (promotionId !== null && before === undefined) throw new DomainError('promotion.unknown');
  const promotion: Promotion = {
    ...fields,
    promotionId: before?.promotionId ?? ctx.ports.ids.next(),
    goods: { ...fields.goods, units: spelledUnits(ctx.db, fields.goods, before?.goods.units ?? []) },
  };
  const { validFrom, validTo, gift, goods } = promotion;
  if (validFrom !== null && validTo !== null && validTo < validFrom) throw new DomainError('terms.dates');
  if (gift.kind === 'bundle' && goods.productIds.length < LEAST_IN_BUNDLE) {
    throw new DomainError('promotion.bundle');
  }
  const reply = replyOf(ctx.db, promotion);
  if (before === undefined || canonicalText(before) !== canonicalText(promotion)) {
    ctx.append('promotion-saved/1', promotion);
    ctx.changed('catalog', 'ticket');
  }
  return reply;
};

/**
 * Units as they are spelled on the goods of a promotion: prices are decided by these very words. Typed
 * in other letters, or short as on a receipt, they are meant as well.
 * @param kept units that the promotion had before, whatever the goods are called by now
 * @throws DomainError `promotion.unit` for a unit that none of the goods has: it would never run
 */
function spelledUnits(db: Db, { units, productIds }: Promotion['goods'], kept: readonly string[]): string[] {
  if (units.every((unit) => kept.includes(unit))) return units;
  const sold = unitsSoldIn(db, productIds);
  const spelled = units.flatMap((unit) => {
    if (kept.includes(unit) || sold.includes(unit)) return [unit];
    const meant = sold.filter((each) => [folded(each), folded(shortUnit(each))].includes(folded(unit)));
    if (meant.length === 0) throw new DomainError('promotion.unit', { unit });
    return meant;
  });
  return [...new Set(spelled)];
}

function replyOf(db: Db, promotion: Promotion): PromotionReply {
  return {
    promotion,
    productNames: promotion.goods.productIds.map((productId) => productById(db, productId).name),
  };
}
