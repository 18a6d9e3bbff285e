import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { KeyingDifference, KeyingRow } from '../../../shared/contract/keying.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import { recordsOf, recordsOfType } from '../../../test/support/journal.ts';
import { findNumbers, placesIn } from '../../../test/support/number-search.ts';
import { grouped, registering } from '../../../test/support/registering.ts';
import { goodsOf, returning } from '../../../test/support/returning.ts';
import { openShift, payment, SmallShop } from '../../../test/support/small-shop.ts';
import {
  registerVillager,
  ring,
  sellLpg,
  sellSubsidised,
  SUBSIDISED,
  VILLAGERS,
} from '../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../test/support/till.ts';

const TODAY = '2026-04-15';
const DAY = 24 * 3_600_000;
const { Sumarni, Paimin } = VILLAGERS;
/** Nobody has this number here. */
const NOBODYS = '3507013112990099';

let shop: SmallShop;
let siti: TillClient;
let joko: TillClient;
let sumarni: string;
let paimin: string;

beforeEach(async () => {
  shop = await SmallShop.open();
  await sellSubsidised(shop);
  siti = await shop.as('Siti');
  joko = await shop.as('Joko');
  await openShift(siti);
  sumarni = (await registerVillager(siti, 'Sumarni')).registrationId;
  paimin = (await registerVillager(siti, 'Paimin')).registrationId;
});

afterEach(() => shop.close());

type QueueInput = Parameters<TillClient['keying']['queue']>[0];
const queue = async (input: QueueInput = {}) => valueOf(await joko.keying.queue(input));
const rows = async (input: QueueInput = {}): Promise<KeyingRow[]> => (await queue(input)).rows;

const lineIn = ({ saleId, lineId }: KeyingRow) => ({ saleId, lineId });
const markAll = async (status: 'belum' | 'sudah' | 'beda', note = '') =>
  joko.keying.mark({ lines: (await rows()).map(lineIn), status, note });

const giveBack = async (saleId: string, pieces: number) =>
  valueOf(
    await joko.returns.complete(await returning(joko, await goodsOf(joko, saleId, { 0: pieces * 1_000 }))),
  );

const sellRice = async (bags: number) =>
  valueOf(await siti.till.pay(payment(await ring(siti, SUBSIDISED.sphp, bags))));

