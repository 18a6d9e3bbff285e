import { businessDateSchema } from '../../shared/domain/business-date.ts';
import { rupiah } from '../../shared/domain/money.ts';
import { evaluate } from '../../shared/domain/programmes/evaluate.ts';
import {
  NOBODY,
  type Here,
  type ProgrammeLine,
  type ProgrammeUse,
  type SubsidyBuyer,
} from '../../shared/domain/programmes/judged.ts';
import { priceRuleInForce, ruleBook, type RuleBook } from '../../shared/domain/programmes/rules-in-force.ts';
import {
  consumerCategorySchema,
  programmeRuleSchema,
  type ProgrammeRule,
} from '../../shared/domain/programmes/rules.ts';
import type { Verdict } from '../../shared/domain/programmes/verdict.ts';
import { tableOf, wholeNumber, type CaseRow, type CaseTables } from './case-table.ts';

/** The rules, places and people of a file of cases, and its baskets judged. */
export interface CaseOffice {
  readonly rules: readonly ProgrammeRule[];
  /** What the rules say of a row's basket, and the price they name for its first line. */
  judge(row: CaseRow): { readonly verdict: Verdict; readonly priceRp: number | null };
}

/** Minutes east of UTC, as the zones are called. */
const ZONES: ReadonlyMap<string, number> = new Map([
  ['WIB', 420],
  ['WITA', 480],
  ['WIT', 540],
]);

type Place = Omit<Here, 'at' | 'businessDate'>;

/** Reads the tables `program`, `tempat`, `harga`, `syarat`, `jatah` and `orang`. */
export function officeOfCases(tables: CaseTables): CaseOffice {
  const programmes = new Map(
    tableOf(tables, 'program').rows.map((row) => [row.text('program'), codeOf(row.text('program'))]),
  );
  const rules = ['harga', 'syarat', 'jatah'].flatMap((kind, number) =>
    tableOf(tables, kind).rows.map((row, index) =>
      ruleOf(kind, row, uuid(number + 1, index + 1), programmes),
    ),
  );
  const places = named(tables, 'tempat', placeOf);
  const people = named(tables, 'orang', (row, index) => personOf(row, index, programmes));
  const book = ruleBook(rules);
  return { rules, judge: (row) => judged(row, book, programmes, places, people) };
}

function named<T>(
  tables: CaseTables,
  table: string,
  read: (row: CaseRow, index: number) => T,
): ReadonlyMap<string, T> {
  return new Map(tableOf(tables, table).rows.map((row, index) => [row.text(table), read(row, index)]));
}

function found<T>(row: CaseRow, map: ReadonlyMap<string, T>, name: string, table: string): T {
  const value = map.get(name);
  if (value === undefined) throw row.wrong(`tidak ada "${name}" di tabel [${table}]`);
  return value;
}

/** Ids only have to be well formed and each its own. */
function uuid(kind: number, count: number): string {
  return `${String(kind).padStart(8, '0')}-0000-7000-8000-${String(count).padStart(12, '0')}`;
}

function codeOf(name: string): string {
  return name.toLowerCase();
}

function yes(row: CaseRow, column: string): boolean {
  const word = row.text(column);
  if (word !== 'ya' && word !== 'tidak')
    throw row.wrong(`"${word}" di kolom "${column}" bukan ya atau tidak`);
  return word === 'ya';
}

function quantityIn(row: CaseRow, text: string): number {
  const parts = /^(?<whole>\d+)(?:,(?<rest>\d{1,3}))?$/.exec(text)?.groups;
  if (parts === undefined) throw row.wrong(`"${text}" bukan jumlah seperti 12 atau 1,25`);
  return Number(parts['whole']) * 1000 + Number((parts['rest'] ?? '').padEnd(3, '0'));
}

