import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordsOf } from '../../../../test/support/journal.ts';
import { SmallShop } from '../../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../../test/support/till.ts';
import type { TillClient } from '../../../../shared/contract/index.ts';
import { openReadOnly } from '../../db/open.ts';
import { promotions } from '../index.ts';

let shop: SmallShop;
let joko: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  joko = await shop.as('Joko');
});

afterEach(() => shop.close());

type PromotionInput = Parameters<TillClient['catalog']['savePromotion']>[0];

const HAPPY_HOUR: PromotionInput = {
  promotionId: null,
  name: 'Minuman murah siang',
  validFrom: '2026-04-01',
  validTo: null,
  minutes: { from: 720, to: 840 },
  tiers: [],
  goods: { productIds: [], categories: ['Minuman'], units: [] },
  gift: { kind: 'percent', bp: 1000 },
  active: true,
};

function running(): string[] {
  const db = openReadOnly(shop.till.dir.path);
  try {
    return promotions(db).map(({ name }) => name);
  } finally {
    db.close();
  }
}

async function idOf(text: string): Promise<string> {
  return valueOf(await joko.catalog.list({ text })).products[0]!.productId;
}

describe('a promotion', () => {
  test('runs from when it is made until it is switched off, and keeps its place in the list', async () => {
    const made = valueOf(await joko.catalog.savePromotion(HAPPY_HOUR)).promotion;
    expect(running()).toEqual(['Minuman murah siang']);
    valueOf(await joko.catalog.savePromotion({ ...made, name: 'Minuman siang', active: false }));
    expect(running()).toEqual([]);
    expect(valueOf(await joko.catalog.promotions({}))).toEqual([
      { promotion: { ...made, name: 'Minuman siang', active: false }, productNames: [] },
    ]);
  });

  test('is the same after a restart, and saving it again writes nothing', async () => {
    const { promotion } = valueOf(await joko.catalog.savePromotion(HAPPY_HOUR));
    const records = recordsOf(shop.till.dir.path).length;
    valueOf(await joko.catalog.savePromotion(promotion));
    expect(recordsOf(shop.till.dir.path)).toHaveLength(records);
    await shop.restart();
    expect(running()).toEqual(['Minuman murah siang']);
  });

  test('names its goods', async () => {
    const productIds = [await idOf('Teh Botol'), await idOf('Indomie')];
    const goods = { productIds, categories: [], units: [] };
    const gift = { kind: 'bundle', priceRp: 8_000 } as const;
    const made = valueOf(await joko.catalog.savePromotion({ ...HAPPY_HOUR, goods, gift }));
    expect(made.productNames).toEqual(['Teh Botol 350 ml', 'Indomie Goreng 85 g']);
  });

  test('is refused where it can’t work', async () => {
    const refused = async (change: Partial<PromotionInput>) =>
      refusalOf(await joko.catalog.savePromotion({ ...HAPPY_HOUR, ...change })).code;
    const one = { productIds: [await idOf('Indomie')], categories: [], units: [] };
    const nobodys = '0196a000-0000-7000-8000-0000000000ff';
    expect(await refused({ goods: one, gift: { kind: 'bundle', priceRp: 3_000 } })).toBe('promotion.bundle');
    expect(await refused({ validFrom: '2026-05-02', validTo: '2026-05-01' })).toBe('terms.dates');
    expect(await refused({ promotionId: nobodys })).toBe('promotion.unknown');
    expect(await refused({ goods: { ...one, productIds: [nobodys] } })).toBe('product.unknown');
    expect(running()).toEqual([]);
  });

  test('for units has them spelled as on its goods, and is refused where none has them', async () => {
    const goods = { productIds: [await idOf('Indomie')], categories: [], units: [] };
    const saved = (units: string[], productIds = goods.productIds) =>
      joko.catalog.savePromotion({ ...HAPPY_HOUR, goods: { ...goods, productIds, units } });
    expect(refusalOf(await saved(['bungkus', 'drum']))).toMatchObject({
      code: 'promotion.unit',
      params: { unit: 'drum' },
    });
    expect(refusalOf(await saved(['botol']))).toMatchObject({ code: 'promotion.unit' });
    expect(refusalOf(await saved(['drum'], []))).toMatchObject({ code: 'promotion.unit' });
    expect(running()).toEqual([]);
    const { promotion } = valueOf(await saved(['Bungkus', 'bks']));
    expect(promotion.goods.units).toEqual(['bungkus']);
    expect(valueOf(await saved(['botol', 'BUNGKUS'], [])).promotion.goods.units).toEqual([
      'botol',
      'bungkus',
    ]);
  });

  test('is not for a cashier to make', async () => {
    const siti = await shop.as('Siti');
    expect(refusalOf(await siti.catalog.savePromotion(HAPPY_HOUR)).code).toBe('permission.denied');
  });
});
