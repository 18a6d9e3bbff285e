import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { refusalOf, TestTill, valueOf } from '../../../../test/support/till.ts';
import type { ImportPreview, Product } from '../../../../shared/contract/catalog.ts';
import type { TillClient } from '../../../../shared/contract/index.ts';
import type { CallError, Reply } from '../../../../shared/contract/wire.ts';
import { openReadOnly } from '../../db/open.ts';
import { foldDifferences } from '../../journal/rebuild.ts';
import { indexState } from '../search/search-store.ts';
import { catalogueSeq } from '../catalog-store.ts';

const STORE = {
  koperasi: 'Koperasi Sukamaju',
  gerai: 'Sukamaju',
  storeCode: 'G1',
  tillNumber: 1,
  address: 'Jl. Melati 3',
  kabupaten: 'Malang',
  priceZone: 1,
  timeZone: 'Asia/Jakarta',
  pkp: false,
  receiptColumns: 48,
} as const;

let till: TestTill;
let owner: TillClient;

beforeAll(async () => {
  till = await TestTill.unset();
  const made = valueOf(await till.nobody.setup.create({ store: STORE, owner: { name: 'Sri', pin: '4821' } }));
  owner = await till.signInAs(made.ownerId, '4821');
});
afterAll(() => till.dispose());

async function preview(content: string | Buffer, fileName = 'barang.csv'): Promise<Reply<ImportPreview>> {
  const contentBase64 = Buffer.from(content).toString('base64');
  return owner.catalog.importPreview({ fileName, contentBase64 });
}

async function previewOf(content: string | Buffer): Promise<ImportPreview> {
  return valueOf(await preview(content));
}

async function refused(content: string | Buffer): Promise<CallError> {
  return refusalOf(await preview(content));
}

/** Takes a file over without looking at it twice. */
async function take(content: string | Buffer): Promise<{ products: number; records: number }> {
  const { draftId } = await previewOf(content);
  return valueOf(await owner.catalog.importCommit({ draftId }));
}

async function product(name: string): Promise<Product | undefined> {
  const { products } = valueOf(await owner.catalog.list({ text: name }));
  return products.find((each) => each.name === name);
}

async function total(): Promise<number> {
  return valueOf(await owner.catalog.list({ limit: 1 })).total;
}

describe('a file of new products', () => {
  test('is shown before anything changes, and then taken over as a whole', async () => {
    const file = [
      'Harga Jual (Rp);NAMA BARANG;Barcode;Kode;Satuan;Kategori;Merk;Harga Beli;Stok;Timbang;Rak',
      'Rp 3.100;Mi Goreng Enak 85 g;8998866200301;;bungkus;Mi Instan;Enak;2.750;48;;A1',
      '28.000;Telur Puyuh;;701;kg;Telur & Susu;;25.000;12,5;ya;B2',
      ';Garam Dapur 250 g;036000291452|0036000291452;;;;;;;;',
    ].join('\r\n');
    const shown = await previewOf(file);
    expect(shown).toMatchObject({
      fileName: 'barang.csv',
      rows: 3,
      newProducts: 3,
      changedProducts: 0,
      sameProducts: 0,
      withoutPrice: 1,
      errorCount: 0,
    });
    expect(shown.columns.map(({ header, field }) => `${header}: ${field ?? '-'}`)).toEqual([
      'Harga Jual (Rp): price',
      'NAMA BARANG: name',
      'Barcode: barcode',
      'Kode: plu',
      'Satuan: unit',
      'Kategori: category',
      'Merk: brand',
      'Harga Beli: cost',
      'Stok: stock',
      'Timbang: fractional',
      'Rak: -',
    ]);
    expect(shown.sample[0]).toEqual({
      line: 2,
      change: 'new',
      name: 'Mi Goreng Enak 85 g',
      barcodes: ['8998866200301'],
      unit: 'bungkus',
      category: 'Mi Instan',
      priceRp: 3100,
      oldPriceRp: null,
    });
    expect(await product('Telur Puyuh')).toBeUndefined();

    const { draftId } = shown;
    expect(valueOf(await owner.catalog.importCommit({ draftId }))).toEqual({ products: 3, records: 2 });
    expect(await product('Telur Puyuh')).toMatchObject({
      plu: '701',
      fractional: true,
      priceRp: 28_000,
      costRp: 25_000,
      onHandThousandths: 12_500,
    });
    expect(await product('Garam Dapur 250 g')).toMatchObject({
      barcodes: ['036000291452'],
      unit: 'pcs',
      category: 'Lainnya',
      brand: '',
      priceRp: null,
      onHandThousandths: 0,
    });
    expect(refusalOf(await owner.catalog.importCommit({ draftId })).code).toBe('import.draft-gone');
  });
});

