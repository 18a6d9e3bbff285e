import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lineOf, refusalOf, TestTill, valueOf } from '../../../test/support/till.ts';
import type { catalogContract } from '../../../shared/contract/catalog.ts';
import type { InputOf, OutputOf } from '../../../shared/contract/define.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import { openReadOnly } from '../db/open.ts';
import { number } from '../db/sql.ts';

type ProductInput = InputOf<typeof catalogContract.save>;

const SOAP: ProductInput = {
  productId: null,
  name: 'Sabun Cuci Melati 500 g',
  brand: 'Melati',
  category: 'Sabun & Deterjen',
  unit: 'bungkus',
  priceRp: 8_500,
  costRp: 7_200,
  plu: null,
  barcodes: ['6291041500213'],
  fractional: false,
  active: true,
};

/** Barcode of `Indomie Goreng Pedas 79 g` in katalog.csv. */
const INDOMIE = '0089686011036';

let till: TestTill;
let manager: TillClient;

beforeAll(async () => {
  till = await TestTill.withExampleStore();
  manager = await till.signIn('pengelola');
});
afterAll(() => till.dispose());

async function find(text: string): Promise<string[]> {
  return valueOf(await manager.catalog.search({ text })).map((product) => product.name);
}

/** How many records the journal holds, asked of the file itself. */
function recordCount(): number {
  const db = openReadOnly(till.dir.path);
  try {
    return number(db, 'SELECT count(*) FROM journal');
  } finally {
    db.close();
  }
}

type SavedProduct = OutputOf<typeof catalogContract.save>;

/** The editor's input for a product as it is. */
function inputOf({
  onHandThousandths: _held,
  packs: _packs,
  aboveReference: _above,
  ...product
}: SavedProduct): ProductInput {
  return product;
}

describe('the manager looks at the catalogue', () => {
  test('a page at a time, in the order of names, with what the shop holds', async () => {
    const first = valueOf(await manager.catalog.list({ limit: 3 }));
    const next = valueOf(await manager.catalog.list({ limit: 2, offset: 1 }));
    expect(first.total).toBe(8360);
    expect(next.products).toEqual(first.products.slice(1));
    expect(first.products.map((product) => product.name)).toMatchInlineSnapshot(`
      [
        "234 Kretek 12",
        "234 Kretek 16",
        "7 Up 330 ml",
      ]
    `);
  });

  test('one category, some words, or what has no price yet', async () => {
    const eggs = valueOf(await manager.catalog.list({ category: 'Telur & Susu', text: 'telur' }));
    expect(eggs.products.every((product) => product.category === 'Telur & Susu')).toBe(true);
    expect(eggs.products.find((product) => product.plu === '11')).toMatchObject({
      name: 'Telur ayam ras',
      unit: 'kg',
      fractional: true,
      onHandThousandths: 45_000,
    });
    expect(valueOf(await manager.catalog.list({ onlyWithoutPrice: true })).total).toBe(0);
  });

  test('by barcode, and the barcode is shown as it is printed', async () => {
    const { total, products } = valueOf(await manager.catalog.list({ text: INDOMIE }));
    expect([total, products[0]?.barcodes]).toEqual([1, [INDOMIE.slice(1)]]);
  });

  test('the categories in use', async () => {
    const categories = valueOf(await manager.catalog.categories({}));
    expect(categories).toHaveLength(21);
    expect(categories.reduce((sum, category) => sum + category.products, 0)).toBe(8360);
  });

  test('a product that is not there', async () => {
    const reply = await manager.catalog.product({ productId: '0196a000-0000-7000-8000-00000000dead' });
    expect(refusalOf(reply).code).toBe('product.unknown');
  });
});

