import type { z } from 'zod';
import type { PromotionReply } from '../../../shared/contract/catalog.ts';
import type { contract } from '../../../shared/contract/index.ts';
import { nameSchema } from '../../../shared/contract/values.ts';
import { MAX_RUPIAH } from '../../../shared/domain/money.ts';
import type { Promotion } from '../../../shared/domain/promotions.ts';
import type { Tier } from '../../../shared/domain/tier.ts';
import { id } from '../../../shared/i18n/id.ts';
import { dateTyped, readDate } from '../../ui/dates.ts';
import { textError, type FieldErrors } from '../../ui/field-checks.ts';

const words = id.promotions;

/** A product of a promotion, with the name to show. */
export interface PickedProduct {
  readonly productId: string;
  readonly name: string;
}

/** The most units the contract takes. */
const MOST_UNITS = 10;

/** For whom a promotion is: everybody, or buyers of one tier alone. */
type ForWhom = 'all' | Exclude<Tier, 'umum'>;

/** A promotion while it is being edited; each kind keeps what was typed for it. */
export interface PromotionDraft {
  readonly promotionId: string | null;
  readonly name: string;
  readonly kind: Promotion['gift']['kind'];
  readonly percent: string;
  readonly offRp: number | null;
  readonly buy: string;
  readonly free: string;
  readonly bundleRp: number | null;
  readonly goods: 'products' | 'categories' | 'all';
  readonly products: readonly PickedProduct[];
  readonly categories: readonly string[];
  /** Units as typed, between commas; empty for every unit of a percentage, and else the base unit. */
  readonly units: string;
  readonly forWhom: ForWhom;
  readonly validFrom: string;
  readonly validTo: string;
  readonly hourFrom: string;
  readonly hourTo: string;
  readonly active: boolean;
}

export type PromotionErrors = FieldErrors<keyof PromotionDraft>;

/** A promotion that does not exist yet. */
export const NEW_PROMOTION: PromotionDraft = {
  promotionId: null,
  name: '',
  kind: 'percent',
  percent: '',
  offRp: null,
  buy: '2',
  free: '1',
  bundleRp: null,
  goods: 'products',
  products: [],
  categories: [],
  units: '',
  forWhom: 'all',
  validFrom: '',
  validTo: '',
  hourFrom: '',
  hourTo: '',
  active: true,
};

/** A promotion as it is kept, ready to be changed. */
export function promotionDraftOf({ promotion, productNames }: PromotionReply): PromotionDraft {
  const { promotionId, name, gift, goods, tiers, validFrom, validTo, minutes, active } = promotion;
  const products = goods.productIds.map((productId, at) => ({ productId, name: productNames[at] ?? '' }));
  return {
    ...NEW_PROMOTION,
    promotionId,
    name,
    kind: gift.kind,
    ...giftTyped(gift),
    goods: goodsKindOf(goods),
    products,
    categories: goods.categories,
    units: goods.units.join(', '),
    forWhom: tiers.find((tier) => tier !== 'umum') ?? 'all',
    validFrom: dateTyped(validFrom),
    validTo: dateTyped(validTo),
    hourFrom: minutes === null ? '' : hourTyped(minutes.from),
    hourTo: minutes === null ? '' : hourTyped(minutes.to),
    active,
  };
}

function goodsKindOf({ productIds, categories }: Promotion['goods']): PromotionDraft['goods'] {
  if (productIds.length > 0) return 'products';
  return categories.length > 0 ? 'categories' : 'all';
}

function giftTyped(gift: Promotion['gift']): Partial<PromotionDraft> {
  switch (gift.kind) {
    case 'percent':
      return { percent: percentTyped(gift.bp) };
    case 'amount':
      return { offRp: gift.offRp };
    case 'buy-get':
      return { buy: String(gift.buy), free: String(gift.free) };
    case 'bundle':
      return { bundleRp: gift.priceRp };
  }
}

/** Basis points as people say them: 750 is `7,5`. */
export function percentTyped(bp: number): string {
  return String(bp / 100).replace('.', ',');
}

/** A typed percentage in basis points, or null where it is none. */
function readPercent(typed: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(typed.trim());
  if (match === null) return null;
  const bp = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return bp > 0 && bp <= 10_000 ? bp : null;
}