describe('a file of products that are there already', () => {
  test('changes what it says and leaves the rest alone', async () => {
    await take(
      'nama,barcode,satuan,kategori,harga,stok\nKecap Asin 140 ml,4006381333931,botol,Bumbu & Saus,6500,10',
    );
    const before = await product('Kecap Asin 140 ml');
    const shown = await previewOf('barcode,nama,harga,stok\n4006381333931,Kecap Asin 140 ml,7000,99');
    expect(shown).toMatchObject({ newProducts: 0, changedProducts: 1 });
    expect(shown.sample[0]).toMatchObject({ change: 'changed', priceRp: 7000, oldPriceRp: 6500 });
    expect(await take('barcode,nama,harga,stok\n4006381333931,Kecap Asin 140 ml,7000,99')).toEqual({
      products: 1,
      records: 1,
    });
    // The till knows its stock better than a file does.
    expect(await product('Kecap Asin 140 ml')).toEqual({ ...before, priceRp: 7000 });
  });

  test('nothing new is nothing to write', async () => {
    const file = 'nama,barcode,harga\nTeh Celup 25,96385074,5000';
    await take(file);
    expect(await previewOf(file)).toMatchObject({ newProducts: 0, changedProducts: 0, sameProducts: 1 });
    expect(await take(file)).toEqual({ products: 0, records: 0 });
  });

  test('a product is known by its PLU, or by name and unit where it has no code', async () => {
    await take('nama,plu,satuan,harga\nBawang Bombai,711,kg,30000\nKerupuk,,bungkus,2000');
    const count = await total();
    await take('nama,plu,satuan,harga\nBawang Bombay,0711,kg,31000\nKERUPUK,,Bungkus,2500');
    expect(await total()).toBe(count);
    expect(await product('Bawang Bombay')).toMatchObject({ plu: '711', priceRp: 31_000, fractional: true });
    expect(await product('KERUPUK')).toMatchObject({ priceRp: 2500, unit: 'Bungkus' });
  });

  test('a product without a barcode gets one; another barcode is added, none is lost', async () => {
    await take('nama,harga\nSapu Lidi,9000');
    await take('nama,barcode\nSapu Lidi,6291041500213');
    await take('nama,barcode\nSapu Lidi,6291041500213 9780306406157');
    expect(await product('Sapu Lidi')).toMatchObject({
      priceRp: 9000,
      barcodes: ['6291041500213', '9780306406157'],
    });
  });

  test('two products may share a name where each has its own barcode', async () => {
    const count = await total();
    await take('nama,barcode\nBlush On,8999999003661\nBlush On,8992753100101');
    expect(await total()).toBe(count + 2);
    const { errors } = await previewOf('nama,harga\nBlush On,20000');
    expect(errors).toMatchObject([{ line: 2, column: 'nama', code: 'product-ambiguous' }]);
  });
});

