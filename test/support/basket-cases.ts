import {
  priceBasket,
  type BasketLine,
  type PricedBasket,
  type PriceRow,
} from '../../shared/domain/pricing.ts';
import { promotionSchema, type Promotion } from '../../shared/domain/promotions.ts';
import { rupiah } from '../../shared/domain/money.ts';
import { thousandths } from '../../shared/domain/quantity.ts';
import { tierSchema, type Tier } from '../../shared/domain/tier.ts';
import { tableOf, wholeNumber, type CaseRow, type CaseTables } from './case-table.ts';

/** The goods, prices and promotions of a file of cases, and its baskets priced. */
export interface CaseShop {
  readonly promotions: ReadonlyMap<string, Promotion>;
  /** Prices the basket of a row, with the promotions that are on. */
  price(row: CaseRow, promotions: readonly Promotion[]): PricedBasket;
}

interface Goods {
  readonly productId: string;
  readonly category: string;
  readonly baseUnit: string;
  readonly prices: Map<string, PriceRow[]>;
  readonly ceilings: Map<string, number>;
}

/** Reads the tables `barang`, `harga`, `batas` and, where it is there, `promosi`. */
export function shopOfCases(tables: CaseTables): CaseShop {
  const goods = new Map<string, Goods>();
  for (const row of tableOf(tables, 'barang').rows) {
    goods.set(row.text('barang'), {
      productId: uuid(1, goods.size + 1),
      category: row.text('kategori'),
      baseUnit: row.text('satuan dasar'),
      prices: new Map(),
      ceilings: new Map(),
    });
  }
  for (const row of tableOf(tables, 'harga').rows) {
    const { prices } = goodsIn(row, goods, row.text('barang'));
    const unit = row.text('satuan');
    prices.set(unit, [...(prices.get(unit) ?? []), priceRowOf(row)]);
  }
  for (const row of tables.get('batas')?.rows ?? []) {
    goodsIn(row, goods, row.text('barang')).ceilings.set(row.text('satuan'), row.whole('tertinggi'));
  }
  const promotions = new Map<string, Promotion>();
  for (const row of tables.get('promosi')?.rows ?? []) {
    promotions.set(row.text('promosi'), promotionOf(row, promotions.size + 1, goods));
  }
  return { promotions, price: (row, running) => priced(row, goods, running) };
}

/** Ids only have to be well formed and each its own. */
function uuid(kind: number, count: number): string {
  return `${String(kind).padStart(8, '0')}-0000-7000-8000-${String(count).padStart(12, '0')}`;
}

function goodsIn(row: CaseRow, goods: ReadonlyMap<string, Goods>, name: string): Goods {
  const found = goods.get(name);
  if (found === undefined) throw row.wrong(`tidak ada barang "${name}" di tabel [barang]`);
  return found;
}

function tierIn(row: CaseRow, column: string): Tier {
  const tier = tierSchema.safeParse(row.text(column));
  if (!tier.success) throw row.wrong(`"${row.text(column)}" bukan umum, anggota atau grosir`);
  return tier.data;
}

function priceRowOf(row: CaseRow): PriceRow {
  return {
    tier: tierIn(row, 'golongan'),
    fromThousandths: quantityIn(row, row.text('mulai') || '0'),
    priceRp: rupiah(row.whole('harga')),
    validFrom: row.text('sejak') || null,
    validTo: row.text('sampai') || null,
  };
}

function quantityIn(row: CaseRow, text: string): number {
  const parts = /^(?<whole>\d+)(?:,(?<rest>\d{1,3}))?$/.exec(text)?.groups;
  if (parts === undefined) throw row.wrong(`"${text}" bukan jumlah seperti 12 atau 1,25`);
  return Number(parts['whole']) * 1000 + Number((parts['rest'] ?? '').padEnd(3, '0'));
}

const ITEM = /^(?<count>\S+) (?<unit>\S+) (?<name>.+?)(?: (?<hand>[@=]|potong )(?<amount>[\d.]+))?$/;

