import type { ApprovalSubject } from '../../contract/approvals.ts';
import type { DrawerReason, VarianceReason } from '../../contract/cash.ts';
import type { DailyReport } from '../../contract/reports.ts';
import { findingCodeSchema } from '../../domain/programmes/verdict.ts';
import type { Tier } from '../../domain/tier.ts';
import type { RecordBodies } from '../../journal/bodies.ts';
import type { Refund, ReturnReason, TenderKind } from '../../journal/sale-bodies.ts';
import { findingWords } from './subsidy-findings.ts';
import { priceKindNames } from './subsidy-names.ts';
import { voidReasonWords } from './void-reasons.ts';

type EventKind = DailyReport['events'][number]['kind'];

/** Every word on paper: receipts, the closing report on the roll and on A4, the test page. */
export const documents = {
  receipt: {
    heads: { name: 'Barang', quantity: 'Jml', unitPrice: 'Harga', amount: 'Rupiah' },
    copy: (copy: number) => `SALINAN KE-${copy}`,
    number: (receipt: string) => `Nota ${receipt}`,
    cashier: (cashier: string, till: string) => `Kasir ${cashier}, kasa ${till}`,
    businessDate: 'Hari usaha',
    total: (lines: number) => (lines === 1 ? 'TOTAL' : `TOTAL ${lines} baris`),
    cashRounding: 'Pembulatan tunai',
    due: 'HARUS DIBAYAR',
    member: (number: string) => `Anggota ${number}`,
    buyer: 'Pembeli',
    tierHead: (tier: Tier) => `Harga ${tier}`,
    /** What a pack holds: `isi 40 bks`. */
    content: (quantity: string, unit: string) => `isi ${quantity} ${unit}`,
    /** A promotion is often named so already: the word is not said twice. */
    promotion: (name: string) => (/^promo\b/i.test(name) ? name : `promo ${name}`),
    discount: (reason: string) => (reason === '' ? 'potongan' : `potongan: ${reason}`),
    taxBase: (numerator: number, denominator: number) =>
      numerator === denominator ? 'DPP' : `DPP nilai lain ${numerator}/${denominator}`,
    taxWithin: (rateBp: number) => `Termasuk PPN ${percent(rateBp)}%`,
    tenders: {
      cashReceived: 'Tunai diterima',
      donation: 'Sumbangan',
      change: 'Kembalian',
      /** Time and the last digits of the reference, which the acquirer's list is searched by. */
      qris: (time: string, end: string) => withReference(`QRIS lunas ${time}`, end),
      transfer: (end: string) => withReference('Transfer bank', end),
      card: (end: string) => withReference('Kartu debit', end),
      kasbon: 'Kasbon',
      savings: 'Potong simpanan',
      invoice: 'Faktur, belum dibayar',
      exchange: 'Tukar barang',
      dueOn: (date: string) => `jatuh tempo ${date}`,
    },
    saved: 'Hemat',
    memberYear: (year: string) => ({ narrow: `Belanja ${year} (SHU)`, wide: `Belanja ${year} untuk SHU` }),
    returns: (days: number) =>
      days === 0
        ? 'Retur hanya di hari yang sama, bawa struk ini.'
        : `Retur paling lambat ${days} hari, bawa struk ini.`,
    consigned: { mark: 'K', legend: 'K titipan mitra' },
    subsidy: {
      /** A buyer knows no HAP. */
      priceKinds: { ...priceKindNames, hap: 'harga acuan' },
      /** `LPG 3 kg, HET Rp18.000`: the price of one of the programme's own unit. */
      priced: (programme: string, kind: string, amount: string) => `${programme}, ${kind} ${amount}`,
      /** Four digits and nothing else of an identity number ever stand on paper. */
      nik: (end: string) => `Pembeli NIK ************${end}`,
      received: (count: string) => `Tabung kosong diterima: ${count}`,
      givenBack: (count: string) => `Tabung kosong diserahkan: ${count}`,
      deposit: 'Uang jaminan kembali kapan saja bila tabung kembali.',
      noResale: 'Barang bersubsidi tidak boleh dijual lagi.',
    },
    thanks: 'Terima kasih',
    check: (check: string) => `Cek ${check}`,
  },
  returnReceipt: {
    title: 'RETUR',
    of: (receipt: string) => `Dari nota ${receipt}`,
    total: (lines: number) => (lines === 1 ? 'Nilai retur' : `Nilai retur ${lines} baris`),
    taxWithin: 'Termasuk PPN',
    lessDiscount: 'sesudah potongan',
    damaged: 'rusak',
    refund: (kind: Refund['kind'], end: string) => withReference(REFUNDS[kind], end),
    reason: (reason: ReturnReason, note: string) =>
      `Alasan: ${[RETURN_REASONS[reason], note].filter((part) => part !== '').join(', ')}`,
    approved: (by: string) => `Disetujui: ${by}`,
    signature: 'Tanda tangan pembeli:',
  },
  debtReceipt: {
    title: { member: 'BAYAR KASBON', buyer: 'BAYAR FAKTUR' },
    number: (receipt: string) => `Bukti ${receipt}`,
    paid: (sales: number) => (sales === 1 ? 'DIBAYAR' : `DIBAYAR ${sales} nota`),
    left: 'SISA UTANG',
    settled: 'LUNAS, tidak ada sisa utang.',
  },
  qrisPaper: {
    title: 'BAYAR DENGAN QRIS',
    notPaid: 'BELUM LUNAS',
    wait: 'Bayar, lalu tunggu kasir.',
  },
  dailyReport: {
    title: 'Laporan harian',
    notClosed: 'BELUM DITUTUP',
    notClosedText: 'Angka masih bisa bertambah.',
    zName: (number: number) => `Z-${String(number).padStart(4, '0')}`,
    businessDate: 'Hari usaha',
    till: (storeCode: string, till: number) => `gerai ${storeCode}, kasa ${till}`,
    opened: 'Dibuka',
    closed: 'Ditutup',
    closedBy: 'Oleh',
    gross: 'Penjualan',
    rounding: 'Pembulatan tunai',
    returned: (count: number) => `Retur, ${count} nota`,
    net: 'Penjualan bersih',
    taxWithin: 'Termasuk PPN',
    discounted: 'Sudah dikurangi potongan',
    saleCount: 'Nota',
    lineCount: 'Baris barang',
    average: 'Rata-rata nota',
    variance: 'Selisih kas',
    tenders: 'Cara bayar',
    tenderOf: (kind: string) => TENDERS[kind] ?? kind,
    countOf: (count: string) => `${count} nota`,
    timesOf: (count: string) => `${count} kali`,
    sum: 'Jumlah',
    /** Change that buyers gave away is only held, until it is handed on. */
    donation: 'Titipan sumbangan',
    refunds: 'Retur dikembalikan',
    returnedGoods: 'Nilai barang retur',
    debtPayments: 'Utang dibayar',
    debtLess: 'Utang berkurang',
    beforeReturns: 'sebelum retur',
    categories: 'Per kelompok',
    drawer: 'Kas di laci',
    shift: (number: number, cashier: string) => `Shift ${number}, ${cashier}`,
    running: 'masih berjalan',
    float: 'Modal awal',
    cashSales: 'Penjualan tunai',
    cashDebts: 'Utang dibayar tunai',
    cashRefunds: 'Retur tunai',
    expected: 'Menurut catatan',
    counted: 'Dihitung',
    notCounted: 'Belum dihitung',
    varianceOf: (rupiah: number) => {
      if (rupiah === 0) return 'Selisih';
      return rupiah < 0 ? 'Selisih kurang' : 'Selisih lebih';
    },
    reason: (reason: string) => `Sebab: ${REASONS[reason] ?? reason}`,
    note: (note: string) => `Catatan: ${note}`,
    events: 'Kejadian khusus',
    eventOf: (kind: EventKind) => EVENTS[kind],
    /** What an event was about; a report names goods and receipts, and puts figures and codes as such. */
    aboutEvent: (kind: EventKind, subject: string) => ABOUT[kind]?.(subject) ?? subject,
    counts: {
      voided: 'Baris batal',
      voidedRp: 'Nilai baris batal',
      abandoned: 'Keranjang batal',
      reprints: 'Struk dicetak ulang',
      clockJumps: 'Jam komputer berubah',
    },
    perpetual: 'Sejak kasa pertama dipakai',
    perpetualRows: { gross: 'Penjualan', voided: 'Batal', refund: 'Retur', net: 'Bersih' },
    records: 'Catatan kasa',
    firstRecord: 'Pertama nomor',
    lastRecord: 'Terakhir nomor',
    head: 'Sidik catatan terakhir',
    fingerprint: 'Sidik laporan',
    previous: (name: string) => `Sesudah ${name}`,
    firstZ: 'Laporan Z pertama.',
    acknowledged: 'Sudah diterima kabupaten.',
    notAcknowledged: 'Belum diterima kabupaten.',
    signers: ['Kasir', 'Pengelola', 'Pengurus'],
    nameAndDate: 'nama dan tanggal',
    sheet: (sheet: number, sheets: number) => `Lembar ${sheet} dari ${sheets}.`,
  },
  /** Names the job that opens the drawer without a sale. */
  drawer: 'Buka laci',
  testPage: {
    title: 'TES CETAK',
    till: (storeCode: string, till: number) => `Gerai ${storeCode}, kasa ${till}`,
    columns: (columns: number) => `${columns} huruf`,
    hint: 'Angka di atas harus tepat satu baris, dari tepi ke tepi. Bila terlipat atau tersisa lebar, ganti lebar kertas di Setelan.',
    sample: { name: 'Contoh nama barang yang panjang sekali 1 kg', quantity: '2', unit: 'bks' },
    amount: 'Uang rata kanan',
  },
} as const;

