import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { recordsOf } from '../../../../test/support/journal.ts';
import { GOODS, openShift, SmallShop } from '../../../../test/support/small-shop.ts';
import { refusalOf, valueOf } from '../../../../test/support/till.ts';
import type { TillClient } from '../../../../shared/contract/index.ts';
import { DEFAULT_POLICY } from '../../../../shared/domain/policy.ts';
import { openReadOnly } from '../../db/open.ts';
import { findByCode, taxClassOf, unitsOf, type FoundGoods, type SellableUnit } from '../index.ts';

let shop: SmallShop;
let joko: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  joko = await shop.as('Joko');
});

afterEach(() => shop.close());

async function productId(text: string): Promise<string> {
  const { products } = valueOf(await joko.catalog.list({ text }));
  if (products.length !== 1) throw new Error(`${products.length} goods are called ${text}`);
  return products[0]!.productId;
}

type TermsInput = Parameters<TillClient['catalog']['saveTerms']>[0];

/** Terms that say nothing, to be filled in by a story. */
async function plain(text: string): Promise<TermsInput> {
  return { productId: await productId(text), taxClass: 'kena', ceilingRp: null, packs: [], prices: [] };
}

const DUS = { unit: 'dus', contentThousandths: 40_000, barcodes: ['10089686010944'], plu: null };

const ALWAYS = { fromThousandths: 0, validFrom: null, validTo: null } as const;

const DUS_PRICE = { ...ALWAYS, unit: 'dus', tier: 'umum', priceRp: 132_000 } as const;

