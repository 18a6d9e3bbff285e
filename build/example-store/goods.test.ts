import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exampleStore } from '../../electron/engine/example/index.ts';
import { readGtin } from '../../shared/domain/barcode.ts';
import { rupiah } from '../../shared/domain/money.ts';
import { ceilingFor, priceRuleOn, ruleBook } from '../../shared/domain/programmes/rules-in-force.ts';
import { dynamicPayload, readMerchant } from '../../shared/domain/qris.ts';
import { productRowSchema } from '../../shared/journal/bodies.ts';
import { exampleGoods, goodsFile } from './goods.ts';
import { netContent, readKatalog } from './katalog.ts';
import { priceAll } from './prices.ts';

test('the file in the app is what katalog.csv makes; else run `npm run example-store`', () => {
  const file = new URL('../../electron/engine/example/data/goods.json', import.meta.url);
  expect(readFileSync(file, 'utf8') === goodsFile(exampleGoods())).toBe(true);
});

test.each([
  ['85 g', { amount: 85, measure: 'mass' }],
  ['1,5 L', { amount: 1500, measure: 'volume' }],
  ['5 x 25 g', { amount: 125, measure: 'mass' }],
  ['20 pcs', { amount: 20, measure: 'count' }],
  ['', null],
])('a net content of %j', (text, content) => {
  expect(netContent(text)).toEqual(content);
});

describe('prices', () => {
  const katalog = readKatalog();
  const prices = priceAll(katalog);

  test('that the file has stand as they are', () => {
    const changed = katalog.filter((row) => row.priceRp !== null && prices.get(row)?.priceRp !== row.priceRp);
    expect(changed).toEqual([]);
  });

  test('are whole hundreds where they were worked out, with the cost below', () => {
    const odd = katalog
      .filter((row) => row.priceRp === null)
      .map((row) => prices.get(row)!)
      .filter(({ priceRp, costRp }) => priceRp % 100 !== 0 || costRp >= priceRp || costRp < priceRp * 0.75);
    expect(odd).toEqual([]);
  });

  test('follow the pack: a dus costs more than a piece', () => {
    const priceOf = (name: string) => prices.get(katalog.find((row) => row.name === name)!)!.priceRp;
    expect(priceOf('Rinso Colour & Care 12 x 900 g')).toBeGreaterThan(100_000);
    expect(priceOf('Taro Stick Roasted Corn 18 g')).toBeLessThan(5_000);
  });
});

describe('the example store', async () => {
  const store = await exampleStore();

  test('is the same each time it is made', async () => {
    expect(await exampleStore()).toEqual(store);
  });

  test('has every real product and the goods without a barcode, all of them priced', () => {
    expect(store.products).toHaveLength(8335 + 25);
    expect(store.products.filter((product) => product.priceRp === null || product.costRp === null)).toEqual(
      [],
    );
    expect(store.products.every((product) => productRowSchema.safeParse(product).success)).toBe(true);
  });

  test('names no product, barcode or PLU twice', () => {
    const ids = store.products.map((product) => product.productId);
    const gtins = store.products.flatMap((product) => product.gtins);
    const plus = store.products.flatMap((product) => product.plu ?? []);
    for (const codes of [ids, gtins, plus]) expect(new Set(codes).size).toBe(codes.length);
  });

  test('has the goods the screens were designed with', () => {
    const find = (name: string) => store.products.find((product) => product.name === name);
    expect(find('Beras SPHP 5 kg')).toMatchObject({ priceRp: 62_500, unit: 'sak', plu: '1' });
    expect(find('Minyakita 1 L')).toMatchObject({ priceRp: 15_700, unit: 'botol' });
    expect(find('LPG 3 kg isi ulang')).toMatchObject({ priceRp: 18_000, unit: 'tabung' });
    expect(find('Telur ayam ras')).toMatchObject({ priceRp: 28_000, unit: 'kg', fractional: true });
  });

  test('has stock of nearly everything, and whole pieces of what is sold by the piece', () => {
    const products = new Map(store.products.map((product) => [product.productId, product]));
    expect(store.lots.length).toBeGreaterThan(7_900);
    expect(store.lots.length).toBeLessThan(store.products.length);
    const broken = store.lots.filter(
      (lot) => lot.quantityThousandths % 1000 !== 0 && products.get(lot.productId)?.fractional !== true,
    );
    expect(broken).toEqual([]);
  });

  test('has a cashier, a manager and a board member', () => {
    expect(store.staff.map(({ name, role }) => `${name}, ${role}`)).toEqual([
      'Wulan, kasir',
      'Hadi, pengelola',
      'Sri, pengurus',
    ]);
  });
});

