import { dailyReportSchema, type DailyReport } from '../../shared/contract/reports.ts';
import { storeProfileSchema, type StoreProfile } from '../../shared/contract/setup.ts';
import { parseRecord, type RecordOf } from '../../shared/journal/record.ts';

/** The store of the design's sample papers. */
export const dadapan: StoreProfile = storeProfileSchema.parse({
  koperasi: 'Koperasi Desa Merah Putih',
  gerai: 'Dadapan',
  storeCode: 'G2207',
  tillNumber: 1,
  address: 'Jl. Raya Dadapan 12',
  kabupaten: 'Kabupaten Kediri',
  priceZone: 1,
  timeZone: 'Asia/Jakarta',
  pkp: false,
  receiptColumns: 32,
});

/** Whole hours and minutes of 15 April 2026 in WIB, as epoch milliseconds. */
export function at(hour: number, minute: number): number {
  return Date.UTC(2026, 3, 15, hour - 7, minute);
}

/** A made-up but well-formed UUIDv7. */
export function exampleId(n: number): string {
  return `0196357e-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** A line of an example sale: name, unit, thousandths, unit price and the line's total in rupiah. */
export type ExampleLine = readonly [string, string, number, number, number];

export interface ExampleSale {
  readonly lines: readonly ExampleLine[];
  readonly roundingRp?: number;
  readonly receivedRp?: number;
  readonly cashier?: string;
  readonly at?: number;
  readonly businessDate?: string;
  /** Owner of every lot; the store where left out. */
  readonly owner?: string;
}

/** A sale's record as the journal holds it, checked against its schema. */
export function exampleSale(sale: ExampleSale): RecordOf<'sale-completed/1'> {
  const totalRp = sale.lines.reduce((sum, line) => sum + line[4], 0);
  const dueRp = totalRp + (sale.roundingRp ?? 0);
  const receivedRp = sale.receivedRp ?? dueRp;
  const record = parseRecord({
    v: 1,
    store: 'G2207',
    till: '1',
    epoch: 1,
    seq: 57,
    type: 'sale-completed/1',
    at: sale.at ?? at(10, 45),
    offset: 420,
    mono: 1000,
    boot: exampleId(1),
    businessDate: sale.businessDate ?? '2026-04-15',
    actor: exampleId(2),
    prev: '0'.repeat(64),
    body: {
      saleId: exampleId(3),
      shiftId: exampleId(4),
      cashier: sale.cashier ?? 'Wulan',
      number: 57,
      receipt: 'G2207-1-0057',
      lines: sale.lines.map(([name, unit, quantity, price, total], index) => ({
        lineId: exampleId(100 + index),
        productId: exampleId(200 + index),
        name,
        unit,
        category: 'Lainnya',
        quantityThousandths: quantity,
        unitPriceRp: price,
        totalRp: total,
        priceRule: 'list',
        programmeRule: null,
        lots: [
          {
            lotId: exampleId(300 + index),
            owner: sale.owner ?? 'store',
            quantityThousandths: quantity,
            unitCostRp: null,
          },
        ],
      })),
      totalRp,
      roundingRp: sale.roundingRp ?? 0,
      dueRp,
      tenders: [{ kind: 'cash', amountRp: dueRp, receivedRp, changeRp: receivedRp - dueRp }],
      perpetualGrossRp: totalRp,
    },
  });
  if (record.type !== 'sale-completed/1') throw new TypeError('the example is a sale');
  return record;
}

/** The basket of the design's receipt A and B. */
export const dadapanBasket: readonly ExampleLine[] = [
  ['Beras SPHP 5 kg', 'sak', 1000, 62_500, 62_500],
  ['Minyakita 1 L', 'botol', 2000, 15_700, 31_400],
  ['Indomie Goreng 85 g', 'bungkus', 5000, 3_100, 15_500],
  ['Telur ayam ras', 'kg', 1250, 28_000, 35_000],
  ['LPG 3 kg isi ulang', 'tabung', 1000, 18_000, 18_000],
  ['Keripik Singkong Bu Sari', 'bungkus', 2000, 12_000, 24_000],
  ['Gula Pasir 1 kg', 'bungkus', 1000, 17_500, 17_500],
  ['Tepung Terigu Segitiga 1 kg', 'bungkus', 1000, 13_500, 13_500],
  ['Kecap Manis 220 ml', 'botol', 1000, 9_800, 9_800],
  ['Kopi Bubuk 165 g', 'bungkus', 1000, 15_900, 15_900],
  ['Sabun Mandi 85 g', 'buah', 3000, 4_200, 12_600],
  ['Bawang merah', 'kg', 340, 38_000, 12_920],
];

/** Hash of the design's receipts. */
export const dadapanHash = `7c41e09ab2d8${'0'.repeat(52)}`;

/** A closed day of one shift; `change` replaces what a test is about. */
export function exampleReport(change: Partial<Record<keyof DailyReport, unknown>> = {}): DailyReport {
  return dailyReportSchema.parse({ ...closedDay, ...change });
}

/**
 * A day on which everything happened: split payments, returns, donations, debts paid, approvals, two
 * shifts, PPN. Its figures agree with one another as the till's own do.
 */
export function fullReport(change: Partial<Record<keyof DailyReport, unknown>> = {}): DailyReport {
  return dailyReportSchema.parse({ ...closedDay, ...fullDay, ...change });
}

const closedDay = {
  store: dadapan,
  businessDate: '2026-04-15',
  openedAt: at(6, 45),
  closed: true,
  seal: {
    zNumber: 231,
    closedAt: at(17, 14),
    closedBy: 'Hadi',
    firstSeq: 24_117,
    lastSeq: 24_489,
    headHash: 'b6f219d45c0e8a3708aa64c71d92e3b05581fa2693cd0e74a8b921706dfec135',
    recordHash: '5d3f117ce84290ab33c1d7e2f60918a4bb25c0d3e41f7a6890123fedcba98765',
    previousZHash: 'e5d041b790ac0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69787f28',
    signature: '3a'.repeat(64),
    perpetualGrossRp: 1_204_552_310,
    perpetualVoidRp: 3_108_500,
    perpetualRefundRp: 0,
    perpetualNetRp: 1_204_301_200,
  },
  saleCount: 94,
  lineCount: 312,
  grossRp: 5_679_120,
  roundingRp: -1_220,
  netRp: 5_677_900,
  averageRp: 60_403,
  tenders: [{ kind: 'cash', count: 94, amountRp: 5_677_900 }],
  refunds: [],
  debtPayments: [],
  categories: [
    { category: 'Beras', quantityThousandths: 14_000, lines: 14, amountRp: 875_000 },
    { category: 'Minyak Goreng', quantityThousandths: 46_000, lines: 40, amountRp: 722_200 },
    { category: 'Biskuit & Camilan', quantityThousandths: 168_000, lines: 120, amountRp: 1_486_340 },
    { category: 'Sabun & Deterjen', quantityThousandths: 1_061_000, lines: 61, amountRp: 2_327_100 },
    { category: 'Sayur dan timbangan', quantityThousandths: 11_480, lines: 12, amountRp: 268_480 },
  ],
  hours: [612, 846, 904, 731, 498, 287, 245, 318, 462, 589, 187].map((thousand, index) => ({
    hour: 7 + index,
    amountRp: thousand * 1000,
  })),
  shifts: [
    {
      number: 1,
      cashier: 'Wulan',
      openedAt: at(6, 45),
      closedAt: at(17, 8),
      floatRp: 300_000,
      cashSalesRp: 5_677_900,
      cashRefundsRp: 0,
      cashDebtsRp: 0,
      expectedRp: 5_977_900,
      countedRp: 5_974_400,
      varianceRp: -3_500,
      reason: 'wrong-change',
      note: 'ramai waktu gajian',
    },
  ],
  events: [
    { at: at(9, 31), kind: 'line-voided', who: 'Wulan', subject: 'Indomie Goreng 85 g', amountRp: 15_500 },
    { at: at(11, 2), kind: 'ticket-abandoned', who: 'Wulan', subject: '3', amountRp: 41_000 },
    { at: at(13, 20), kind: 'receipt-reprinted', who: 'Wulan', subject: 'G2207-1-0057', amountRp: null },
    { at: at(17, 8), kind: 'cash-variance', who: 'Wulan', subject: 'wrong-change', amountRp: -3_500 },
  ],
  voidedLines: 1,
  voidedRp: 15_500,
  abandonedTickets: 1,
  reprints: 1,
  returnCount: 0,
  returnRp: 0,
  discountRp: 0,
  taxRp: 0,
  donationRp: 0,
  debtPaidRp: 0,
  clockJumps: 0,
  upload: { ackedSeq: 24_000, headSeq: 24_490, ackedAt: at(2, 10) },
};

const fullDay = {
  store: { ...dadapan, pkp: true },
  saleCount: 115,
  lineCount: 402,
  grossRp: 6_480_000,
  // Rp1.150 off sales; of that Rp40 came back with goods.
  roundingRp: -1_110,
  netRp: 6_417_350,
  averageRp: 56_338,
  tenders: [
    { kind: 'card', count: 3, amountRp: 275_000 },
    { kind: 'cash', count: 80, amountRp: 2_070_850 },
    { kind: 'exchange', count: 1, amountRp: 24_000 },
    { kind: 'invoice', count: 1, amountRp: 1_880_000 },
    { kind: 'kasbon', count: 9, amountRp: 640_500 },
    { kind: 'qris', count: 21, amountRp: 1_120_000 },
    { kind: 'savings', count: 2, amountRp: 120_000 },
    { kind: 'transfer', count: 2, amountRp: 350_000 },
  ],
  refunds: [
    { kind: 'cash', count: 1, amountRp: 27_000 },
    { kind: 'exchange', count: 1, amountRp: 24_000 },
    { kind: 'kasbon', count: 1, amountRp: 10_500 },
  ],
  debtPayments: [
    { kind: 'cash', count: 2, amountRp: 250_000 },
    { kind: 'qris', count: 1, amountRp: 150_000 },
  ],
  returnCount: 3,
  returnRp: 61_540,
  discountRp: 38_500,
  taxRp: 412_000,
  donationRp: 1_500,
  debtPaidRp: 400_030,
  categories: [
    { category: 'Beras', quantityThousandths: 140_000, lines: 40, amountRp: 2_755_000 },
    { category: 'Minyak Goreng', quantityThousandths: 46_000, lines: 40, amountRp: 722_200 },
    { category: 'Biskuit & Camilan', quantityThousandths: 168_000, lines: 120, amountRp: 1_486_340 },
    { category: 'Sabun & Deterjen', quantityThousandths: 906_000, lines: 61, amountRp: 1_247_980 },
    { category: 'Sayur dan timbangan', quantityThousandths: 11_480, lines: 12, amountRp: 268_480 },
  ],
  shifts: [
    {
      number: 1,
      cashier: 'Wulan',
      openedAt: at(6, 45),
      closedAt: at(12, 8),
      floatRp: 300_000,
      cashSalesRp: 1_270_850,
      cashRefundsRp: 27_000,
      cashDebtsRp: 250_000,
      expectedRp: 1_793_850,
      countedRp: 1_793_850,
      varianceRp: 0,
      reason: null,
      note: '',
    },
    {
      number: 2,
      cashier: 'Sari',
      openedAt: at(12, 15),
      closedAt: at(17, 8),
      floatRp: 200_000,
      cashSalesRp: 800_000,
      cashRefundsRp: 0,
      cashDebtsRp: 0,
      expectedRp: 1_000_000,
      countedRp: 999_500,
      varianceRp: -500,
      reason: 'miscount',
      note: '',
    },
  ],
  events: [
    {
      at: at(8, 12),
      kind: 'line-voided',
      who: 'Wulan',
      subject: 'mistake Indomie Goreng 85 g',
      amountRp: 15_500,
    },
    {
      at: at(9, 2),
      kind: 'ticket-abandoned',
      who: 'Wulan',
      subject: 'other 3 (listrik mati)',
      amountRp: 41_000,
    },
    {
      at: at(9, 31),
      kind: 'approval-given',
      who: 'Wulan',
      subject: 'line-price Pak Karyo',
      amountRp: 60_000,
    },
    { at: at(10, 4), kind: 'approval-given', who: 'Wulan', subject: 'return Pak Karyo', amountRp: 27_000 },
    { at: at(10, 5), kind: 'sale-returned', who: 'Wulan', subject: 'G2207-1-R0004', amountRp: 27_000 },
    { at: at(11, 40), kind: 'sale-returned', who: 'Wulan', subject: 'G2207-1-R0005', amountRp: 24_000 },
    { at: at(13, 20), kind: 'approval-given', who: 'Sari', subject: 'credit Bu Ratmi', amountRp: 90_000 },
    { at: at(14, 55), kind: 'sale-returned', who: 'Sari', subject: 'G2207-1-R0006', amountRp: 10_500 },
    { at: at(15, 10), kind: 'drawer-opened', who: 'Sari', subject: 'small-change', amountRp: null },
    { at: at(17, 8), kind: 'cash-variance', who: 'Sari', subject: 'miscount', amountRp: -500 },
  ],
};