const REFUNDS: Readonly<Record<Refund['kind'], string>> = {
  cash: 'UANG KEMBALI TUNAI',
  qris: 'KEMBALI QRIS',
  transfer: 'KEMBALI TRANSFER',
  card: 'KEMBALI KARTU DEBIT',
  kasbon: 'POTONG KASBON',
  invoice: 'POTONG FAKTUR',
  savings: 'KEMBALI KE SIMPANAN',
  exchange: 'TUKAR BARANG',
};

const RETURN_REASONS: Readonly<Record<ReturnReason, string>> = {
  'wrong-item': 'salah barang',
  damaged: 'barang rusak',
  expired: 'kedaluwarsa',
  'changed-mind': 'tidak jadi',
  other: 'lainnya',
  'cylinder-back': 'tabung kembali',
};

const TENDERS: Readonly<Record<string, string>> = {
  cash: 'Tunai',
  qris: 'QRIS',
  transfer: 'Transfer',
  card: 'Kartu debit',
  kasbon: 'Kasbon',
  savings: 'Simpanan',
  invoice: 'Faktur',
  exchange: 'Tukar barang',
} satisfies Readonly<Record<TenderKind, string>>;

const REASONS: Readonly<Record<string, string>> = {
  'wrong-change': 'salah kembalian',
  'unrecorded-cash': 'uang belum dicatat',
  miscount: 'salah hitung',
  unknown: 'belum diketahui',
} satisfies Readonly<Record<VarianceReason, string>>;

