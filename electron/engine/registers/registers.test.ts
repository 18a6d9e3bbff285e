import { readSheet } from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { RuleDraft } from '../../../shared/contract/programmes.ts';
import type { RegisterName, RegisterView } from '../../../shared/contract/registers.ts';
import { findNumbers } from '../../../test/support/number-search.ts';
import { pagesOfPdf } from '../../../test/support/pdf.ts';
import { registering } from '../../../test/support/registering.ts';
import { goodsOf, returning } from '../../../test/support/returning.ts';
import { closeShift, openShift, payment, SmallShop } from '../../../test/support/small-shop.ts';
import {
  addRule,
  buys,
  hetOf,
  ring,
  RULE,
  sellLpg,
  sellSubsidised,
  STOCK,
  subsidisedId,
  SUBSIDISED,
  VILLAGERS,
} from '../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

const TODAY = '2026-04-15';
const TOMORROW = '2026-04-16';
const DAY = 24 * 3_600_000;

let shop: SmallShop;
let siti: TillClient;
/** Manages the store. */
let joko: TillClient;
let sumarni: string;
let paimin: string;

beforeEach(async () => {
  shop = await SmallShop.open();
  await sellSubsidised(shop);
  siti = await shop.as('Siti');
  joko = await shop.as('Joko');
  await openShift(siti);
  sumarni = valueOf(await siti.subsidy.register(registering('Sumarni'))).registrationId;
  paimin = valueOf(await siti.subsidy.register(registering('Paimin'))).registrationId;
});

afterEach(() => shop.close());

const asked = (register: RegisterName, more: object = {}) => ({
  register,
  from: TODAY,
  to: TODAY,
  ...more,
});
const view = async (register: RegisterName, more: object = {}): Promise<RegisterView> =>
  valueOf(await joko.registers.view(asked(register, more)));
const rowsOf = ({ rows }: RegisterView): string[] => rows.map(({ cells }) => cells.join(' | '));
const sumsOf = ({ sums }: RegisterView): string[] => sums.map(({ label, value }) => `${label}: ${value}`);

const fileOf = async (register: RegisterName, format: 'pdf' | 'xlsx', more: object = {}) => {
  const reply = valueOf(await joko.registers.file({ ...asked(register, more), format }));
  return { ...reply, content: Buffer.from(reply.contentBase64, 'base64') };
};
const pagesOf = async (register: RegisterName, more: object = {}) =>
  pagesOfPdf((await fileOf(register, 'pdf', more)).content);

const delivery = async (full: number, agen: string) =>
  valueOf(
    await joko.cylinders.receive({
      kind: 'lpg-3kg',
      agen,
      document: 'SJ-1',
      fullThousandths: full * 1_000,
      emptiesThousandths: full * 1_000,
      unitCostRp: 16_000,
    }),
  );

/** Full ones that stood here before the till are sold off or counted away, so that deliveries are sold. */
const countFull = async (pieces: number) => {
  const [state] = valueOf(await joko.cylinders.state({})).kinds;
  valueOf(
    await joko.cylinders.adjust({
      cause: 'counted',
      kind: 'lpg-3kg',
      fullThousandths: pieces * 1_000,
      emptyThousandths: state?.emptyThousandths ?? 0,
      damagedThousandths: 0,
      note: 'opname',
    }),
  );
};

const sellWith = async (registrationId: string, refills: number, other: keyof typeof SUBSIDISED) => {
  await ring(siti, SUBSIDISED.lpg, refills);
  await ring(siti, SUBSIDISED[other]);
  return valueOf(await siti.till.pay(payment(await buys(siti, registrationId)))).saleId;
};

const nextDay = async () => {
  await closeShift(siti, 200_000);
  valueOf(await joko.cash.closeDay({}));
  shop.till.clock.pass(DAY);
  await openShift(siti);
};

