import type { JournalRecord, RecordOf } from '../journal/record.ts';
import { OWN_GOODS } from '../journal/bodies.ts';
import { priceTimesQuantity, rupiah, sumRupiah, type Rupiah } from './money.ts';
import { thousandths, type Thousandths } from './quantity.ts';

/** Accounts a till's own records can move. Debit is positive. */
export type Account =
  | 'cash-drawer'
  /** Cash outside the drawer: the safe that floats come from and counts go back to. */
  | 'cash-safe'
  | 'sales'
  | 'cash-rounding'
  | 'cash-variance'
  | 'inventory'
  | 'cost-of-sales'
  | 'opening-equity';

/** One side of a double entry; the postings of a record sum to zero. */
export interface Posting {
  readonly account: Account;
  readonly amountRp: Rupiah;
}

/** Places stock can be. `outside` is where goods come from and go to. */
export type Place = 'shop' | 'outside';

/** One lot moving from one place to another. */
export interface StockMove {
  readonly productId: string;
  readonly lotId: string;
  readonly owner: string;
  readonly from: Place;
  readonly to: Place;
  readonly quantityThousandths: Thousandths;
}

/**
 * What a record means in money. Till and district explain records with this same function; every
 * result sums to zero.
 */
export function postingsOf(record: JournalRecord): Posting[] {
  switch (record.type) {
    case 'sale-completed/1':
      return salePostings(record);
    case 'shift-opened/1':
      return transfer('cash-drawer', 'cash-safe', record.body.floatRp);
    case 'cash-counted/1':
      // Whatever lies in the drawer when it is counted is carried to the safe.
      return transfer('cash-safe', 'cash-drawer', record.body.countedRp);
    case 'shift-closed/1':
      return transfer('cash-drawer', 'cash-variance', record.body.varianceRp);
    case 'opening-stock/1':
      return transfer('inventory', 'opening-equity', openingValue(record));
    default:
      return [];
  }
}

function transfer(debit: Account, credit: Account, amountRp: Rupiah): Posting[] {
  if (amountRp === 0) return [];
  return [
    { account: debit, amountRp },
    { account: credit, amountRp: rupiah(0 - amountRp) },
  ];
}

function salePostings(record: RecordOf<'sale-completed/1'>): Posting[] {
  const { body } = record;
  const cash = sumRupiah(body.tenders.map((tender) => tender.amountRp));
  const cost = ownCost(record);
  const entry: Posting[] = [
    { account: 'cash-drawer', amountRp: cash },
    { account: 'sales', amountRp: rupiah(0 - body.totalRp) },
  ];
  // Rounding down costs the store, so it is a debit; the sale itself stays at its full price.
  if (body.roundingRp !== 0) entry.push({ account: 'cash-rounding', amountRp: rupiah(0 - body.roundingRp) });
  return [...entry, ...transfer('cost-of-sales', 'inventory', cost)];
}

/** Cost of the store's own goods in a sale; a consignor's goods were never the store's to expense. */
function ownCost(record: RecordOf<'sale-completed/1'>): Rupiah {
  const costs = record.body.lines.flatMap((line) =>
    line.lots
      .filter((lot) => lot.owner === OWN_GOODS && lot.unitCostRp !== null)
      .map((lot) => priceTimesQuantity(lot.unitCostRp ?? rupiah(0), lot.quantityThousandths)),
  );
  return sumRupiah(costs);
}

function openingValue(record: RecordOf<'opening-stock/1'>): Rupiah {
  const values = record.body.lots
    .filter((lot) => lot.owner === OWN_GOODS && lot.unitCostRp !== null)
    .map((lot) => priceTimesQuantity(lot.unitCostRp ?? rupiah(0), lot.quantityThousandths));
  return sumRupiah(values);
}

/** What a record means in goods: which lots went where. */
export function stockMovesOf(record: JournalRecord): StockMove[] {
  switch (record.type) {
    case 'sale-completed/1':
      return record.body.lines.flatMap((line) =>
        line.lots.map((lot) => ({
          productId: line.productId,
          lotId: lot.lotId,
          owner: lot.owner,
          from: 'shop' as const,
          to: 'outside' as const,
          quantityThousandths: lot.quantityThousandths,
        })),
      );
    case 'opening-stock/1':
      return record.body.lots.map((lot) => ({
        productId: lot.productId,
        lotId: lot.lotId,
        owner: lot.owner,
        from: 'outside' as const,
        to: 'shop' as const,
        quantityThousandths: lot.quantityThousandths,
      }));
    default:
      return [];
  }
}

/** The change of what the shop holds that a move makes, in thousandths. */
export function shopDelta(move: StockMove): Thousandths {
  if (move.to === move.from) return thousandths(0);
  return thousandths(move.to === 'shop' ? move.quantityThousandths : 0 - move.quantityThousandths);
}