const DRAWER_REASONS: Readonly<Record<string, string>> = {
  'small-change': 'tukar uang kecil',
  count: 'hitung laci',
  other: 'lainnya',
} satisfies Readonly<Record<DrawerReason, string>>;

const EVENTS: Readonly<Record<EventKind, string>> = {
  'line-voided': 'Baris batal',
  'ticket-abandoned': 'Keranjang batal',
  'receipt-reprinted': 'Struk dicetak ulang',
  'drawer-opened': 'Laci dibuka',
  'cash-variance': 'Selisih kas',
  'clock-jumped': 'Jam komputer berubah',
  'pin-locked': 'PIN terkunci',
  'sale-returned': 'Retur',
  'approval-given': 'Persetujuan',
  'buyer-erased': 'Data pembeli dihapus',
  'identity-opened': 'NIK lengkap dibuka',
  'subsidy-refused': 'Subsidi ditolak',
};

const APPROVED: Readonly<Record<string, string>> = {
  'line-price': 'harga atur',
  'line-discount': 'potongan',
  tier: 'golongan harga',
  return: 'retur',
  credit: 'lewat batas utang',
  quota: 'jatah subsidi',
} satisfies Readonly<Record<ApprovalSubject['action'], string>>;

/** What was given up, then why: the record keeps the reason as one word of ours before it. */
function voidedWords(subject: string): string {
  const [first = '', ...rest] = subject.split(' ');
  const reason = voidReasonWords(first);
  return reason === undefined ? subject : `${rest.join(' ')}: ${reason}`;
}