/** A minute of the day as a clock shows it: 750 is `12.30`. */
export function hourTyped(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}.${String(minute % 60).padStart(2, '0')}`;
}

/** A typed time in minutes of the day, null for none, undefined where it is no time. */
export function readHour(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const match = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text);
  const minutes = Number(match?.[2] ?? 0);
  const minute = Number(match?.[1]) * 60 + minutes;
  return match === null || minutes > 59 || minute > 1440 ? undefined : minute;
}

/** What is wrong with each field. */
export function checkPromotion(draft: PromotionDraft): PromotionErrors {
  return {
    name: textError(nameSchema(60), draft.name),
    ...giftErrors(draft),
    ...goodsErrors(draft),
    units: unitsIn(draft.units).length > MOST_UNITS ? words.errors.units(MOST_UNITS) : undefined,
    validFrom: readDate(draft.validFrom) === undefined ? id.fields.date : undefined,
    validTo: readDate(draft.validTo) === undefined ? id.fields.date : undefined,
    ...hourErrors(draft),
  };
}

function unitsIn(typed: string): string[] {
  // A comma before a digit is part of a unit, as in a bottle of 1,5 litres.
  const units = typed.split(/;|,(?!\d)/).map((unit) => unit.trim());
  return [...new Set(units)].filter((unit) => unit !== '');
}

function giftErrors({ kind, percent, offRp, buy, free, bundleRp }: PromotionDraft): PromotionErrors {
  switch (kind) {
    case 'percent':
      return { percent: readPercent(percent) === null ? words.errors.percent : undefined };
    case 'amount':
      return { offRp: amountError(offRp) };
    case 'buy-get':
      return { buy: countError(buy), free: countError(free) };
    case 'bundle':
      return { bundleRp: amountError(bundleRp) };
  }
}

function amountError(amount: number | null): string | undefined {
  if (amount === null || amount === 0) return words.errors.amount;
  return amount <= MAX_RUPIAH ? undefined : id.fields.amount;
}

function countError(typed: string): string | undefined {
  const count = Number(typed);
  return Number.isInteger(count) && count >= 1 && count <= 1000 ? undefined : words.errors.count;
}

function goodsErrors({ kind, goods, products, categories }: PromotionDraft): PromotionErrors {
  if (kind === 'bundle') return { products: products.length < 2 ? words.errors.bundle : undefined };
  if (goods === 'products') return { products: products.length === 0 ? words.errors.goods : undefined };
  if (goods === 'categories')
    return { categories: categories.length === 0 ? words.errors.categories : undefined };
  return {};
}

function hourErrors({ hourFrom, hourTo }: PromotionDraft): PromotionErrors {
  const [from, to] = [readHour(hourFrom), readHour(hourTo)];
  if (from === undefined || from === 1440) return { hourFrom: words.errors.hour };
  if (to === undefined) return { hourTo: words.errors.hour };
  const unclear = (from === null) !== (to === null) || (from !== null && from === to);
  return unclear ? { hourTo: words.errors.hours } : {};
}

/** The command's input of a draft in which nothing is wrong. */
export function toPromotion(draft: PromotionDraft): z.input<typeof contract.catalog.savePromotion.input> {
  const { promotionId, name, kind, goods, forWhom, validFrom, validTo, hourFrom, hourTo, active } = draft;
  const byProduct = kind === 'bundle' || goods === 'products';
  const [from, to] = [readHour(hourFrom) ?? null, readHour(hourTo) ?? null];
  return {
    promotionId,
    name: name.trim(),
    validFrom: readDate(validFrom) ?? null,
    validTo: readDate(validTo) ?? null,
    minutes: from === null || to === null ? null : { from, to },
    tiers: forWhom === 'all' ? [] : [forWhom],
    goods: {
      productIds: byProduct ? draft.products.map(({ productId }) => productId) : [],
      categories: !byProduct && goods === 'categories' ? [...draft.categories] : [],
      units: unitsIn(draft.units),
    },
    gift: giftOf(draft),
    active,
  };
}

function giftOf(draft: PromotionDraft): z.input<typeof contract.catalog.savePromotion.input>['gift'] {
  switch (draft.kind) {
    case 'percent':
      return { kind: 'percent', bp: readPercent(draft.percent) ?? 0 };
    case 'amount':
      return { kind: 'amount', offRp: draft.offRp ?? 0 };
    case 'buy-get':
      return { kind: 'buy-get', buy: Number(draft.buy), free: Number(draft.free) };
    case 'bundle':
      return { kind: 'bundle', priceRp: draft.bundleRp ?? 0 };
  }
}