describe('the queue', () => {
  test('every sale that another system asks for stands there; what none asks for does not', async () => {
    await sellLpg(siti, sumarni, 2);
    await sellRice(2);
    valueOf(await siti.till.pay(payment(await ring(siti, SUBSIDISED.oil))));
    const { rows: all, counts, total } = await queue();
    expect(total).toBe(2);
    expect(all).toMatchObject([
      {
        system: 'map',
        date: TODAY,
        programmeName: 'LPG 3 kg',
        unit: 'tabung',
        quantityThousandths: 2_000,
        registrationId: sumarni,
        buyer: { name: 'Sumarni', lastFour: '0021' },
        status: 'belum',
        keyedThousandths: null,
      },
      { system: 'klik-sphp', unit: 'kg', quantityThousandths: 10_000, registrationId: null },
    ]);
    expect(all[0]?.receipt).toMatch(/^SKM01-1-\d{4}$/);
    expect(counts).toEqual([
      { system: 'klik-sphp', belum: 1, sudah: 0, beda: 0, belumThousandths: 10_000, oldestBelum: TODAY },
      { system: 'map', belum: 1, sudah: 0, beda: 0, belumThousandths: 2_000, oldestBelum: TODAY },
    ]);
    expect(await rows({ system: 'map' })).toHaveLength(1);
    expect(await rows({ from: '2026-04-16' })).toHaveLength(0);
  });

  test('a kasir keys it by four digits and sees no name', async () => {
    await sellLpg(siti, sumarni);
    const [row] = valueOf(await siti.keying.queue({})).rows;
    expect(row?.buyer).toEqual({ name: '', nameState: 'hidden', lastFour: '0021' });
  });

  test('what is keyed is marked, what differs says how, and both can be taken back', async () => {
    await sellLpg(siti, sumarni);
    expect(valueOf(await siti.keying.mark({ lines: (await rows()).map(lineIn), status: 'sudah' }))).toEqual({
      marked: 1,
    });
    expect(await rows({ status: 'belum' })).toEqual([]);
    expect(await rows()).toMatchObject([{ status: 'sudah', keyedThousandths: 1_000 }]);
    expect(refusalOf(await markAll('beda')).code).toBe('keying.note-required');
    valueOf(await markAll('beda', 'NIK ditolak MAP'));
    expect(await rows({ status: 'beda' })).toMatchObject([{ note: 'NIK ditolak MAP' }]);
    valueOf(await markAll('belum'));
    expect(await rows()).toMatchObject([{ status: 'belum', keyedThousandths: null }]);
  });

  test('of what differs by hand as much stands there as somebody said before, and nothing where nobody did', async () => {
    await sellLpg(siti, sumarni, 2);
    valueOf(await markAll('beda', 'NIK ditolak MAP'));
    expect(await rows()).toMatchObject([{ status: 'beda', quantityThousandths: 2_000, keyedThousandths: 0 }]);
    valueOf(await markAll('sudah'));
    valueOf(await markAll('beda', 'tanggalnya keliru'));
    expect(await rows()).toMatchObject([{ status: 'beda', keyedThousandths: 2_000 }]);
  });

  test('a note takes no number, not even of somebody who never registered; a reference may be as long', async () => {
    await sellLpg(siti, sumarni);
    for (const note of [`NIK ${NOBODYS} ditolak`, grouped(NOBODYS)]) {
      expect(refusalOf(await markAll('beda', note)).code).toBe('identity.in-note');
    }
    expect(await rows()).toMatchObject([{ status: 'belum' }]);
    const lines = (await rows()).map(lineIn);
    valueOf(await joko.keying.mark({ lines, status: 'sudah', reference: '2026041508120001' }));
  });

  test('what all comes back before it is keyed has nothing to be keyed; what was keyed stands there differently', async () => {
    const first = await sellLpg(siti, sumarni, 2);
    await giveBack(first, 1);
    expect(await rows()).toMatchObject([{ quantityThousandths: 1_000, status: 'belum' }]);
    await giveBack(first, 1);
    expect(await rows()).toEqual([]);
    const second = await sellLpg(siti, paimin, 2);
    valueOf(await markAll('sudah'));
    await giveBack(second, 1);
    expect(await rows()).toMatchObject([
      { status: 'beda', quantityThousandths: 1_000, keyedThousandths: 2_000 },
    ]);
    expect((await queue()).counts).toMatchObject([{ belum: 0, sudah: 0, beda: 1 }]);
    valueOf(await markAll('sudah'));
    expect(await rows()).toMatchObject([{ status: 'sudah', keyedThousandths: 1_000 }]);
  });

  test('a line that no system asks for can’t be marked', async () => {
    const { saleId } = valueOf(await siti.till.pay(payment(await ring(siti, SUBSIDISED.oil))));
    const lines = [{ saleId, lineId: sumarni }];
    expect(refusalOf(await joko.keying.mark({ lines, status: 'sudah' })).code).toBe('keying.line-unknown');
  });
});

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));
const compare = (
  content: Uint8Array,
  system: 'map' | 'klik-sphp' = 'map',
  { from, to } = { from: TODAY, to: TODAY },
) =>
  joko.keying.compare({
    system,
    from,
    to,
    fileName: 'transaksi.csv',
    contentBase64: Buffer.from(content).toString('base64'),
  });

const brief = ({ kind, lastFour, oursThousandths, theirsThousandths }: KeyingDifference) =>
  [kind, lastFour, oursThousandths / 1_000, theirsThousandths / 1_000].join(' ');

const MAP_FILE = csv(
  'Laporan Transaksi MAP;;;',
  'Pangkalan: KDMP Sukamaju;;;',
  'No;Tanggal Transaksi;NIK;Nama;Jenis Produk;Jumlah (tabung)',
  `1;15/04/2026 08:12;${Sumarni.nik};SUMARNI;LPG 3 KG;2`,
  `2;15/04/2026 09:40;${Paimin.nik};PAIMIN;LPG 3 KG;1`,
  '3;15/04/2026 11:05;3507013112990099;ORANG LAIN;LPG 3 KG;1',
  ';;;;Jumlah;4',
);

