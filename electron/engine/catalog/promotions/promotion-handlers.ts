import type { catalogContract, PromotionReply } from '../../../../shared/contract/catalog.ts';
import type { AreaHandlers } from '../../../../shared/contract/define.ts';
import type { Promotion } from '../../../../shared/domain/promotions.ts';
import { canonicalText } from '../../../../shared/journal/canonical.ts';
import type { Ctx } from '../../context.ts';
import type { Db } from '../../db/sql.ts';
import { DomainError } from '../../domain-error.ts';
import { productById } from '../find-product.ts';
import { readPromotions } from './promotion-store.ts';

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
  const promotion: Promotion = { ...fields, promotionId: before?.promotionId ?? ctx.ports.ids.next() };
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

function replyOf(db: Db, promotion: Promotion): PromotionReply {
  return {
    promotion,
    productNames: promotion.goods.productIds.map((productId) => productById(db, productId).name),
  };
}