/** What is wrong │ the file │ line, column, code, value, other line. Add a line to add a case. */
const WRONG: readonly (readonly [string, string, readonly unknown[]])[] = [
  ['no name', 'nama,harga\n,500', [2, 'nama', 'name-missing', '', null]],
  ['a long name', `nama\n${'a'.repeat(121)}`, [2, 'nama', 'name-too-long', 'a'.repeat(60), null]],
  ['a long unit', `nama,satuan\nTeh,${'b'.repeat(21)}`, [2, 'satuan', 'unit-too-long', 'b'.repeat(21), null]],
  [
    'a long category',
    `nama,kategori\nTeh,${'c'.repeat(61)}`,
    [2, 'kategori', 'category-too-long', 'c'.repeat(60), null],
  ],
  ['a long brand', `nama,merek\nTeh,${'d'.repeat(61)}`, [2, 'merek', 'brand-too-long', 'd'.repeat(60), null]],
  ['a lost letter', 'nama\nTeh \u{fffd}', [2, 'nama', 'broken-text', 'Teh \u{fffd}', null]],
  ['letters in a barcode', 'nama,gtin\nTeh,89A', [2, 'gtin', 'gtin-not-digits', '89A', null]],
  [
    'a spreadsheet’s rounding',
    'nama,gtin\nTeh,8.99887E+12',
    [2, 'gtin', 'gtin-not-digits', '8.99887E+12', null],
  ],
  ['a zero dropped', 'nama,gtin\nTeh,89686010947', [2, 'gtin', 'gtin-length', '89686010947', null]],
  [
    'a wrong check digit',
    'nama,gtin\nTeh,5901234123450',
    [2, 'gtin', 'gtin-check-digit', '5901234123450', null],
  ],
  [
    'a barcode twice',
    'nama,gtin\nTeh,5901234123457\nKopi,05901234123457',
    [3, 'gtin', 'gtin-duplicate-in-file', '5901234123457', 2],
  ],
  ['a PLU with letters', 'nama,plu\nTeh,A12', [2, 'plu', 'plu-invalid', 'A12', null]],
  ['a PLU twice', 'nama,plu\nTeh,800\nKopi,0800', [3, 'plu', 'plu-duplicate-in-file', '800', 2]],
  [
    'a PLU of another product',
    'nama,gtin,plu\nMi Goreng Enak 85 g,8998866200301,701',
    [2, 'plu', 'plu-taken', '701', null],
  ],
  [
    'barcodes of two products',
    'nama,gtin\nCampur,8998866200301|036000291452',
    [2, 'nama', 'product-ambiguous', 'Campur', null],
  ],
  [
    'a product twice by its barcodes',
    'nama,gtin\nSapu Lidi,6291041500213\nSapu Lidi,9780306406157',
    [3, 'nama', 'product-twice-in-file', 'Sapu Lidi', 2],
  ],
  [
    'a product twice by its name',
    'nama,satuan\nPermen,pak\npermen!,PAK',
    [3, 'nama', 'product-twice-in-file', 'permen!', 2],
  ],
  ['a price in two readings', 'nama,harga\nTeh,3.5', [2, 'harga', 'price-invalid', '3.5', null]],
  [
    'an absurd price',
    'nama,harga\nTeh,1000000000001',
    [2, 'harga', 'price-too-large', '1000000000001', null],
  ],
  ['a negative cost', 'nama,modal\nTeh,-5', [2, 'modal', 'cost-invalid', '-5', null]],
  ['stock in two readings', 'nama,stok\nTeh,1.250', [2, 'stok', 'stock-invalid', '1.250', null]],
  ['half a packet', 'nama,stok\nTeh,"1,5"', [2, 'stok', 'stock-invalid', '1.5', null]],
  ['neither yes nor no', 'nama,timbang\nTeh,mungkin', [2, 'timbang', 'fractional-invalid', 'mungkin', null]],
  ['too few columns', 'nama,harga,stok\nTeh,500', [2, '', 'row-columns', '500', null]],
  ['too many columns', 'nama,harga\nTeh,500,apa', [2, '', 'row-columns', 'apa', null]],
  ['a quote left open', 'nama,harga\n"Teh,500\nKopi,700', [2, '', 'row-columns', '', null]],
];

describe('a row that can’t be taken', () => {
  test.each(WRONG)('%s is shown with line, column and reason', async (_what, file, expected) => {
    const { errors, errorCount } = await previewOf(file);
    const [error] = errors;
    expect([error?.line, error?.column, error?.code, error?.value, error?.otherLine]).toEqual(expected);
    expect(errorCount).toBeGreaterThan(0);
  });

  test('keeps every other row out too', async () => {
    const before = [await total(), records()];
    const { draftId, errorCount } = await previewOf('nama,harga\nSikat Gigi,5000\n,1\nOdol,abc\n');
    expect(errorCount).toBe(2);
    expect(refusalOf(await owner.catalog.importCommit({ draftId }))).toMatchObject({
      code: 'import.has-errors',
      params: { errors: 2 },
    });
    expect([await total(), records()]).toEqual(before);
  });

  test('hundreds of errors are counted, two hundred are shown', async () => {
    const { errors, errorCount } = await previewOf(`nama\n${'\u{fffd}\n'.repeat(350)}`);
    expect([errors.length, errorCount]).toEqual([200, 350]);
  });
});