describe('its subsidised goods', async () => {
  const store = await exampleStore();
  const { programmes, rules, goods, place } = store.subsidised;
  const products = new Map(store.products.map((product) => [product.productId, product]));

  test('are goods it has, each of a programme or a cylinder', () => {
    const named = goods.map(({ productId, programme, cylinder }) => [
      products.get(productId)?.name,
      programme ?? cylinder?.role,
    ]);
    expect(Object.fromEntries(named)).toEqual({
      'Beras SPHP 5 kg': 'sphp',
      'Minyakita 1 L': 'minyakita',
      'Gula Pasir 1 kg': 'gula',
      'Gula pasir curah': 'gula',
      'Pupuk urea 50 kg': 'pupuk-urea',
      'Pupuk NPK 50 kg': 'pupuk-npk',
      'LPG 3 kg isi ulang': 'lpg-3kg',
      'Tabung 3 kg kosong': 'empty',
      'Jaminan tabung 3 kg': 'deposit',
    });
  });

  test('cost no more than the decree that holds there says', () => {
    const book = ruleBook(rules);
    const here = { ...place, zone: store.profile.priceZone };
    for (const { productId, programme, measureThousandths } of goods) {
      if (programme === null) continue;
      const rule = priceRuleOn(book, programme, here, '2026-04-15');
      expect(rule).toBeDefined();
      const mostRp = ceilingFor({ ...rule!, priceKind: 'het' }, measureThousandths, 1000);
      expect(products.get(productId)!.priceRp).toBeLessThanOrEqual(mostRp!);
    }
  });

  test('are ruled by the list that comes with the till, and by nothing that is only planned', () => {
    expect(new Set(rules.map(({ programme }) => programme))).toEqual(
      new Set(programmes.map(({ programme }) => programme)),
    );
    const invented = rules.filter(({ source }) => source !== 'supplied');
    expect(new Set(invented.map(({ decree }) => decree))).toEqual(
      new Set(['Contoh: kesepakatan gerai, bukan aturan pemerintah']),
    );
    expect(rules.filter(({ decree }) => decree.startsWith('Rencana'))).toEqual([]);
  });
});

describe('how the example store sells', async () => {
  const store = await exampleStore();
  const products = new Map(store.products.map((product) => [product.productId, product]));

  test('packs and prices are of goods it has, with codes nothing else has', () => {
    for (const terms of store.terms) expect(products.has(terms.productId)).toBe(true);
    const gtins = [
      ...store.products.flatMap((product) => product.gtins),
      ...store.terms.flatMap((terms) => terms.packs.flatMap((pack) => pack.gtins)),
    ];
    expect(new Set(gtins).size).toBe(gtins.length);
    expect(gtins.filter((gtin) => !readGtin(gtin).ok)).toEqual([]);
  });

  test('no price is above its ceiling, and no pack dearer than what is in it', () => {
    const wrong = store.terms.flatMap(({ productId, ceilingRp, packs, prices }) => {
      const own = products.get(productId)!.priceRp!;
      const content = (unit: string | null) =>
        (packs.find((pack) => pack.unit === unit)?.contentThousandths ?? 1000) / 1000;
      return [{ unit: null, priceRp: own }, ...prices].filter(
        ({ unit, priceRp }) => priceRp > content(unit) * (ceilingRp ?? own),
      );
    });
    expect(wrong).toEqual([]);
  });

  test('promotions of every kind, for goods and categories it has', () => {
    expect(new Set(store.promotions.map(({ gift }) => gift.kind))).toEqual(
      new Set(['percent', 'amount', 'buy-get', 'bundle']),
    );
    const categories = new Set(store.products.map((product) => product.category));
    for (const { goods } of store.promotions) {
      expect(goods.productIds.filter((productId) => !products.has(productId))).toEqual([]);
      expect(goods.categories.filter((category) => !categories.has(category))).toEqual([]);
    }
  });

  test('its QRIS code is one from which codes for an amount are made', () => {
    const payload = store.policy.qrisPayload ?? '';
    expect(readMerchant(payload)).toMatchObject({ name: 'KOP MERAH PUTIH DADAPAN', dynamic: false });
    expect(readMerchant(dynamicPayload(payload, rupiah(25_000)))).toMatchObject({ amount: '25000' });
  });
});