describe('the cashier', () => {
  test('finds what sells first, as soon as it has been sold, and after a restart too', async () => {
    const before = await find('goreng indom');
    const last = before.at(-1) ?? '';
    valueOf(await manager.cash.openShift({ floatRp: 200_000 }));
    const [product] = valueOf(await manager.catalog.search({ text: last }));
    const { ticket } = valueOf(await manager.till.addProduct({ productId: product?.productId ?? '' }));
    const tenders = [{ kind: 'cash' as const, receivedRp: 100_000 }];
    valueOf(
      await manager.till.pay({
        ticketId: ticket.ticketId,
        revision: ticket.revision,
        totalRp: ticket.totalRp,
        tenders,
      }),
    );
    expect(await find('goreng indom')).toEqual([last, ...before.slice(0, -1)]);
    await till.restart();
    manager = await till.signIn('pengelola');
    expect(await find('goreng indom')).toEqual([last, ...before.slice(0, -1)]);
    const held = valueOf(await manager.catalog.product({ productId: product?.productId ?? '' }));
    expect(held.onHandThousandths).toBe((product?.onHandThousandths ?? 0) - 1000);
  });

  test.each([
    ['as 13 digits', INDOMIE],
    ['as 12 digits, the way it is printed', INDOMIE.slice(1)],
    ['with the scanner’s prefix and Enter', `]E0${INDOMIE}\r`],
  ])('scans a UPC-A %s', async (_what, code) => {
    const { ticket, lineId } = lineOf(await manager.till.scan({ code }));
    expect(ticket.lines.find((line) => line.lineId === lineId)?.name).toBe('Indomie Goreng Pedas 79 g');
  });

  test.each([
    ['4006381333931', 'barcode.unknown', '4006381333931'],
    [' 9999 ', 'barcode.unknown', '9999'],
    ['8998866200302', 'barcode.check-digit', '8998866200302'],
    ['halo', 'barcode.unknown', 'halo'],
  ])('is told what is wrong with %j', async (scanned, code, shown) => {
    const refusal = refusalOf(await manager.till.scan({ code: scanned }));
    expect(refusal).toMatchObject({ code, params: { code: shown } });
  });
});

describe('the manager adds and changes products', () => {
  let soap: SavedProduct;
  beforeAll(async () => {
    soap = valueOf(await manager.catalog.save(SOAP));
  });

  test('a new product can be scanned and found at once', async () => {
    expect(soap).toMatchObject({ name: SOAP.name, barcodes: ['6291041500213'], onHandThousandths: 0 });
    expect(await find('melati sabun')).toEqual([SOAP.name]);
    expect(await find('6291')).toEqual([SOAP.name]);
  });

  test('saving what is already there writes no record', async () => {
    const before = recordCount();
    expect(valueOf(await manager.catalog.save(inputOf(soap)))).toEqual(soap);
    expect(recordCount()).toBe(before);
  });

  test('a changed name moves in the search, a product taken out of the range leaves it', async () => {
    const renamed = { ...inputOf(soap), name: 'Sabun Colek Mawar' };
    valueOf(await manager.catalog.save(renamed));
    expect([await find('melati cuci'), await find('colek mawar')]).toEqual([[], ['Sabun Colek Mawar']]);
    valueOf(await manager.catalog.save({ ...renamed, active: false }));
    expect(await find('colek mawar')).toEqual([]);
    expect(valueOf(await manager.catalog.list({ text: 'colek mawar' })).total).toBe(1);
    valueOf(await manager.catalog.save(inputOf(soap)));
  });

  test('the same barcode in two ways of writing is one barcode', async () => {
    const twice = { ...inputOf(soap), barcodes: ['6291041500213', '06291041500213', '036000 291452'] };
    expect(valueOf(await manager.catalog.save(twice)).barcodes).toEqual(['6291041500213', '036000291452']);
    valueOf(await manager.catalog.save(inputOf(soap)));
  });

  test.each<[string, Partial<ProductInput>, string, Record<string, string>]>([
    [
      'a wrong check digit',
      { barcodes: ['6291041500214'] },
      'product.barcode-invalid',
      { code: '6291041500214' },
    ],
    ['no barcode at all', { barcodes: ['sabun'] }, 'product.barcode-invalid', { code: 'sabun' }],
    [
      'a barcode of another product',
      { barcodes: [INDOMIE] },
      'product.barcode-taken',
      { code: INDOMIE.slice(1), name: 'Indomie Goreng Pedas 79 g' },
    ],
    ['a PLU of another product', { plu: '011' }, 'product.plu-taken', { code: '11', name: 'Telur ayam ras' }],
    ['an id nobody has', { productId: '0196a000-0000-7000-8000-00000000dead' }, 'product.unknown', {}],
  ])('refused, and nothing changed: %s', async (_what, wrong, code, params) => {
    const before = recordCount();
    const refusal = refusalOf(await manager.catalog.save({ ...inputOf(soap), ...wrong }));
    expect(refusal).toMatchObject({ code, params });
    expect(recordCount()).toBe(before);
  });

  test.each<[string, Partial<ProductInput>]>([
    ['no name', { name: '  ' }],
    ['a negative price', { priceRp: -1 }],
    ['half a rupiah', { priceRp: 10.5 }],
    ['an absurd price', { priceRp: 1e15 }],
    ['a PLU of seven digits', { plu: '1234567' }],
  ])('malformed: %s', async (_what, wrong) => {
    expect(refusalOf(await manager.catalog.save({ ...SOAP, ...wrong })).code).toBe('request.malformed');
  });

  test('a cashier changes nothing', async () => {
    const cashier = await till.signIn('kasir');
    expect(refusalOf(await cashier.catalog.save(SOAP)).code).toBe('permission.denied');
  });
});