describe('a file that can’t be read', () => {
  test.each<[string, string | Buffer, string, Record<string, string | number>]>([
    ['other columns', 'foo,bar\n1,2\n', 'import.columns-missing', { columns: 'nama' }],
    ['nothing', '', 'import.empty', {}],
    ['only a head', 'nama,harga\n\n ,\n', 'import.empty', {}],
    ['Windows letters', Buffer.from('nama\nKopi\nCaf\u00e9\n', 'latin1'), 'import.not-utf8', { line: 3 }],
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'import.unreadable', {}],
    ['a ZIP of something else', Buffer.from('PK\u0003\u0004 rusak'), 'import.unreadable', {}],
  ])('%s: refused in words', async (_what, content, code, params) => {
    expect(await refused(content)).toMatchObject({ code, params });
  });
});

describe('a preview grows old', () => {
  test('when a product has been changed since', async () => {
    const { draftId } = await previewOf('nama\nEmber Plastik');
    await take('nama\nGayung');
    expect(refusalOf(await owner.catalog.importCommit({ draftId })).code).toBe('import.draft-gone');
    expect(await product('Ember Plastik')).toBeUndefined();
  });

  test('when two others have been made since', async () => {
    const { draftId } = await previewOf('nama\nEmber Plastik');
    await previewOf('nama\nGayung Besar');
    await previewOf('nama\nGayung Kecil');
    expect(refusalOf(await owner.catalog.importCommit({ draftId })).code).toBe('import.draft-gone');
  });

  test('but a repeated commit gets the first one’s reply and writes nothing', async () => {
    const { draftId } = await previewOf('nama\nEmber Plastik');
    const commandId = '0196a000-0000-7000-8000-000000000077';
    const first = valueOf(await owner.catalog.importCommit({ draftId }, { commandId }));
    const before = records();
    expect(valueOf(await owner.catalog.importCommit({ draftId }, { commandId }))).toEqual(first);
    expect(records()).toBe(before);
  });
});

describe('a spreadsheet', () => {
  async function xlsx(rows: (string | number | boolean | null)[][]): Promise<Buffer> {
    const sheet: SheetData = rows.map((row) => row.map((value) => (value === null ? null : { value })));
    return writeExcelFile(sheet).toBuffer();
  }

  test('is read with its numbers as they are', async () => {
    const file = await xlsx([
      ['nama', 'barcode', 'harga', 'stok', 'timbang'],
      ['Obeng Plus', 5_901_234_123_457, 15_500, 4, false],
      [null, null, null, null, null],
      ['Paku 5 cm', null, 24_000, 3.25, true],
    ]);
    expect(await previewOf(file)).toMatchObject({ rows: 2, newProducts: 2, errorCount: 0 });
    await take(file);
    expect(await product('Obeng Plus')).toMatchObject({
      barcodes: ['5901234123457'],
      priceRp: 15_500,
      onHandThousandths: 4000,
    });
    expect(await product('Paku 5 cm')).toMatchObject({ fractional: true, onHandThousandths: 3250 });
  });

  test('whose barcodes lost a zero is refused, row by row', async () => {
    const { errors } = await previewOf(
      await xlsx([
        ['nama', 'barcode', 'harga'],
        ['Teh', '1', 1],
        ['Kopi', 89_686_010_947, 3500.5],
      ]),
    );
    expect(errors).toMatchObject([
      { line: 2, code: 'gtin-length', value: '1' },
      { line: 3, code: 'gtin-length', value: '89686010947' },
      { line: 3, code: 'price-invalid', value: '3500.5' },
    ]);
  });
});

describe('a very large file', () => {
  const lines = Array.from({ length: 100_001 }, (_, index) => `Barang ${index}`);

  test('of exactly 100,000 products is taken over', async () => {
    const before = await total();
    const file = ['nama', ...lines.slice(0, 100_000)].join('\n');
    expect(await take(file)).toEqual({ products: 100_000, records: 200 });
    expect(await total()).toBe(before + 100_000);
    expect(await product('Barang 99999')).toBeDefined();
  }, 120_000);

  test('of one more is refused in words', async () => {
    const refusal = await refused(['nama', ...lines].join('\n'));
    expect(refusal).toMatchObject({ code: 'import.too-large', params: { maximum: 100_000 } });
  }, 60_000);
});

test('after all of that the tables are what the journal says, and the search has kept up', () => {
  const db = openReadOnly(till.dir.path);
  expect(foldDifferences(db)).toEqual([]);
  expect(indexState(db)?.seq).toBe(catalogueSeq(db));
  db.close();
});

/** How many records the journal holds, asked of the file itself. */
function records(): unknown {
  const db = openReadOnly(till.dir.path);
  const count: unknown = db.prepare('SELECT count(*) FROM journal').pluck().get();
  db.close();
  return count;
}