describe('logbook LPG', () => {
  test('who bought how many, of what kind and from whose delivery, with the cylinders at both ends', async () => {
    await countFull(0);
    await delivery(3, 'PT Sumber Gas');
    await sellLpg(siti, sumarni, 2);
    await delivery(20, 'CV Mandiri');
    await sellWith(paimin, 3, 'deposit');
    await sellWith(paimin, 1, 'cylinder');
    const logbook = await view('lpg-logbook');
    expect(logbook.title).toBe('Logbook LPG 3 kg');
    const address = 'RT 03 RW 01 Sukamaju';
    expect(rowsOf(logbook)).toEqual([
      `1 | 15-04-2026 | Sumarni | ${address} | ...0021 | Rumah tangga | 2 | isi ulang | PT Sumber Gas`,
      `2 | 15-04-2026 | Paimin | ${address} | ...0007 | Usaha mikro | 3 | 2 isi ulang, 1 pinjam tabung | PT Sumber Gas, CV Mandiri`,
      `3 | 15-04-2026 | Paimin | ${address} | ...0007 | Usaha mikro | 1 | dengan tabung | CV Mandiri`,
    ]);
    expect(sumsOf(logbook)).toEqual([
      'Jumlah: 6 tabung',
      'Isi ulang: 4 tabung',
      'Dengan tabung: 1 tabung',
      'Pinjam tabung: 1 tabung',
      'Rumah tangga: 2 tabung',
      'Usaha mikro: 4 tabung',
      'Diterima dari CV Mandiri: 20 tabung',
      'Diterima dari PT Sumber Gas: 3 tabung',
      `Tabung isi awal: ${STOCK.lpg} tabung`,
      'Tabung isi akhir: 17 tabung',
      `Tabung kosong awal: ${STOCK.cylinder} tabung`,
      // 23 went to the agens; 2 and 2 came in for refills, one bought cylinder evens out.
      `Tabung kosong akhir: ${STOCK.cylinder - 23 + 4} tabung`,
    ]);
    expect(logbook.agens).toEqual(['CV Mandiri', 'PT Sumber Gas']);
    const ofOne = await view('lpg-logbook', { agen: 'PT Sumber Gas' });
    expect(ofOne.title).toBe('Logbook LPG 3 kg, dari PT Sumber Gas');
    expect(ofOne.rows.map(({ cells }) => [cells[2], cells[6]])).toEqual([
      ['Sumarni', '2'],
      ['Paimin', '1'],
    ]);
  });

  test('of one agen has whole cylinders: one that came back went to the delivery it was taken from', async () => {
    await countFull(0);
    await delivery(1, 'PT Sumber Gas');
    await delivery(20, 'CV Mandiri');
    const saleId = await sellLpg(siti, paimin, 3);
    const quantities = async (agen: string | null) =>
      (await view('lpg-logbook', { agen })).rows.map(({ cells }) => [cells[6], cells[8]]);
    expect(await quantities(null)).toEqual([['3', 'PT Sumber Gas, CV Mandiri']]);
    const goods = await goodsOf(joko, saleId, { 0: 1_000 });
    valueOf(await joko.returns.complete(await returning(joko, goods)));
    expect(await quantities(null)).toEqual([['2', 'CV Mandiri']]);
    expect(await quantities('CV Mandiri')).toEqual([['2', 'CV Mandiri']]);
    expect(await quantities('PT Sumber Gas')).toEqual([]);
  });

  test('by day and by month, each with its sum; what came back is taken off', async () => {
    const saleId = await sellLpg(siti, sumarni, 2);
    await sellLpg(siti, paimin, 1);
    await nextDay();
    await sellLpg(siti, paimin, 4);
    const goods = await goodsOf(joko, saleId, { 0: 1_000 });
    valueOf(await joko.returns.complete(await returning(joko, goods)));
    const byDay = await view('lpg-logbook', { to: TOMORROW });
    expect(byDay.rows.map(({ kind, cells }) => [kind, cells[2], cells[6]])).toEqual([
      ['row', 'Sumarni', '1'],
      ['row', 'Paimin', '1'],
      ['sum', 'Jumlah 15 April 2026', '2'],
      ['row', 'Paimin', '4'],
      ['sum', 'Jumlah 16 April 2026', '4'],
    ]);
    const byMonth = await view('lpg-logbook', { from: '2026-03-20', to: TOMORROW, sumEvery: 'month' });
    expect(byMonth.rows.map(({ kind }) => kind)).toEqual(['row', 'row', 'row']);
    expect(sumsOf(await view('lpg-logbook'))).toContain(`Tabung isi akhir: ${STOCK.lpg - 3} tabung`);
    expect(sumsOf(await view('lpg-logbook', { from: TOMORROW, to: TOMORROW }))).toEqual(
      expect.arrayContaining([
        `Tabung isi awal: ${STOCK.lpg - 3} tabung`,
        `Tabung isi akhir: ${STOCK.lpg - 6} tabung`,
      ]),
    );
  });

  test('as a PDF of the month: every buyer, sums, signatures', async () => {
    await sellLpg(siti, sumarni, 2);
    await sellLpg(siti, paimin, 5);
    const { fileName, mediaType } = await fileOf('lpg-logbook', 'pdf', { from: '2026-04-01' });
    expect([fileName, mediaType]).toEqual(['logbook-lpg-2026-04-01-2026-04-15.pdf', 'application/pdf']);
    const pages = await pagesOf('lpg-logbook', { from: '2026-04-01' });
    expect(pages).toHaveLength(1);
    for (const text of [
      'Logbook LPG 3 kg',
      'Koperasi Desa Merah Putih Sukamaju',
      '1 April 2026 s.d. 15 April 2026',
      '1 15-04-2026 Sumarni',
      '...0021 Rumah tangga 2 isi ulang',
      'Jumlah 7 tabung',
      'Dibuat oleh',
      'Joko',
      'Lembar 1 dari 1',
    ]) {
      expect(pages.join('')).toContain(text);
    }
  });

  test('of nothing sold says so', async () => {
    expect((await view('lpg-logbook')).opening).toBe('Nihil: tidak ada penjualan pada masa ini.');
    expect((await pagesOf('lpg-logbook')).join('')).toContain('Nihil');
  });
});