function look<T>(work: (db: ReturnType<typeof openReadOnly>) => T): T {
  const db = openReadOnly(shop.till.dir.path);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const scanned = (code: string): FoundGoods =>
  look((db) => findByCode(db, code, DEFAULT_POLICY.inStorePatterns));

const units = async (text: string): Promise<SellableUnit[]> => {
  const id = await productId(text);
  return look((db) => unitsOf(db, id));
};

/** Unit, for whom, from how many, how much, as on a shelf label. */
const label = ({ unit, prices }: SellableUnit) =>
  prices.map((row) => `${unit} ${row.tier} ${row.fromThousandths / 1000} ${row.priceRp}`);

describe('noodles that also come by the dus', () => {
  test('the code on the dus finds the dus, the one on the packet the packet', async () => {
    valueOf(await joko.catalog.saveTerms({ ...(await plain('Indomie')), packs: [DUS], prices: [DUS_PRICE] }));
    expect(scanned('10089686010944')).toMatchObject({
      product: { name: 'Indomie Goreng 85 g' },
      unit: { unit: 'dus', contentThousandths: 40_000, fractional: false },
      quantityThousandths: null,
    });
    expect(scanned(GOODS.noodles).unit).toMatchObject({ unit: 'bungkus', contentThousandths: 1000 });
  });

  test('without a price of its own the dus costs what its packets cost, for members too', async () => {
    const member = { ...ALWAYS, unit: null, tier: 'anggota', priceRp: 3_400 } as const;
    const dozen = { ...ALWAYS, unit: null, tier: 'umum', fromThousandths: 50_000, priceRp: 3_300 } as const;
    valueOf(
      await joko.catalog.saveTerms({
        ...(await plain('Indomie')),
        packs: [{ ...DUS, barcodes: [] }],
        prices: [member, dozen],
      }),
    );
    const [packet, dus] = await units('Indomie');
    expect(label(packet!)).toEqual(['bungkus umum 0 3500', 'bungkus anggota 0 3400', 'bungkus umum 50 3300']);
    // Fifty packets are in two dus.
    expect(label(dus!)).toEqual(['dus umum 0 140000', 'dus anggota 0 136000', 'dus umum 2 132000']);
  });

  test('with a price of its own it costs that, whatever the packet costs', async () => {
    const wholesale = { ...DUS_PRICE, tier: 'grosir', fromThousandths: 5_000, priceRp: 128_000 } as const;
    valueOf(
      await joko.catalog.saveTerms({
        ...(await plain('Indomie')),
        packs: [DUS],
        prices: [DUS_PRICE, wholesale],
      }),
    );
    const [, dus] = await units('Indomie');
    expect(label(dus!)).toEqual(['dus umum 0 132000', 'dus grosir 5 128000']);
  });

  test('the till is told of the dus with the product', async () => {
    valueOf(await joko.catalog.saveTerms({ ...(await plain('Indomie')), packs: [DUS], prices: [DUS_PRICE] }));
    const [found] = valueOf(await joko.catalog.search({ text: '10089686010944' }));
    expect(found).toMatchObject({
      name: 'Indomie Goreng 85 g',
      barcodes: ['089686010947'],
      packs: [{ unit: 'dus', contentThousandths: 40_000 }],
    });
  });

  test('what is saved is what is shown, and saving it again writes nothing', async () => {
    const terms = {
      ...(await plain('Indomie')),
      taxClass: 'bebas' as const,
      ceilingRp: 3_500,
      packs: [{ ...DUS, plu: '9' }],
      prices: [DUS_PRICE, { ...DUS_PRICE, validFrom: '2026-05-01', validTo: '2026-05-31', priceRp: 130_000 }],
    };
    expect(valueOf(await joko.catalog.saveTerms(terms))).toEqual({ ...terms, aboveReference: [] });
    const records = recordsOf(shop.till.dir.path).length;
    expect(valueOf(await joko.catalog.saveTerms(terms))).toEqual({ ...terms, aboveReference: [] });
    expect(recordsOf(shop.till.dir.path)).toHaveLength(records);
    expect(valueOf(await joko.catalog.terms({ productId: terms.productId }))).toEqual(terms);
    expect(look((db) => taxClassOf(db, terms.productId))).toBe('bebas');
    expect(scanned('9').unit.unit).toBe('dus');
  });

  test('what the next terms leave out is gone, and its code is free again', async () => {
    const noodles = await plain('Indomie');
    valueOf(await joko.catalog.saveTerms({ ...noodles, packs: [DUS], prices: [DUS_PRICE] }));
    valueOf(await joko.catalog.saveTerms(noodles));
    expect(() => scanned('10089686010944')).toThrow('barcode.unknown');
    valueOf(await joko.catalog.saveTerms({ ...(await plain('Teh Botol')), packs: [DUS] }));
    expect(scanned('10089686010944').product.name).toBe('Teh Botol 350 ml');
  });

  test('changing the product keeps its packs', async () => {
    valueOf(await joko.catalog.saveTerms({ ...(await plain('Indomie')), packs: [DUS], prices: [DUS_PRICE] }));
    const { products } = valueOf(await joko.catalog.list({ text: 'Indomie' }));
    const { onHandThousandths: _, packs: _packs, ...noodles } = products[0]!;
    valueOf(await joko.catalog.save({ ...noodles, priceRp: 3_600 }));
    expect(scanned('10089686010944').unit.prices).toMatchObject([{ priceRp: 132_000 }]);
  });

  test('goods without terms are taxed, and have one unit at one price', async () => {
    const tea = await productId('Teh Botol');
    expect(look((db) => taxClassOf(db, tea))).toBe('kena');
    expect((await units('Teh Botol')).flatMap(label)).toEqual(['botol umum 0 4750']);
    expect(await units('Sirup')).toMatchObject([{ unit: 'botol', prices: [], ceilingRp: null }]);
  });
});

describe('a price with dates', () => {
  test('is what the cashier finds on its days, and the usual one on others', async () => {
    const dated = { ...ALWAYS, unit: null, tier: 'umum', priceRp: 3_700 } as const;
    const found = async () => valueOf(await joko.catalog.search({ text: 'indomie' }))[0]?.priceRp;
    const sold = async (prices: TermsInput['prices']) => {
      valueOf(await joko.catalog.saveTerms({ ...(await plain('Indomie')), prices }));
      return found();
    };
    await openShift(await shop.as('Siti'));
    expect(await sold([{ ...dated, validFrom: '2026-04-16', validTo: null }])).toBe(3_500);
    expect(await sold([{ ...dated, validFrom: '2026-04-15', validTo: null }])).toBe(3_700);
    expect(await sold([{ ...dated, validFrom: '2026-04-01', validTo: '2026-04-14' }])).toBe(3_500);
    const older = { ...dated, validFrom: '2026-04-01', priceRp: 3_600 };
    expect(await sold([{ ...dated, validFrom: '2026-04-10', validTo: null }, older])).toBe(3_700);
    expect(await sold([{ ...dated, validTo: '2026-04-30' }])).toBe(3_500);
    expect(await sold([{ ...dated, validTo: '2026-04-30', priceRp: 3_400 }])).toBe(3_400);
  });
});

describe('terms that can’t be', () => {
  const refused = async (change: Partial<TermsInput>, text = 'Indomie') => {
    const records = recordsOf(shop.till.dir.path).length;
    const refusal = refusalOf(await joko.catalog.saveTerms({ ...(await plain(text)), ...change }));
    expect(recordsOf(shop.till.dir.path)).toHaveLength(records);
    return refusal;
  };

  test.each([
    ['a pack named like the base unit', { packs: [{ ...DUS, unit: 'Bungkus' }] }, 'terms.unit-twice'],
    ['two packs of one name', { packs: [DUS, { ...DUS, barcodes: [] }] }, 'terms.unit-twice'],
    ['half a packet in a pack', { packs: [{ ...DUS, contentThousandths: 2_500 }] }, 'terms.content'],
    ['a misread code', { packs: [{ ...DUS, barcodes: ['10089686010945'] }] }, 'product.barcode-invalid'],
    ['the packet’s own code', { packs: [{ ...DUS, barcodes: [GOODS.noodles] }] }, 'product.barcode-taken'],
    ['another product’s code', { packs: [{ ...DUS, barcodes: [GOODS.tea] }] }, 'product.barcode-taken'],
    ['another product’s PLU', { packs: [{ ...DUS, plu: GOODS.sweet }] }, 'product.plu-taken'],
    ['one code on two packs', { packs: [DUS, { ...DUS, unit: 'bal' }] }, 'product.barcode-taken'],
    ['a price of a pack that is not there', { prices: [DUS_PRICE] }, 'terms.unit-unknown'],
    ['one price twice', { packs: [DUS], prices: [DUS_PRICE, DUS_PRICE] }, 'terms.price-twice'],
    [
      'the product’s own price beside it',
      { prices: [{ ...DUS_PRICE, unit: null, priceRp: 3_000 }] },
      'terms.price-twice',
    ],
    [
      'a pack with a price for members only',
      { packs: [DUS], prices: [{ ...DUS_PRICE, tier: 'anggota' as const }] },
      'terms.price-standing',
    ],
    [
      'dates the wrong way round',
      { packs: [DUS], prices: [DUS_PRICE, { ...DUS_PRICE, validFrom: '2026-05-02', validTo: '2026-05-01' }] },
      'terms.dates',
    ],
  ])('%s', async (_story, change, code) => {
    expect((await refused(change)).code).toBe(code);
  });

  test('a price above the ceiling, in any unit', async () => {
    const ceilingRp = 3_200;
    expect(await refused({ ceilingRp })).toMatchObject({
      code: 'product.above-ceiling',
      params: { priceRp: 3_500, unit: 'bungkus', ceilingRp: 3_200 },
    });
    const dear = { ...DUS_PRICE, priceRp: 140_001 };
    expect(await refused({ ceilingRp: 3_500, packs: [DUS], prices: [dear] })).toMatchObject({
      code: 'product.above-ceiling',
      params: { priceRp: 140_001, unit: 'dus', ceilingRp: 140_000 },
    });
  });

  test('nor may the product outgrow them later, by hand or by a file', async () => {
    valueOf(
      await joko.catalog.saveTerms({
        ...(await plain('Indomie')),
        ceilingRp: 3_500,
        packs: [DUS],
        prices: [DUS_PRICE],
      }),
    );
    const { products } = valueOf(await joko.catalog.list({ text: 'Indomie' }));
    const { onHandThousandths: _, packs: _packs, ...noodles } = products[0]!;
    const change = async (part: Partial<Parameters<TillClient['catalog']['save']>[0]>) =>
      refusalOf(await joko.catalog.save({ ...noodles, ...part })).code;
    expect(await change({ priceRp: 3_501 })).toBe('product.above-ceiling');
    expect(await change({ unit: 'dus' })).toBe('terms.unit-twice');
    expect(await change({ barcodes: ['10089686010944'] })).toBe('product.barcode-taken');
    const rows = [
      'nama;barcode;satuan;harga',
      'Indomie Goreng 85 g;089686010947;bungkus;3600',
      'Indomie satu dus;10089686010944;dus;120000',
    ];
    const preview = valueOf(
      await joko.catalog.importPreview({
        fileName: 'naik.csv',
        contentBase64: Buffer.from(rows.join('\n')).toString('base64'),
      }),
    );
    expect(preview.errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'harga', 'price-above-ceiling'],
      [3, 'barcode', 'gtin-of-pack'],
    ]);
  });

  test('by a cashier', async () => {
    const siti = await shop.as('Siti');
    expect(refusalOf(await siti.catalog.saveTerms(await plain('Indomie'))).code).toBe('permission.denied');
  });
});

