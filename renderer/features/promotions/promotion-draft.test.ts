import { describe, expect, it } from 'vitest';
import { promotionReplySchema, type PromotionReply } from '../../../shared/contract/catalog.ts';
import { checkPromotion, NEW_PROMOTION, promotionDraftOf, readHour, toPromotion } from './promotion-draft.ts';

const noodles = '0196a000-0000-7000-8000-000000000002';
const tea = '0196a000-0000-7000-8000-000000000003';

function promotion(part: Record<string, unknown>): PromotionReply {
  return promotionReplySchema.parse({
    promotion: {
      promotionId: '0196a000-0000-7000-8000-000000000009',
      name: 'Murah siang',
      validFrom: null,
      validTo: null,
      minutes: null,
      tiers: [],
      goods: { productIds: [], categories: [], units: [] },
      gift: { kind: 'percent', bp: 750 },
      active: true,
      ...part,
    },
    productNames: [],
  });
}

describe('a promotion being edited', () => {
  it.each([
    ['a percentage', {}],
    ['an amount, for members', { gift: { kind: 'amount', offRp: 500 }, tiers: ['anggota'] }],
    [
      'buy two, get one, of two goods',
      {
        gift: { kind: 'buy-get', buy: 2, free: 1 },
        goods: { productIds: [noodles, tea], categories: [], units: [] },
      },
    ],
    [
      'a bundle with dates',
      {
        gift: { kind: 'bundle', priceRp: 8_000 },
        goods: { productIds: [noodles, noodles], categories: [], units: [] },
        validFrom: '2026-04-01',
        validTo: '2026-04-30',
      },
    ],
    [
      'a happy hour over midnight, for a category and a unit',
      {
        minutes: { from: 1320, to: 60 },
        goods: { productIds: [], categories: ['Minuman'], units: ['dus', 'btl 1,5 l'] },
        active: false,
      },
    ],
  ])('comes back as it was: %s', (_story, part) => {
    const reply = promotion(part);
    const draft = promotionDraftOf(reply);
    expect(Object.values(checkPromotion(draft)).filter((error) => error !== undefined)).toEqual([]);
    expect(toPromotion(draft)).toEqual(reply.promotion);
  });

  it('takes units however they are parted, each once', () => {
    expect(toPromotion({ ...NEW_PROMOTION, units: ' dus; pak kecil,dus, ' }).goods.units).toEqual([
      'dus',
      'pak kecil',
    ]);
  });

  it('says what is missing', () => {
    const errors = (part: object) =>
      Object.entries(
        checkPromotion({ ...NEW_PROMOTION, name: 'Promo', percent: '10', goods: 'all', ...part }),
      )
        .filter(([, error]) => error !== undefined)
        .map(([field]) => field);
    expect(errors({})).toEqual([]);
    expect(errors({ name: ' ', percent: '0' })).toEqual(['name', 'percent']);
    expect(errors({ percent: '100,01' })).toEqual(['percent']);
    expect(errors({ kind: 'amount' })).toEqual(['offRp']);
    expect(errors({ kind: 'buy-get', buy: '0', free: '1001' })).toEqual(['buy', 'free']);
    const one = [{ productId: noodles, name: 'Indomie' }];
    expect(errors({ kind: 'bundle', bundleRp: 5_000, products: one })).toEqual(['products']);
    expect(errors({ goods: 'products' })).toEqual(['products']);
    expect(errors({ goods: 'categories' })).toEqual(['categories']);
    expect(errors({ units: Array.from({ length: 11 }, (_, at) => `pak ${at}`).join() })).toEqual(['units']);
    expect(errors({ validTo: '31-2-2026' })).toEqual(['validTo']);
    expect(errors({ hourFrom: '12' })).toEqual(['hourTo']);
    expect(errors({ hourFrom: '12', hourTo: '12.00' })).toEqual(['hourTo']);
  });
});

it.each([
  ['12', 720],
  ['7.30', 450],
  ['07:30', 450],
  ['0730', 450],
  ['24.00', 1440],
  ['', null],
  ['24.01', undefined],
  ['7.60', undefined],
  ['siang', undefined],
])('the time %j', (typed, minute) => {
  expect(readHour(typed)).toBe(minute);
});