describe('a file from the other system', () => {
  test('is held against what was sold: missing, extra, different', async () => {
    await sellLpg(siti, sumarni, 2);
    await sellLpg(siti, paimin, 2);
    const result = valueOf(await compare(MAP_FILE));
    expect(result).toMatchObject({
      by: 'nik',
      rows: 3,
      outside: 0,
      ours: 2,
      matched: 1,
      differenceCount: 2,
      problemCount: 0,
    });
    expect(result.differences.map(brief)).toEqual(['different 0007 2 1', 'extra 0099 0 1']);
    expect(result.differences[0]).toMatchObject({ fileLine: 5, programmeName: 'LPG 3 kg' });
    expect(result.columns.map(({ field }) => field)).toEqual([
      null,
      'date',
      'nik',
      null,
      'product',
      'quantity',
    ]);
  });

  test('as a spreadsheet, with hidden digits, another order of columns and dates that are dates', async () => {
    await sellLpg(siti, sumarni, 1);
    await sellLpg(siti, paimin, 1);
    const sheet: SheetData = [
      ['Qty', 'NIK', 'Tanggal'],
      [1, '3507********0021', new Date('2026-04-15T00:00:00Z')],
      [1, '3507********0008', new Date('2026-04-15T00:00:00Z')],
    ];
    const result = valueOf(
      await compare(await writeExcelFile(sheet, { dateFormat: 'dd/mm/yyyy' }).toBuffer()),
    );
    expect(result).toMatchObject({ by: 'last-four', matched: 1 });
    expect(result.differences.map(brief)).toEqual(['missing 0007 1 0', 'extra 0008 0 1']);
  });

  test('of a system that asks nobody’s number is compared by date and quantity', async () => {
    await sellRice(2);
    await sellRice(1);
    const file = csv('Tanggal,Kuantum (kg)', '2026-04-15,5', '2026-04-15,10', '2026-04-14,50');
    expect(valueOf(await compare(file, 'klik-sphp'))).toMatchObject({
      by: 'date',
      ours: 2,
      matched: 2,
      rows: 2,
      outside: 1,
      differences: [],
    });
  });

  test('a row of the day after is of that day’s own sale, and not of one before that nobody keyed', async () => {
    await sellLpg(siti, paimin, 1);
    shop.till.clock.pass(DAY);
    await sellLpg(siti, paimin, 1);
    const result = valueOf(await compare(csv('Tanggal,NIK,Jumlah', `2026-04-16,${Paimin.nik},1`)));
    expect(result).toMatchObject({ ours: 1, matched: 0, rows: 0, outside: 1 });
    expect(result.differences).toMatchObject([{ kind: 'missing', date: TODAY }]);
  });

  test('a row that was keyed late for the time before is nothing extra, and of no sale after it', async () => {
    await sellLpg(siti, paimin, 1);
    shop.till.clock.pass(2 * DAY);
    await sellLpg(siti, paimin, 1);
    const late = csv('Tanggal,NIK,Jumlah', `2026-04-16,${Paimin.nik},1`);
    const result = valueOf(await compare(late, 'map', { from: '2026-04-16', to: '2026-04-17' }));
    expect(result).toMatchObject({ ours: 1, matched: 0, rows: 1 });
    expect(result.differences).toMatchObject([{ kind: 'missing', date: '2026-04-17' }]);
  });

  test('has the number that was put right since: what was sold under the mistyped one is found by it', async () => {
    const { nik } = VILLAGERS.Karjo;
    const mistyped = { ...registering('Karjo'), nik: NOBODYS };
    const { registrationId } = valueOf(await siti.subsidy.register(mistyped));
    await sellLpg(siti, registrationId, 1);
    const right = { registrationId, name: 'Karjo', address: '', categories: ['rumah-tangga' as const], nik };
    valueOf(await joko.subsidy.saveRegistration(right));
    const file = csv('Tanggal,NIK,Jumlah', `15/04/2026,${nik},1`);
    expect(valueOf(await compare(file))).toMatchObject({ matched: 1, differences: [] });
  });

  test('lines that can’t be read are told by their line, never by what stands there', async () => {
    await sellLpg(siti, sumarni, 1);
    const file = csv(
      'Tanggal,NIK,Jumlah',
      `15/04/2026,${Sumarni.nik},1`,
      `kemarin,${Paimin.nik},1`,
      `15/04/2026,${Paimin.nik.slice(1)},1`,
      `15/04/2026,${Paimin.nik},banyak`,
    );
    const reply = await compare(file);
    expect(valueOf(reply).problems).toEqual([
      { line: 3, code: 'date-unreadable' },
      { line: 4, code: 'nik-unreadable' },
      { line: 5, code: 'quantity-unreadable' },
    ]);
    expect(JSON.stringify(reply)).not.toMatch(/\d{15}/);
  });

  test('numbers that a spreadsheet has rounded are told, not taken for other people', async () => {
    await sellLpg(siti, sumarni, 1);
    const rounded = (nik: string) => Number(`${nik.slice(0, 15)}0`);
    const sheet: SheetData = [
      ['Tanggal', 'NIK', 'Jumlah'],
      ...[Sumarni, Paimin, VILLAGERS.Karjo].map(({ nik }) => ['15/04/2026', rounded(nik), 1]),
    ];
    const result = valueOf(await compare(await writeExcelFile(sheet).toBuffer()));
    expect(result).toMatchObject({ problemCount: 3, rows: 0, matched: 0 });
    expect(result.problems[0]).toEqual({ line: 2, code: 'nik-unreadable' });
  });

  test.each([
    ['no table at all', csv('Selamat pagi'), 'import.columns-missing'],
    ['no quantity', csv('Tanggal,NIK,Nama', `15/04/2026,${Sumarni.nik},A`), 'import.columns-missing'],
    ['nothing below its head', csv('Tanggal,NIK,Jumlah'), 'import.empty'],
    ['nothing', csv(''), 'import.empty'],
    ['another encoding', Buffer.from('Tanggal,NIK,Jumlah,Nam\xe9', 'latin1'), 'import.not-utf8'],
    ['a damaged spreadsheet', Buffer.from('PK\u0003\u0004nonsense'), 'import.unreadable'],
  ])('with %s is refused in words, and nothing is kept of it', async (_, content, code) => {
    const before = recordsOf(shop.till.dir.path).length;
    expect(refusalOf(await compare(content)).code).toBe(code);
    expect(recordsOf(shop.till.dir.path)).toHaveLength(before);
  });
});