describe('the SPHP statement', () => {
  const sellRice = async (bags: number) =>
    valueOf(await siti.till.pay(payment(await ring(siti, SUBSIDISED.sphp, bags))));

  test('received and sold, at which price, and the most that one sale took', async () => {
    await sellRice(2);
    await sellRice(1);
    const statement = await view('sphp-statement');
    expect(statement.title).toBe('Surat pernyataan penjualan Beras SPHP');
    expect(statement.opening).toContain('menyatakan bahwa Beras SPHP pada masa 15 April 2026');
    expect(rowsOf(statement)).toEqual(['15-04-2026 | Beras SPHP 5 kg | 150 | 15 | 2 | 12.500 | 12.500 | 10']);
    expect(sumsOf(statement)).toEqual([
      'Stok awal: 0 kg',
      'Diterima: 150 kg',
      'Terjual: 15 kg',
      'Stok akhir: 135 kg',
      'Pembelian terbanyak dalam satu nota: 10 kg',
      'Harga jual tertinggi: 12.500 /kg',
    ]);
    expect(statement.notes).toEqual(
      expect.arrayContaining([
        'Tidak dijual di atas Rp12.500 per kg, menurut SK Gub 801/2024.',
        'Paling banyak 10 kg dalam satu pembelian, menurut SK Gub 801/2024.',
      ]),
    );
  });

  test('a sale of two products is one sale, which took both', async () => {
    const ratna = await shop.as('Ratna');
    const bag = {
      productId: null,
      name: 'Beras SPHP curah 5 kg',
      brand: '',
      category: 'Sembako',
      unit: 'sak',
      priceRp: 62_500,
      costRp: 55_000,
      plu: '302',
      barcodes: [],
      fractional: false,
      active: true,
    };
    const { productId } = valueOf(await ratna.catalog.save(bag));
    const goods = { productId, programme: 'sphp', measureThousandths: 5_000, cylinder: null };
    valueOf(await ratna.programmes.setGoods(goods));
    await ring(siti, SUBSIDISED.sphp);
    valueOf(await siti.till.pay(payment(await ring(siti, '302'))));
    await nextDay();
    await sellRice(1);
    const statement = await view('sphp-statement', { to: TOMORROW });
    expect(rowsOf(statement)).toContain(' | Jumlah 15 April 2026 | 150 | 10 | 1 |  |  | 10');
    expect(sumsOf(statement)).toContain('Pembelian terbanyak dalam satu nota: 10 kg');
  });

  test('a bag that came back damaged was not sold and is still here', async () => {
    const { saleId } = await sellRice(2);
    const goods = await goodsOf(joko, saleId, { 0: 1_000 });
    const lines = goods.lines.map((line) => ({ ...line, condition: 'damaged' as const }));
    valueOf(await joko.returns.complete(await returning(joko, { ...goods, lines })));
    expect(sumsOf(await view('sphp-statement'))).toEqual(
      expect.arrayContaining(['Stok awal: 0 kg', 'Terjual: 5 kg', 'Stok akhir: 145 kg']),
    );
  });

  test('of a later day begins with what was left', async () => {
    await sellRice(2);
    await nextDay();
    await sellRice(1);
    expect(sumsOf(await view('sphp-statement', { from: TOMORROW, to: TOMORROW }))).toEqual(
      expect.arrayContaining(['Stok awal: 140 kg', 'Diterima: 0 kg', 'Stok akhir: 135 kg']),
    );
    expect(sumsOf(await view('sphp-statement'))).toEqual(
      expect.arrayContaining(['Terjual: 10 kg', 'Stok akhir: 140 kg']),
    );
  });
});

