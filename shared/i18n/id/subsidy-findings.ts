import type { ErrorParams } from '../../contract/wire.ts';
import type { ConsumerCategory } from '../../domain/programmes/rules.ts';
import type { FindingCode } from '../../domain/programmes/verdict.ts';
import { formatDate, formatDateLong, formatQuantity, formatRupiah } from '../format.ts';

/** What a finding says: on the screen in two parts, and as a sentence the cashier can say aloud. */
export interface FindingWords {
  /** What it is, in a few words. */
  readonly title: string;
  /** Why, and what to do. */
  readonly text: string;
  /** For the buyer, ready to be said. Empty where there is nothing to tell them. */
  readonly aloud: string;
}

/** The particulars of a finding in words, each with a fallback: a sentence must stand without them too. */
interface Particulars {
  readonly name: string;
  readonly unit: string;
  readonly category: string;
  readonly decree: string;
  readonly amount: string;
  readonly quota: QuotaFigures;
  readonly clock: ClockFigures;
  /** It only warns: the goods may be sold. */
  readonly warns: boolean;
}

interface QuotaFigures {
  readonly limit: number;
  readonly used: number;
  readonly asked: number;
  readonly window: string;
  readonly perFamily: boolean;
  /** `Senin 20 April`, empty where no new window is in sight. */
  readonly nextFrom: string;
}

/** Whole dates: a clock may be years off. Empty where they are not known. */
interface ClockFigures {
  readonly clockDate: string;
  /** Of the open business day, or of a purchase. */
  readonly latest: string;
  /** By which it was judged. */
  readonly judged: string;
}

/** Consumer categories as the LPG 3 kg programme names them. */
export const categoryNames: Readonly<Record<ConsumerCategory, string>> = {
  'rumah-tangga': 'Rumah tangga',
  'usaha-mikro': 'Usaha mikro',
  'petani-sasaran': 'Petani sasaran',
  'nelayan-sasaran': 'Nelayan sasaran',
};

/** The time in which purchases count together. */
export const windowNames: Readonly<Record<string, string>> = {
  sale: 'nota ini',
  day: 'hari ini',
  week: 'minggu ini',
  month: 'bulan ini',
  season: 'musim ini',
};

/** A date as it is said at the counter: `Senin 20 April`. */
export function saidDate(date: string): string {
  return formatDateLong(date)
    .replace(',', '')
    .replace(/ \d{4}$/, '');
}

/**
 * The words for a finding of the programme rules.
 * @param params the finding's own particulars (quantities in thousandths) with those of its programme:
 *   `name`, `unit`, and of its quota `window` and `subject`; what is missing is put in general words
 */
export function findingWords(code: FindingCode, params: ErrorParams = {}): FindingWords {
  return WORDS[code](particularsOf(params));
}

function particularsOf(params: ErrorParams): Particulars {
  const text = (name: string, otherwise: string): string => String(params[name] ?? otherwise);
  const count = (name: string): number => Number(params[name] ?? 0);
  const date = (name: string): string => (params[name] === undefined ? '' : formatDate(text(name, '')));
  const nextFrom = text('nextFrom', '');
  const categories: Readonly<Record<string, string>> = categoryNames;
  return {
    name: text('name', 'Barang program'),
    unit: text('unit', 'satuan'),
    category: categories[text('category', '')] ?? 'Kategori ini',
    decree: text('decree', ''),
    amount: formatRupiah(count('amountRp')),
    quota: {
      limit: count('limit'),
      used: count('used'),
      asked: count('asked'),
      window: text('window', ''),
      perFamily: params['subject'] === 'kk',
      nextFrom: nextFrom === '' ? '' : saidDate(nextFrom),
    },
    clock: { clockDate: date('clockDate'), latest: date('latest'), judged: date('date') },
    warns: params['effect'] === 'warn',
  };
}