/** `2 pcs Sabun`, `2 pcs Sabun @3.000`, `2 pcs Sabun potong 500`, `1,25 kg Ayam =41.000`. */
function lineOf(row: CaseRow, goods: ReadonlyMap<string, Goods>, item: string, index: number): BasketLine {
  const parts = ITEM.exec(item)?.groups;
  if (parts === undefined) throw row.wrong(`"${item}" bukan jumlah, satuan dan barang`);
  const { count = '', unit = '', name = '', hand } = parts;
  const found = goodsIn(row, goods, name);
  const amount = rupiah(wholeNumber(parts['amount'] ?? '0') ?? 0);
  const ceiling = found.ceilings.get(unit);
  return {
    lineId: String(index).padStart(4, '0'),
    productId: found.productId,
    category: found.category,
    unit,
    isBaseUnit: unit === found.baseUnit,
    quantity: thousandths(quantityIn(row, count)),
    prices: found.prices.get(unit) ?? [],
    ceilingRp: ceiling === undefined ? null : rupiah(ceiling),
    manual: manualOf(hand, amount),
    labelTotalRp: hand === '=' ? amount : null,
  };
}

function manualOf(hand: string | undefined, amount: ReturnType<typeof rupiah>): BasketLine['manual'] {
  if (hand === '@') return { kind: 'price', unitPriceRp: amount, reason: 'tawar' };
  return hand === 'potong ' ? { kind: 'discount', amountRp: amount, reason: 'penyok' } : null;
}

function priced(
  row: CaseRow,
  goods: ReadonlyMap<string, Goods>,
  promotions: readonly Promotion[],
): PricedBasket {
  const basket = row.list('keranjang').map((item, index) => lineOf(row, goods, item, index));
  const [date = '', time = '10.00'] = row.text('waktu').split(' ');
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw row.wrong(`"${date}" bukan tanggal seperti 2026-11-21`);
  const moment = { tier: tierIn(row, 'pembeli'), businessDate: date, minute: minuteIn(row, time) };
  return priceBasket(basket, promotions, moment);
}

function minuteIn(row: CaseRow, time: string): number {
  const parts = /^(?<hour>\d\d)\.(?<minute>\d\d)$/.exec(time)?.groups;
  if (parts === undefined) throw row.wrong(`"${time}" bukan jam seperti 17.30`);
  return Number(parts['hour']) * 60 + Number(parts['minute']);
}

function promotionOf(row: CaseRow, count: number, goods: ReadonlyMap<string, Goods>): Promotion {
  const hours = row.text('jam') === '' ? null : row.text('jam').split('-');
  return promotionSchema.parse({
    promotionId: uuid(2, count),
    name: row.text('promosi'),
    validFrom: row.text('sejak') || null,
    validTo: row.text('sampai') || null,
    minutes: hours && { from: minuteIn(row, hours[0] ?? ''), to: minuteIn(row, hours[1] ?? '') },
    tiers: row.list('pembeli'),
    goods: {
      productIds: row.list('barang').map((name) => goodsIn(row, goods, name).productId),
      categories: row.list('kategori'),
      units: row.list('satuan'),
    },
    gift: giftIn(row),
    active: row.text('aktif') === 'ya',
  });
}

function giftIn(row: CaseRow): Promotion['gift'] {
  const words = row.text('isi').split(' ');
  const [first = '', second = '', , fourth = ''] = words;
  const [amount, free] = [wholeNumber(second) ?? 0, wholeNumber(fourth) ?? 0];
  switch (first) {
    case 'diskon':
      return { kind: 'percent', bp: Math.round(Number(second.replace('%', '').replace(',', '.')) * 100) };
    case 'potong':
      return { kind: 'amount', offRp: rupiah(amount) };
    case 'beli':
      return { kind: 'buy-get', buy: amount, free };
    case 'paket':
      return { kind: 'bundle', priceRp: rupiah(amount) };
    default:
      throw row.wrong(`"${row.text('isi')}" bukan diskon, potong, beli … gratis … atau paket`);
  }
}