/** What the list of farmers gives, from a date up to the end of the year. */
const seasonOf = (programme: string, validFrom: string): RuleDraft => ({
  ...RULE,
  programme,
  kind: 'quota',
  validFrom,
  validTo: '2026-12-31',
  subject: 'nik',
  category: null,
  window: 'season',
  limitThousandths: null,
  effect: 'block',
});

/** The shop sells urea to farmers on the list, Rp1.800 a kilo, in bags of 50 kg. */
const sellUrea = async (): Promise<string> => {
  const ratna = await shop.as('Ratna');
  const { productId } = valueOf(
    await ratna.catalog.save({
      productId: null,
      name: 'Pupuk urea 50 kg',
      brand: '',
      category: 'Pupuk',
      unit: 'sak',
      priceRp: 90_000,
      costRp: 85_000,
      plu: '301',
      barcodes: [],
      fractional: false,
      active: true,
    }),
  );
  const programme = 'urea';
  valueOf(await ratna.programmes.saveProgramme({ programme, name: 'Urea', unit: 'kg', active: true }));
  await addRule(shop, { ...RULE, programme, kind: 'price', priceKind: 'het', amountRp: 1_800 });
  await addRule(shop, {
    ...RULE,
    programme,
    kind: 'access',
    identity: 'farmer',
    categories: [],
    proxyAllowed: true,
    resaleForbidden: true,
    mixingForbidden: false,
    system: 'i-pubers',
    purpose: 'Penyaluran pupuk bersubsidi',
    retentionDays: 730,
  });
  await addRule(shop, seasonOf(programme, '2026-01-01'));
  valueOf(
    await ratna.programmes.setGoods({ productId, programme, measureThousandths: 50_000, cylinder: null }),
  );
  return programme;
};

describe('register pupuk', () => {
  /** Sumarni is on the list, for 250 kg. */
  const allot = async (programme: string) =>
    valueOf(
      await joko.subsidy.saveRegistration({
        registrationId: sumarni,
        name: 'Sumarni',
        address: 'Dusun Krajan',
        categories: ['rumah-tangga'],
        farmer: true,
        allotments: [{ programme, quantityThousandths: 250_000 }],
      }),
    );

  const sell = async (bags: number, proxyRegistrationId: string | null) => {
    await ring(siti, '301', bags);
    const ticket = valueOf(await siti.till.setSubsidyBuyer({ registrationId: sumarni, proxyRegistrationId }));
    return valueOf(await siti.till.pay(payment(ticket)));
  };

  test('what is left goes on where the rule of the season is replaced', async () => {
    const programme = await sellUrea();
    await allot(programme);
    await addRule(shop, seasonOf(programme, TOMORROW));
    await sell(2, null);
    await nextDay();
    await sell(1, null);
    const rows = rowsOf(await view('fertiliser-register', { to: TOMORROW }));
    expect(rows.map((row) => row.split(' | ').at(-1))).toEqual(['150', '100']);
  });

  test('who received how much, who fetched it, and what is left of the allotment', async () => {
    await allot(await sellUrea());
    await sell(2, null);
    await nextDay();
    await sell(1, paimin);
    const register = await view('fertiliser-register', { to: TOMORROW });
    expect(rowsOf(register).map((row) => row.replace(/SKM01-1-\d+/, 'NOTA'))).toEqual([
      '1 | 15-04-2026 | NOTA | Sumarni | ...0021 | sendiri | Urea | 100 | kg | 1.800 | 180.000 | 150',
      '2 | 16-04-2026 | NOTA | Sumarni | ...0021 | Paimin ...0007 | Urea | 50 | kg | 1.800 | 90.000 | 100',
    ]);
    expect(sumsOf(register)).toEqual(['Jumlah Urea: 150 kg', 'Jumlah rupiah: 270.000']);
    const [page = ''] = await pagesOf('fertiliser-register', { to: TOMORROW });
    for (const text of ['Tanda tangan', 'Paimin ...0007', 'Sisa alokasi', 'Jumlah Urea 150 kg']) {
      expect(page).toContain(text);
    }
  });
});

