import type { PromotionReply } from '../../../shared/contract/catalog.ts';
import { formatDate, formatRupiah } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import { hourTyped, percentTyped } from './promotion-draft.ts';

const words = id.promotions;

/** What a promotion gives, and for which goods. */
export function giftWords({ promotion, productNames }: PromotionReply): string {
  const { gift, goods } = promotion;
  const [first, ...more] = productNames.length > 0 ? productNames : goods.categories;
  const named = first === undefined ? words.everything : words.goods(first, more.length);
  const what = goods.units.length === 0 ? named : words.inUnits(named, goods.units.join(', '));
  switch (gift.kind) {
    case 'percent':
      return `${words.gifts.percent(percentTyped(gift.bp))}, ${what}`;
    case 'amount':
      return `${words.gifts.amount(formatRupiah(gift.offRp))}, ${what}`;
    case 'buy-get':
      return `${words.gifts['buy-get'](gift.buy, gift.free)}, ${what}`;
    case 'bundle':
      return `${words.gifts.bundle(formatRupiah(gift.priceRp))}, ${what}`;
  }
}

/** On which days, at what hours and for whom. */
export function whenWords({ promotion }: PromotionReply): string {
  const { minutes, tiers } = promotion;
  const hours = minutes === null ? [] : [words.hours(hourTyped(minutes.from), hourTyped(minutes.to))];
  const whom =
    tiers.length === 0
      ? []
      : [words.onlyFor(tiers.map((tier) => id.catalog.tiers[tier].toLowerCase()).join(', '))];
  return [daysWords(promotion), ...hours, ...whom].join(', ');
}

function daysWords({ validFrom, validTo }: PromotionReply['promotion']): string {
  if (validFrom !== null && validTo !== null)
    return words.between(formatDate(validFrom), formatDate(validTo));
  if (validFrom !== null) return words.from(formatDate(validFrom));
  return validTo === null ? words.always : words.until(formatDate(validTo));
}
