import type { JournalRecord, RecordOf } from '../journal/record.ts';
import { OWN_GOODS } from '../journal/parts.ts';
import type { SaleBody, Tender } from '../journal/sale-bodies.ts';
import { NO_RUPIAH, priceTimesQuantity, rupiah, sumRupiah, type Rupiah } from './money.ts';
import { thousandths, type Thousandths } from './quantity.ts';
import { saleOf } from './sale-view.ts';

/** Accounts a till's own records can move. Debit is positive. */
export type Account =
  | 'cash-drawer'
  /** Cash outside the drawer: the safe that floats come from and counts go back to. */
  | 'cash-safe'
  | 'bank'
  /** Paid by QRIS or card and not yet on the bank account. */
  | 'qris-clearing'
  | 'card-clearing'
  | 'member-receivable'
  | 'buyer-receivable'
  /** What the co-operative owes its members in voluntary savings. */
  | 'member-savings'
  /** Goods given back in an errand that has not ended: zero once the exchange is paid. */
  | 'exchange-clearing'
  /** Change that buyers gave away; it is not the store's. */
  | 'donations-held'
  | 'sales'
  | 'sales-returns'
  | 'ppn-payable'
  | 'cash-rounding'
  | 'cash-variance'
  | 'inventory'
  | 'inventory-damaged'
  | 'cost-of-sales'
  | 'opening-equity'
  /** What the store owes for goods it bought. */
  | 'supplier-payable'
  /** Claimed of a supplier because a decree lowered the price of goods in stock. */
  | 'supplier-claims'
  | 'claim-income'
  /** Deposits for cylinders on loan: the buyers' money. */
  | 'cylinder-deposits';

/** One side of a double entry; the postings of a record sum to zero. */
export interface Posting {
  readonly account: Account;
  readonly amountRp: Rupiah;
}

/** Places stock can be. `outside` is where goods come from and go to; `damaged` can't be sold. */
export type Place = 'shop' | 'damaged' | 'outside';

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
    case 'sale-completed/2':
      return salePostings(saleOf(record));
    case 'sale-returned/1':
      return returnPostings(record);
    case 'debt-paid/1':
      return debtPostings(record);
    case 'shift-opened/1':
      return transfer('cash-drawer', 'cash-safe', record.body.floatRp);
    case 'cash-counted/1':
    case 'cash-counted/2':
      // Whatever lies in the drawer when it is counted is carried to the safe.
      return transfer('cash-safe', 'cash-drawer', record.body.countedRp);
    case 'shift-closed/1':
      return transfer('cash-drawer', 'cash-variance', record.body.varianceRp);
    case 'opening-stock/1':
      return transfer('inventory', 'opening-equity', openingValue(record));
    case 'cylinders-moved/1':
      return cylinderPostings(record);
    case 'price-claim-raised/1':
      return transfer('supplier-claims', 'claim-income', record.body.totalRp);
    case 'price-claim-settled/1':
      return [
        ...transfer('bank', 'supplier-claims', record.body.paidRp),
        ...transfer('claim-income', 'supplier-claims', record.body.refusedRp),
      ];
    default:
      return [];
  }
}

function transfer(debit: Account, credit: Account, amountRp: Rupiah): Posting[] {
  return [...entry(debit, amountRp), ...entry(credit, 0 - amountRp)];
}

/** One side, left out where it is nothing. */
function entry(account: Account, amount: number): Posting[] {
  return amount === 0 ? [] : [{ account, amountRp: rupiah(amount) }];
}

/** Where the money of each tender is; the same account gives it back. */
const ACCOUNT_OF: Readonly<Record<Tender['kind'], Account>> = {
  cash: 'cash-drawer',
  qris: 'qris-clearing',
  transfer: 'bank',
  card: 'card-clearing',
  kasbon: 'member-receivable',
  invoice: 'buyer-receivable',
  savings: 'member-savings',
  exchange: 'exchange-clearing',
};

function salePostings(sale: SaleBody): Posting[] {
  const taxRp = sale.tax?.taxRp ?? NO_RUPIAH;
  return [
    ...sale.tenders.flatMap(tenderPostings),
    ...entry('sales', taxRp - sale.totalRp),
    ...entry('ppn-payable', 0 - taxRp),
    // Rounding down costs the store, so it is a debit; the sale itself stays at its full price.
    ...entry('cash-rounding', 0 - sale.roundingRp),
    ...transfer('cost-of-sales', 'inventory', ownCost(sale)),
  ];
}

function tenderPostings(tender: Tender): Posting[] {
  const settled = entry(ACCOUNT_OF[tender.kind], tender.amountRp);
  return tender.kind === 'cash'
    ? [...settled, ...transfer('cash-drawer', 'donations-held', tender.donationRp)]
    : settled;
}

