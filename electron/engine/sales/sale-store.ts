import type { StoreProfile } from '../../../shared/contract/setup.ts';
import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { thousandths, type Thousandths } from '../../../shared/domain/quantity.ts';
import type { PerpetualTotals } from '../../../shared/journal/parts.ts';
import { all, get, number, type Db } from '../db/sql.ts';
import type { MoneyFlow } from './sums.ts';

export interface SaleRow {
  number: number;
  sale_id: string;
  seq: number;
  receipt: string;
  at: number;
  business_date: string;
  cashier: string;
  line_count: number;
  total_rp: number;
  due_rp: number;
  copies: number;
  has_buyer: 0 | 1;
}

const SALE_COLUMNS = `number, sale_id, seq, receipt, at, business_date, cashier, line_count, total_rp, due_rp, copies,
  member_id IS NOT NULL OR buyer_id IS NOT NULL AS has_buyer`;

/** Number of the next receipt: gapless, never reset. */
export function nextSaleNumber(db: Db): number {
  return number(db, 'SELECT coalesce(max(number), 0) + 1 FROM sale');
}

/** A receipt's number as printed: store, till, four digits or more. */
export function receiptName(profile: StoreProfile, saleNumber: number): string {
  return `${profile.storeCode}-${profile.tillNumber}-${String(saleNumber).padStart(4, '0')}`;
}

/** A sale by its receipt number as printed, or undefined where this till made none such. */
export function saleByReceipt(db: Db, receipt: string): SaleRow | undefined {
  return get<SaleRow>(db, `SELECT ${SALE_COLUMNS} FROM sale WHERE receipt = ?`, receipt);
}

/** A sale by its id. */
export function saleById(db: Db, saleId: string): SaleRow | undefined {
  return get<SaleRow>(db, `SELECT ${SALE_COLUMNS} FROM sale WHERE sale_id = ?`, saleId);
}

/** A sale's receipt number as printed, or undefined where there is no such sale. */
export function receiptOfSale(db: Db, saleId: string): string | undefined {
  return get<{ receipt: string }>(db, 'SELECT receipt FROM sale WHERE sale_id = ?', saleId)?.receipt;
}

/** The newest sales. */
export function latestSales(db: Db, limit: number): SaleRow[] {
  return all<SaleRow>(db, `SELECT ${SALE_COLUMNS} FROM sale ORDER BY number DESC LIMIT ?`, limit);
}

/** Sales by the number at the end of their receipt: `57` and `G2207-1-0057` both find it. */
export function salesByNumber(db: Db, saleNumber: number): SaleRow[] {
  return all<SaleRow>(db, `SELECT ${SALE_COLUMNS} FROM sale WHERE number = ?`, saleNumber);
}

/** What a member bought, newest first. */
export function salesOfMember(db: Db, memberId: string, limit: number): SaleRow[] {
  return all<SaleRow>(
    db,
    `SELECT ${SALE_COLUMNS} FROM sale WHERE member_id = ? ORDER BY number DESC LIMIT ?`,
    memberId,
    limit,
  );
}

/** What an institution bought, newest first. */
export function salesOfBuyer(db: Db, buyerId: string, limit: number): SaleRow[] {
  return all<SaleRow>(
    db,
    `SELECT ${SALE_COLUMNS} FROM sale WHERE buyer_id = ? ORDER BY number DESC LIMIT ?`,
    buyerId,
    limit,
  );
}

interface CountAndAmount {
  readonly count: number;
  readonly amountRp: Rupiah;
}

interface SumRow {
  count: number;
  amount_rp: number | null;
}

function countAndAmount(row: SumRow | undefined): CountAndAmount {
  return { count: row?.count ?? 0, amountRp: rupiah(row?.amount_rp ?? 0) };
}

/** Sales of a business day: how many, and their totals before rounding. */
export function salesOfDay(db: Db, businessDate: string): CountAndAmount {
  return countAndAmount(
    get<SumRow>(
      db,
      'SELECT count(*) AS count, sum(total_rp) AS amount_rp FROM sale WHERE business_date = ?',
      businessDate,
    ),
  );
}

/** Cash that moved in a shift of a business day: taken for sales, given back, or paid off debts. */
export function cashMoved(db: Db, businessDate: string, shiftId: string, flow: MoneyFlow): CountAndAmount {
  return countAndAmount(
    get<SumRow>(
      db,
      `SELECT times AS count, amount_rp FROM shift_money
       WHERE business_date = ? AND shift_id = ? AND flow = ? AND kind = 'cash'`,
      businessDate,
      shiftId,
      flow,
    ),
  );
}

/** What a day took or gave back, by tender. */
export function tendersOfDay(
  db: Db,
  businessDate: string,
  flow: MoneyFlow,
): { kind: string; count: number; amountRp: Rupiah }[] {
  const rows = all<SumRow & { kind: string }>(
    db,
    `SELECT kind, sum(times) AS count, sum(amount_rp) AS amount_rp FROM shift_money
     WHERE business_date = ? AND flow = ? GROUP BY kind ORDER BY kind`,
    businessDate,
    flow,
  );
  return rows.map((row) => ({ kind: row.kind, ...countAndAmount(row) }));
}

/** What one category sold on a day. */
export interface CategoryTotal {
  readonly category: string;
  readonly lines: number;
  readonly quantityThousandths: Thousandths;
  readonly amountRp: Rupiah;
}

/** A day's sales by category, the largest first. */
export function categoriesOfDay(db: Db, businessDate: string): CategoryTotal[] {
  const rows = all<{ category: string; lines: number; quantity: number; amount_rp: number }>(
    db,
    `SELECT category, lines, quantity_thousandths AS quantity, amount_rp FROM category_day
     WHERE business_date = ? ORDER BY amount_rp DESC, category`,
    businessDate,
  );
  return rows.map((row) => ({
    category: row.category,
    lines: row.lines,
    quantityThousandths: thousandths(row.quantity),
    amountRp: rupiah(row.amount_rp),
  }));
}

/** A day's sales by the hour of the store's clock; hours without a sale are left out. */
export function hoursOfDay(
  db: Db,
  businessDate: string,
  offsetMinutes: number,
): { hour: number; amountRp: Rupiah }[] {
  const rows = all<{ hour: number; amount_rp: number }>(
    db,
    `SELECT ((at / 60000 + ?) / 60) % 24 AS hour, sum(total_rp) AS amount_rp
     FROM sale WHERE business_date = ? GROUP BY hour ORDER BY min(number)`,
    offsetMinutes,
    businessDate,
  );
  return rows.map((row) => ({ hour: row.hour, amountRp: rupiah(row.amount_rp) }));
}

/** Totals that run on through every Z. */
export function perpetualTotals(db: Db): PerpetualTotals {
  const row = get<{ gross_rp: number; void_rp: number; refund_rp: number; net_rp: number }>(
    db,
    'SELECT gross_rp, void_rp, refund_rp, net_rp FROM perpetual WHERE id = 1',
  );
  return {
    grossRp: rupiah(row?.gross_rp ?? 0),
    voidRp: rupiah(row?.void_rp ?? 0),
    refundRp: rupiah(row?.refund_rp ?? 0),
    netRp: rupiah(row?.net_rp ?? 0),
  };
}