describe('the price board', () => {
  test('price, HET or programme price, decree and since when; tomorrow’s decree is tomorrow’s board', async () => {
    await addRule(shop, { ...hetOf(17_500, TOMORROW), decree: 'SK Gub 12/2026' });
    const board = await view('price-board');
    expect(rowsOf(board)).toEqual([
      'Beras SPHP 5 kg | sak | 62.500 | Harga program | 62.500 | SK Gub 801/2024 | 15-01-2025',
      'LPG 3 kg isi ulang | tabung | 18.000 | HET | 18.000 | SK Gub 801/2024 | 15-01-2025',
      'Minyakita 1 L | botol | 15.700 | HET | 15.700 | SK Gub 801/2024 | 15-01-2025',
    ]);
    expect(rowsOf(await view('price-board', { from: TOMORROW, to: TOMORROW }))).toContain(
      'LPG 3 kg isi ulang | tabung | 17.500 | HET | 17.500 | SK Gub 12/2026 | 16-04-2026',
    );
    const [page = ''] = await pagesOf('price-board');
    for (const text of ['Daftar harga', 'Minyakita 1 L', 'Rp15.700', 'HET Rp18.000', 'SK Gub 801/2024']) {
      expect(page).toContain(text);
    }
  });
});

describe('a spreadsheet', () => {
  test('has figures that can be counted with and dates that are dates', async () => {
    await sellLpg(siti, sumarni, 2);
    const { content, fileName } = await fileOf('lpg-logbook', 'xlsx');
    expect(fileName).toBe('logbook-lpg-2026-04-15.xlsx');
    const rows = await readSheet(content);
    const head = rows.findIndex(([first]) => first === 'No.');
    expect(rows[head]).toEqual([
      'No.',
      'Tanggal',
      'Nama',
      'Alamat',
      'NIK',
      'Kategori',
      'Jumlah',
      'Jenis',
      'Agen',
    ]);
    expect(rows[head + 1]).toEqual([
      1,
      new Date(`${TODAY}T00:00:00Z`),
      'Sumarni',
      'RT 03 RW 01 Sukamaju',
      '...0021',
      'Rumah tangga',
      2,
      'isi ulang',
      'stok gerai',
    ]);
  });

  test('never takes a name for a formula', async () => {
    const formula = '=HYPERLINK("http://x","klik")';
    const registered = { ...registering('Karjo'), name: formula, address: '+62,@SUM(1)' };
    const { registrationId } = valueOf(await siti.subsidy.register(registered));
    await sellLpg(siti, registrationId, 1);
    const rows = await readSheet((await fileOf('lpg-logbook', 'xlsx')).content);
    expect(rows.flat()).toEqual(expect.arrayContaining([formula, '+62,@SUM(1)']));
  });
});

test('whoever was erased stays in the register as somebody who was, and a kasir gets no register', async () => {
  await sellLpg(siti, sumarni, 1);
  const ratna = await shop.as('Ratna');
  valueOf(await ratna.subsidy.erase({ registrationId: sumarni }));
  expect((await view('lpg-logbook')).rows[0]?.cells.slice(2, 5)).toEqual(['(data dihapus)', '', '']);
  expect(refusalOf(await siti.registers.view(asked('lpg-logbook'))).code).toBe('permission.denied');
  expect(refusalOf(await joko.registers.view(asked('lpg-logbook', { to: '2027-06-01' }))).code).toBe(
    'request.malformed',
  );
});

test('no register has a whole number in it, in whatever form; and one planted would be found', async () => {
  await sellLpg(siti, sumarni, 1);
  const planted = VILLAGERS.Paimin.nik;
  const { registrationId } = valueOf(
    await siti.subsidy.register({ ...registering('Karjo'), name: `Karjo ${planted}` }),
  );
  await sellWith(registrationId, 1, 'deposit');
  const registers = ['lpg-logbook', 'sphp-statement', 'fertiliser-register', 'price-board'] as const;
  const places = await Promise.all(
    registers.map(async (register) => {
      const onScreen = Buffer.from(JSON.stringify(await view(register)));
      const files = [await fileOf(register, 'pdf'), await fileOf(register, 'xlsx')];
      return [
        { name: `${register} on the screen`, bytes: onScreen },
        ...files.map(({ fileName, content }) => ({ name: fileName, bytes: content })),
      ];
    }),
  );
  const found = (...digits: string[]) => findNumbers(new Set(digits), places.flat());
  const { Sumarni, Karjo } = VILLAGERS;
  expect(found(Sumarni.nik, Sumarni.kk, Karjo.nik, Karjo.kk)).toEqual([]);
  // A name gives one away: it stands on the screen, on the paper and in the spreadsheet.
  expect(new Set(found(planted).map(({ place }) => place))).toEqual(
    new Set(['lpg-logbook on the screen', 'logbook-lpg-2026-04-15.pdf', 'logbook-lpg-2026-04-15.xlsx']),
  );
  expect(await subsidisedId(shop, SUBSIDISED.lpg)).toBeDefined();
});