/** Cost of the store's own goods in a sale; a consignor's goods were never the store's to expense. */
function ownCost(sale: SaleBody): Rupiah {
  const costs = sale.lines.flatMap((line) =>
    line.lots
      .filter((lot) => lot.owner === OWN_GOODS && lot.unitCostRp !== null)
      .map((lot) => priceTimesQuantity(lot.unitCostRp ?? NO_RUPIAH, lot.quantityThousandths)),
  );
  return sumRupiah(costs);
}

function returnPostings({ body }: RecordOf<'sale-returned/1'>): Posting[] {
  const costOf = (condition: 'sellable' | 'damaged'): Rupiah =>
    sumRupiah(
      body.lines
        .filter((line) => line.condition === condition)
        .flatMap((line) => line.lots)
        .filter((lot) => lot.owner === OWN_GOODS)
        .map((lot) => lot.costRp ?? NO_RUPIAH),
    );
  return [
    ...entry('sales-returns', body.totalRp - body.taxRp),
    ...entry('ppn-payable', body.taxRp),
    ...body.refunds.flatMap((refund) => entry(ACCOUNT_OF[refund.kind], 0 - refund.amountRp)),
    ...entry('cash-rounding', body.roundingRp),
    ...transfer('inventory', 'cost-of-sales', costOf('sellable')),
    ...transfer('inventory-damaged', 'cost-of-sales', costOf('damaged')),
  ];
}

function debtPostings({ body }: RecordOf<'debt-paid/1'>): Posting[] {
  const debtor: Account = body.debtor.kind === 'member' ? 'member-receivable' : 'buyer-receivable';
  return [
    ...entry(ACCOUNT_OF[body.tender.kind], body.tender.amountRp),
    ...entry('cash-rounding', 0 - body.roundingRp),
    ...entry(debtor, 0 - body.amountRp),
  ];
}

/**
 * A deposit is rung up like goods and is no income: it is taken out of the sales, or of what was given
 * back, and held for the buyer. What was bought of the agen is owed for.
 */
function cylinderPostings({ body }: RecordOf<'cylinders-moved/1'>): Posting[] {
  const boughtRp = sumRupiah(
    body.moves
      .filter((move) => move.from === 'outside' && move.unitCostRp !== null)
      .map((move) => priceTimesQuantity(move.unitCostRp ?? NO_RUPIAH, move.quantityThousandths)),
  );
  return [
    ...transfer(body.depositRp < 0 ? 'sales-returns' : 'sales', 'cylinder-deposits', body.depositRp),
    ...transfer('inventory', 'supplier-payable', boughtRp),
  ];
}

function openingValue(record: RecordOf<'opening-stock/1'>): Rupiah {
  const values = record.body.lots
    .filter((lot) => lot.owner === OWN_GOODS && lot.unitCostRp !== null)
    .map((lot) => priceTimesQuantity(lot.unitCostRp ?? NO_RUPIAH, lot.quantityThousandths));
  return sumRupiah(values);
}

/** What a record means in goods: which lots went where. */
export function stockMovesOf(record: JournalRecord): StockMove[] {
  switch (record.type) {
    case 'sale-completed/1':
    case 'sale-completed/2':
      return saleOf(record).lines.flatMap((line) => moves(line.productId, line.lots, 'shop', 'outside'));
    case 'sale-returned/1':
      return record.body.lines.flatMap((line) =>
        moves(line.productId, line.lots, 'outside', line.condition === 'damaged' ? 'damaged' : 'shop'),
      );
    case 'opening-stock/1':
      return record.body.lots.flatMap((lot) => moves(lot.productId, [lot], 'outside', 'shop'));
    case 'cylinders-moved/1':
      return record.body.moves.flatMap((move) => moves(move.productId, [move], move.from, move.to));
    default:
      return [];
  }
}

interface MovedLot {
  readonly lotId: string;
  readonly owner: string;
  readonly quantityThousandths: Thousandths;
}

function moves(productId: string, lots: readonly MovedLot[], from: Place, to: Place): StockMove[] {
  return lots.map(({ lotId, owner, quantityThousandths }) => ({
    productId,
    lotId,
    owner,
    from,
    to,
    quantityThousandths,
  }));
}

/** The change of what the shop can sell that a move makes, in thousandths. */
export function shopDelta(move: StockMove): Thousandths {
  return placeDelta(move, 'shop');
}

/** The change of what lies damaged that a move makes, in thousandths. */
export function damagedDelta(move: StockMove): Thousandths {
  return placeDelta(move, 'damaged');
}

function placeDelta(move: StockMove, place: Place): Thousandths {
  const came = move.to === place ? move.quantityThousandths : 0;
  const went = move.from === place ? move.quantityThousandths : 0;
  return thousandths(came - went);
}