describe('writing a comparison down', () => {
  test('marks what fits and what differs, with an explanation for each', async () => {
    await sellLpg(siti, sumarni, 2);
    await sellLpg(siti, paimin, 2);
    const { comparisonId } = valueOf(await compare(MAP_FILE));
    const save = (...explanations: string[]) => joko.keying.saveComparison({ comparisonId, explanations });
    expect(refusalOf(await save('salah ketik')).code).toBe('keying.unexplained');
    expect(valueOf(await save('salah ketik', 'pembeli gerai lain'))).toEqual({ comparisonId, marked: 2 });
    expect(await rows()).toMatchObject([
      { registrationId: sumarni, status: 'sudah', keyedThousandths: 2_000 },
      { registrationId: paimin, status: 'beda', keyedThousandths: 1_000, note: 'salah ketik' },
    ]);
    expect(valueOf(await joko.keying.comparisons({}))).toMatchObject([
      {
        comparisonId,
        by: 'Joko',
        system: 'map',
        fileName: 'transaksi.csv',
        rows: 3,
        matched: 1,
        differences: [
          { kind: 'different', explanation: 'salah ketik' },
          { kind: 'extra', receipt: '', explanation: 'pembeli gerai lain' },
        ],
      },
    ]);
    // It is written down once; a second time nobody knows it any more.
    expect(refusalOf(await save('salah ketik', 'pembeli gerai lain')).code).toBe('keying.comparison-gone');
  });

  test('what was said to stand there and is missing differs now; what was not is still to be keyed', async () => {
    await sellLpg(siti, sumarni, 1);
    valueOf(await markAll('sudah'));
    await sellLpg(siti, paimin, 1);
    const { comparisonId, differences, willMark } = valueOf(
      await compare(csv('Tanggal,NIK,Jumlah', '15/04/2026,3507013112990099,1')),
    );
    expect(willMark).toEqual({ done: 0, different: 1, unkeyed: 1, wereDifferent: [] });
    expect(differences.map(({ kind }) => kind)).toEqual(['missing', 'missing', 'extra']);
    const explanations = ['gagal kirim', 'belum dicatat', 'bukan dari gerai ini'];
    expect(valueOf(await joko.keying.saveComparison({ comparisonId, explanations })).marked).toBe(1);
    expect((await rows()).map(({ status }) => status)).toEqual(['beda', 'belum']);
  });

  test('what came back between comparing and writing down was not compared: it stands there differently', async () => {
    const saleId = await sellLpg(siti, sumarni, 2);
    const file = csv('Tanggal,NIK,Jumlah', `15/04/2026,${Sumarni.nik},2`);
    const { comparisonId } = valueOf(await compare(file));
    await giveBack(saleId, 1);
    valueOf(await joko.keying.saveComparison({ comparisonId, explanations: [] }));
    expect(await rows()).toMatchObject([
      { status: 'beda', quantityThousandths: 1_000, keyedThousandths: 2_000 },
    ]);
  });

  test('takes no number in an explanation, and can be written down without it', async () => {
    await sellLpg(siti, sumarni, 2);
    const { comparisonId } = valueOf(await compare(csv('Tanggal,NIK,Jumlah', `15/04/2026,${NOBODYS},1`)));
    const save = (...explanations: string[]) => joko.keying.saveComparison({ comparisonId, explanations });
    const refused = await save('belum dicatat', `salah orang: ${grouped(NOBODYS)}`);
    expect(refusalOf(refused).code).toBe('identity.in-note');
    expect(recordsOfType(shop, 'external-compared/1')).toEqual([]);
    valueOf(await save('belum dicatat', 'salah orang'));
  });

  test('a line that was marked beda by hand and fits is pointed out before it is sudah', async () => {
    await sellLpg(siti, sumarni, 1);
    valueOf(await markAll('beda', 'ditolak MAP'));
    const [line] = await rows();
    const { willMark } = valueOf(await compare(csv('Tanggal,NIK,Jumlah', `15/04/2026,${Sumarni.nik},1`)));
    expect(willMark).toEqual({ done: 1, different: 0, unkeyed: 0, wereDifferent: [line?.receipt] });
  });

  test('is the pengelola’s, and is forgotten with the next one', async () => {
    await sellLpg(siti, sumarni, 2);
    const { comparisonId } = valueOf(await compare(MAP_FILE));
    await compare(MAP_FILE);
    const explanations = ['a', 'b'];
    expect(refusalOf(await joko.keying.saveComparison({ comparisonId, explanations })).code).toBe(
      'keying.comparison-gone',
    );
    expect(refusalOf(await siti.keying.saveComparison({ comparisonId, explanations })).code).toBe(
      'permission.denied',
    );
  });
});

test('no number of the file is anywhere on the till’s disk, in its records or its log', async () => {
  await sellLpg(siti, sumarni, 2);
  const { comparisonId, differences } = valueOf(await compare(MAP_FILE));
  const explanations = differences.map(() => 'sudah diperiksa');
  valueOf(await joko.keying.saveComparison({ comparisonId, explanations }));
  const numbers = new Set([Sumarni.nik, Paimin.nik, '3507013112990099']);
  expect(findNumbers(numbers, placesIn(shop.till.dir.path))).toEqual([]);
  expect(JSON.stringify(recordsOfType(shop, 'external-compared/1'))).not.toMatch(/\d{16}/);
});