const WORDS: Readonly<Record<FindingCode, (of: Particulars) => FindingWords>> = {
  'identity-required': ({ name }) => ({
    title: 'Perlu NIK pembeli',
    text: `${name} dijual kepada pembeli yang terdata. Scan KTP, atau ketik 16 angka NIK.`,
    aloud: `Untuk ${name} perlu NIK. Boleh lihat KTP-nya?`,
  }),
  'kk-required': ({ name }) => ({
    title: 'Perlu nomor KK',
    text: `Jatah ${name} dihitung per keluarga. Ketik 16 angka nomor KK.`,
    aloud: `Jatah ${name} dihitung per keluarga. Boleh lihat Kartu Keluarga?`,
  }),
  'member-required': ({ name }) => ({
    title: 'Khusus anggota',
    text: `${name} dijual kepada anggota koperasi. Scan kartu anggota, atau ganti pembeli.`,
    aloud: `Maaf, ${name} khusus anggota koperasi. Ada kartu anggota?`,
  }),
  'farmer-required': ({ name }) => ({
    title: 'Bukan petani terdaftar',
    text: `${name} hanya untuk petani yang ada di e-RDKK. Ganti pembeli, atau keluarkan barangnya.`,
    aloud: `Maaf, ${name} untuk petani yang terdaftar di e-RDKK. Tanyakan ke kelompok tani atau penyuluh.`,
  }),
  'category-required': ({ name }) => ({
    title: 'Pilih kategori',
    text: `${name} dijual menurut kategori pembeli. Tekan angka kategorinya.`,
    aloud: `${name} ini untuk rumah tangga, usaha, tani, atau nelayan?`,
  }),
  'category-not-allowed': ({ name, category }) => ({
    title: 'Kategori tidak berhak',
    text: `${category} tidak berhak membeli ${name}. Pilih kategori yang benar, atau ganti pembeli.`,
    aloud: `Maaf, ${name} tidak untuk kategori ini.`,
  }),
  'proxy-not-allowed': ({ name }) => ({
    title: 'Tidak boleh diwakilkan',
    text: `${name} harus diambil sendiri oleh yang terdaftar.`,
    aloud: `Maaf, ${name} harus diambil sendiri oleh yang namanya terdaftar.`,
  }),
  'resale-forbidden': ({ name }) => ({
    title: 'Tidak untuk dijual lagi',
    text: `${name} tidak dijual kepada lembaga atau pedagang. Ganti pembeli, atau keluarkan barangnya.`,
    aloud: `Maaf, ${name} hanya untuk dipakai sendiri, tidak untuk dijual lagi.`,
  }),
  'not-allotted': ({ name }) => ({
    title: 'Belum ada alokasi',
    text: `Pembeli ini tidak punya alokasi ${name} musim ini.`,
    aloud: `Maaf, alokasi ${name} atas nama ini belum ada. Tanyakan ke kelompok tani atau penyuluh.`,
  }),
  'quota-exceeded': quotaWords,
  'mixing-forbidden': ({ name }) => ({
    title: 'Hanya kemasan utuh',
    text: `${name} tidak boleh dibuka, ditakar ulang, atau dicampur. Jual dalam kemasan utuh.`,
    aloud: `Maaf, ${name} hanya dijual dalam kemasan utuh.`,
  }),
  'price-above-ceiling': ({ name, amount, unit }) => ({
    title: 'Harga di atas batas',
    text: `${name} paling tinggi ${amount} per ${unit}. Turunkan harganya; minta pengelola bila perlu.`,
    aloud: `Maaf, harganya diperiksa dulu.`,
  }),
  'price-above-reference': ({ name, amount, unit }) => ({
    title: 'Di atas harga acuan',
    text: `Harga acuan ${name} ${amount} per ${unit}. Boleh dijual; beri tahu pengurus.`,
    aloud: '',
  }),
  'no-price-rule': ({ name, warns }) => ({
    title: 'Harga resmi belum ada',
    text: `Belum ada aturan harga ${name} untuk hari ini di sini. ${warns ? 'Boleh dijual; beri' : 'Beri'} tahu pengurus.`,
    aloud: warns ? '' : `Maaf, harga resmi ${name} belum ada. Kami tanyakan dulu.`,
  }),
  'clock-unsure': ({ clock: { clockDate, latest, judged } }) => ({
    title: 'Tanggal komputer meragukan',
    text:
      clockDate === ''
        ? 'Jam komputer mendahului atau tertinggal dari catatan gerai. Minta pengelola membetulkan jam.'
        : `Jam komputer ${clockDate}, padahal sudah ada catatan ${latest}. Dihitung menurut ${judged}. Minta pengelola membetulkan jam.`,
    aloud: '',
  }),
};