function ruleOf(
  kind: string,
  row: CaseRow,
  ruleId: string,
  programmes: ReadonlyMap<string, string>,
): ProgrammeRule {
  const rule = {
    ruleId,
    programme: found(row, programmes, row.text('program'), 'program'),
    region: row.text('wilayah'),
    zone: kind === 'harga' && row.text('zona') !== '' ? row.whole('zona') : null,
    sellerTier: kind === 'harga' ? row.text('penjual') : '',
    validFrom: row.text('sejak'),
    validTo: row.text('sampai') || null,
    decree: row.text('keputusan'),
    source: 'store',
    active: kind === 'harga' ? yes(row, 'aktif') : true,
    ...saysOf(kind, row),
  };
  const read = programmeRuleSchema.safeParse(rule);
  if (!read.success) throw row.wrong(`aturan ini tidak lengkap: ${read.error.message}`);
  return read.data;
}

/** Words of the file, and what they are in a rule. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['HET', 'het'],
  ['HAP', 'hap'],
  ['program', 'program'],
  ['tidak ditanya', 'none'],
  ['NIK', 'nik'],
  ['KK', 'kk'],
  ['anggota', 'member'],
  ['petani', 'farmer'],
  ['rumah tangga', 'rumah-tangga'],
  ['usaha mikro', 'usaha-mikro'],
  ['petani sasaran', 'petani-sasaran'],
  ['nelayan sasaran', 'nelayan-sasaran'],
  ['hari', 'day'],
  ['minggu', 'week'],
  ['bulan', 'month'],
  ['musim', 'season'],
  ['tolak', 'block'],
  ['ingat', 'warn'],
]);

function wordIn(row: CaseRow, text: string): string {
  const word = WORDS.get(text);
  if (word === undefined) throw row.wrong(`"${text}" tidak dikenal`);
  return word;
}

function saysOf(kind: string, row: CaseRow): object {
  const word = (column: string) => wordIn(row, row.text(column));
  switch (kind) {
    case 'harga':
      return { kind: 'price', priceKind: word('jenis'), amountRp: row.whole('per satuan') };
    case 'syarat':
      return {
        kind: 'access',
        identity: word('identitas'),
        categories: row.list('untuk').map((category) => wordIn(row, category)),
        proxyAllowed: yes(row, 'wakil'),
        resaleForbidden: !yes(row, 'jual lagi'),
        mixingForbidden: !yes(row, 'dicampur'),
        system: null,
        purpose: '',
        retentionDays: 365,
      };
    default: {
      const limit = row.text('batas');
      return {
        kind: 'quota',
        subject: row.text('per') === 'nota' ? 'anyone' : word('per'),
        category: row.text('kategori') === '' ? null : word('kategori'),
        window: row.text('jangka') === 'nota' ? 'sale' : word('jangka'),
        limitThousandths: limit === 'alokasi' ? null : quantityIn(row, limit),
        effect: word('akibat'),
      };
    }
  }
}

function placeOf(row: CaseRow): Place {
  return {
    region: row.text('wilayah'),
    zone: row.text('zona') === '' ? null : row.whole('zona'),
    sellerTier: row.text('penjual'),
    offsetMinutes: found(row, ZONES, row.text('waktu'), 'tempat'),
  };
}

function personOf(row: CaseRow, index: number, programmes: ReadonlyMap<string, string>): SubsidyBuyer {
  const category = row.text('kategori');
  return {
    registrationId: uuid(7, index + 1),
    nikKey: `nik ${row.text('orang')}`,
    kkKey: row.text('KK') || null,
    memberId: yes(row, 'anggota') ? uuid(8, index + 1) : null,
    category: category === '' ? null : consumerCategorySchema.parse(wordIn(row, category)),
    farmer: yes(row, 'petani'),
    allotments: row.list('alokasi').map((entry) => {
      const [count = '', name = ''] = entry.split(' ');
      const programme = found(row, programmes, name, 'program');
      return { programme, quantityThousandths: quantityIn(row, count) };
    }),
    institutional: yes(row, 'lembaga'),
    proxy: null,
  };
}

function judged(
  row: CaseRow,
  book: RuleBook,
  programmes: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, Place>,
  people: ReadonlyMap<string, SubsidyBuyer>,
): ReturnType<CaseOffice['judge']> {
  const here = hereOf(row, found(row, places, row.text('tempat'), 'tempat'));
  const basket = row.list('keranjang').map((item, index) => lineOf(row, item, index, programmes));
  const history = row.list('riwayat').map((entry) => useOf(row, entry, programmes, people));
  const person = row.text('pembeli');
  const fetcher = row.text('diambil oleh');
  const proxy = fetcher === '' ? null : found(row, people, fetcher, 'orang').registrationId;
  const buyer = {
    ...(person === '' ? NOBODY : found(row, people, person, 'orang')),
    proxy: proxy === null ? null : { registrationId: proxy },
  };
  return {
    verdict: evaluate(book, buyer, basket, history, here),
    priceRp: priceRuleInForce(book, basket[0]?.programme ?? '', here)?.amountRp ?? null,
  };
}

const MOMENT = /^(?<date>\d{4}-\d\d-\d\d) (?<hour>\d\d)\.(?<minute>\d\d) (?<zone>WIB|WITA|WIT)$/;

function hereOf(row: CaseRow, place: Place): Here {
  const parts = MOMENT.exec(row.text('waktu'))?.groups;
  if (parts === undefined) throw row.wrong(`"${row.text('waktu')}" bukan waktu seperti 2026-04-15 10.42 WIB`);
  const { date = '', hour = '', minute = '', zone = '' } = parts;
  const at = Date.parse(`${date}T${hour}:${minute}:00Z`) - (ZONES.get(zone) ?? 0) * 60_000;
  return { ...place, at, businessDate: row.text('hari buka') || null };
}

const ITEM = /^(?<count>[\d,]+) (?<name>\S+)(?: @(?<price>[\d.]+))?(?<opened> terbuka)?$/;

/** `2 LPG`, `2 LPG @18.000`, `2,5 SPHP @12.500 terbuka`. */
function lineOf(
  row: CaseRow,
  item: string,
  index: number,
  programmes: ReadonlyMap<string, string>,
): ProgrammeLine {
  const parts = ITEM.exec(item)?.groups;
  if (parts === undefined) throw row.wrong(`"${item}" bukan jumlah dan barang program`);
  const { count = '', name = '', price } = parts;
  const quantityThousandths = quantityIn(row, count);
  const perUnit = price === undefined ? null : wholeNumber(price);
  if (perUnit === undefined) throw row.wrong(`"${price}" bukan harga`);
  return {
    lineId: uuid(9, index + 1),
    programme: found(row, programmes, name, 'program'),
    quantityThousandths,
    whole: parts['opened'] === undefined,
    chargedRp: perUnit === null ? null : rupiah((perUnit * quantityThousandths) / 1000),
  };
}

const USE =
  /^(?<date>\d{4}-\d\d-\d\d) (?<name>.+?) (?<count>[\d,]+) (?<programme>\S+)(?: kembali (?<back>[\d,]+))?(?<elsewhere> gerai lain)?$/;

/** `2026-04-13 Sumarni 2 LPG`, `… kembali 1`, `… gerai lain`. */
function useOf(
  row: CaseRow,
  entry: string,
  programmes: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, SubsidyBuyer>,
): ProgrammeUse {
  const parts = USE.exec(entry)?.groups;
  if (parts === undefined) throw row.wrong(`"${entry}" bukan tanggal, orang, jumlah dan barang program`);
  const { date = '', name = '', count = '', programme = '', back = '0' } = parts;
  const { nikKey, kkKey, memberId, category } = found(row, people, name, 'orang');
  return {
    programme: found(row, programmes, programme, 'program'),
    // A date that no calendar has is a slip in the file.
    date: businessDateSchema.parse(date),
    quantityThousandths: quantityIn(row, count) - quantityIn(row, back),
    nikKey,
    kkKey,
    memberId,
    category,
    elsewhere: parts['elsewhere'] !== undefined,
  };
}