describe('labels of the store’s own scale', () => {
  test('with a weight: rice by its PLU, in kilograms', () => {
    expect(scanned('2100101012501')).toMatchObject({
      product: { name: 'Beras premium' },
      unit: { unit: 'kg' },
      quantityThousandths: 1_250,
      labelTotalRp: null,
    });
  });

  test('with a price: what the label says is what it costs', () => {
    expect(scanned('2200101186254')).toMatchObject({
      product: { name: 'Beras premium' },
      quantityThousandths: null,
      labelTotalRp: 18_625,
    });
  });

  test('with a weight of goods that are sold by the piece: nobody guesses how many', () => {
    expect(() => scanned('2100102012500')).toThrow('barcode.no-weight');
  });

  test('a pack that carries the code as it is comes first', async () => {
    const { products } = valueOf(await joko.catalog.list({ text: 'Permen' }));
    const { onHandThousandths: _, packs: _packs, ...sweet } = products[0]!;
    valueOf(await joko.catalog.save({ ...sweet, barcodes: ['2100101012501'] }));
    expect(scanned('2100101012501')).toMatchObject({
      product: { name: 'Permen kopi' },
      quantityThousandths: null,
    });
  });

  test('misread, unknown, or of no pattern', () => {
    expect(() => scanned('2100101012504')).toThrow('barcode.check-digit');
    expect(() => scanned('2199999012502')).toThrow('barcode.unknown');
  });
});

describe('codes that say more', () => {
  test('batch, best-before and count of a carton', async () => {
    valueOf(await joko.catalog.saveTerms({ ...(await plain('Indomie')), packs: [DUS], prices: [DUS_PRICE] }));
    expect(scanned(']C101100896860109441726123110B77')).toMatchObject({
      unit: { unit: 'dus' },
      quantityThousandths: null,
      batch: 'B77',
      expiry: '2026-12-31',
    });
    expect(scanned('(02)00089686010947(37)12')).toMatchObject({
      unit: { unit: 'bungkus' },
      quantityThousandths: 12_000,
    });
  });

  test('the weight counts of weighed goods, and is a remark on a packet', async () => {
    const { products } = valueOf(await joko.catalog.list({ text: 'Beras' }));
    const { onHandThousandths: _, packs: _packs, ...rice } = products[0]!;
    valueOf(await joko.catalog.save({ ...rice, barcodes: ['98998866200304'] }));
    expect(scanned('(01)98998866200304(3103)001250(3920)18625')).toMatchObject({
      quantityThousandths: 1_250,
      labelTotalRp: 18_625,
    });
    expect(scanned('(01)00089686010947(3103)000085')).toMatchObject({ quantityThousandths: null });
  });
});