function quotaWords(of: Particulars): FindingWords {
  const { name, unit, quota, warns } = of;
  const { limit, used, asked, window, perFamily, nextFrom } = quota;
  if (window === '') {
    return {
      title: 'Melebihi jatah',
      text: `Jumlah ini lebih dari jatah ${name}.`,
      aloud: `Maaf, jumlah ini lebih dari jatah ${name}.`,
    };
  }
  if (limit === 0) return noQuotaWords(of);
  const many = (thousandths: number): string => `${formatQuantity(thousandths)} ${unit}`;
  if (window === 'sale') {
    return {
      title: warns ? 'Lebih dari anjuran' : 'Lebih dari batas',
      text: `Sekali beli paling banyak ${many(limit)} ${name}. Diminta ${many(asked)}.`,
      aloud: `Maaf, ${name} paling banyak ${many(limit)} sekali beli.`,
    };
  }
  const when = windowNames[window] ?? 'masa ini';
  const whose = perFamily ? 'Satu keluarga sudah' : 'Sudah';
  const taken =
    used > 0
      ? `${whose} ${formatQuantity(used)} dari ${many(limit)} ${when}`
      : `Jatah ${perFamily ? 'satu keluarga' : 'pembeli'} ${many(limit)} ${when}`;
  const next = nextFrom === '' ? '' : ` Jatah baru ${nextFrom}.`;
  const left = Math.max(0, limit - used);
  if (left > 0) {
    return {
      title: warns ? 'Lebih dari jatah' : 'Jatah tidak cukup',
      text: `${taken}, diminta ${formatQuantity(asked)}.${used > 0 ? ` Sisa ${many(left)}.` : ''}${next}`,
      aloud: `Maaf, jatah ${name} ${when} ${used > 0 ? 'tinggal ' : ''}${many(left)}. Ambil ${formatQuantity(left)} saja?`,
    };
  }
  const [weekday] = nextFrom.split(' ');
  const again = window === 'week' ? (weekday ?? '') : nextFrom;
  const later = again === '' ? '' : ` Bisa beli lagi mulai ${again}.`;
  return {
    title: warns ? 'Jatah terlampaui' : 'Jatah habis',
    text: `${taken}.${next}`,
    aloud: `Maaf, jatah ${name} ${perFamily ? 'keluarga ' : ''}${when} sudah diambil ${many(used)}.${later}`,
  };
}

/** A rule, or an allotment, that gives nothing at all: there is no quota that could be used up. */
function noQuotaWords({ name, quota: { window, perFamily, nextFrom } }: Particulars): FindingWords {
  const time = window === 'sale' ? '' : ` ${windowNames[window] ?? 'masa ini'}`;
  const next = nextFrom === '' ? '' : ` Jatah baru ${nextFrom}.`;
  return {
    title: 'Tidak ada jatah',
    text: `Aturan tidak memberi jatah ${name} untuk ${perFamily ? 'keluarga' : 'pembeli'} ini${time}.${next}`,
    aloud: `Maaf, tidak ada jatah ${name}${perFamily ? ' untuk keluarga ini' : ''}${time}.`,
  };
}