const MINUTE_MS = 60_000;

const ERASED: Readonly<Record<string, string>> = {
  request: 'atas permintaan',
  expired: 'waktu simpan habis',
} satisfies Readonly<Record<RecordBodies['subsidy-erased/1']['cause'], string>>;

const OPENED: Readonly<Record<string, string>> = {
  'external-system': 'untuk sistem resmi',
  correction: 'untuk pembetulan',
  'official-request': 'diminta petugas resmi',
} satisfies Readonly<Record<RecordBodies['identity-opened/1']['purpose'], string>>;

const ABOUT: Readonly<Partial<Record<EventKind, (subject: string) => string>>> = {
  'line-voided': voidedWords,
  // How many lines stand first, or after the reason; what somebody typed may follow.
  'ticket-abandoned': (subject) => voidedWords(subject.replace(/^([a-z-]+ )?(\d+)(?= |$)/, '$1$2 baris')),
  'approval-given': (subject) => {
    const [action = '', ...approver] = subject.split(' ');
    const what = APPROVED[action] ?? action;
    return approver.length === 0 ? what : `${what}, oleh ${approver.join(' ')}`;
  },
  'drawer-opened': (subject) => {
    const [reason = '', ...note] = subject.split(' ');
    return [DRAWER_REASONS[reason] ?? reason, note.join(' ')].filter((part) => part !== '').join(': ');
  },
  'buyer-erased': (cause) => ERASED[cause] ?? cause,
  'identity-opened': (purpose) => OPENED[purpose] ?? purpose,
  'subsidy-refused': (subject) => {
    const [first = '', ...programme] = subject.split(' ');
    const code = findingCodeSchema.safeParse(first);
    return `${programme.join(' ')}: ${code.success ? findingWords(code.data).title : first}`;
  },
  'cash-variance': (reason) => REASONS[reason] ?? reason,
  'clock-jumped': (milliseconds) => {
    if (!/^-?\d+$/.test(milliseconds)) return milliseconds;
    const minutes = Math.round(Number(milliseconds) / MINUTE_MS);
    return minutes < 0 ? `mundur ${-minutes} menit` : `maju ${minutes} menit`;
  },
};

/** A rate in basis points as people write it: `12`, `1,5`. */
function percent(rateBp: number): string {
  return String(rateBp / 100).replace('.', ',');
}

function withReference(name: string, end: string): { narrow: string; wide: string } {
  if (end === '') return { narrow: name, wide: name };
  return { narrow: `${name} *${end}`, wide: `${name}, ref. *${end}` };
}
