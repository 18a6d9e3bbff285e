import type { DebtorKind } from '../../../shared/contract/debts.ts';
import { businessDateSchema, type BusinessDate } from '../../../shared/domain/business-date.ts';
import type { OpenSale } from '../../../shared/domain/debts.ts';
import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { all, get, number, type Db } from '../db/sql.ts';

/** What is owed for one sale. */
export interface DebtRow {
  debtor_kind: string;
  debtor_id: string;
  sale_id: string;
  sale_number: number;
  receipt: string;
  business_date: string;
  due_date: string;
  amount_rp: number;
  returned_rp: number;
  paid_rp: number;
}

/** All that a member or institution still owes. */
export function openDebt(db: Db, debtorId: string): Rupiah {
  return rupiah(
    number(
      db,
      'SELECT coalesce(sum(amount_rp - returned_rp - paid_rp), 0) FROM debt WHERE debtor_id = ?',
      debtorId,
    ),
  );
}

/** What is still owed for one sale, by whoever owes it; one row at the most for each debtor. */
export function debtsOfSale(db: Db, saleId: string): DebtRow[] {
  return all<DebtRow>(db, 'SELECT * FROM debt WHERE sale_id = ?', saleId);
}

/** A sale on account that is not paid off. */
export interface OpenDebt extends OpenSale {
  readonly debtorId: string;
  readonly kind: DebtorKind;
  readonly receipt: string;
  readonly businessDate: BusinessDate;
  readonly amountRp: Rupiah;
  readonly returnedRp: Rupiah;
  readonly paidRp: Rupiah;
}

const OPEN = 'returned_rp + paid_rp < amount_rp';
const PAY_ORDER = 'due_date, sale_number';

/** Every sale of the till that is not paid off, those that were due first before the others. */
export function allOpenDebts(db: Db): OpenDebt[] {
  return all<DebtRow>(db, `SELECT * FROM debt WHERE ${OPEN} ORDER BY ${PAY_ORDER}`).map(open);
}

/** One debtor's sales that are not paid off, in the order in which they are to be paid. */
export function openDebtsOf(db: Db, debtorId: string): OpenDebt[] {
  return all<DebtRow>(
    db,
    `SELECT * FROM debt WHERE debtor_id = ? AND ${OPEN} ORDER BY ${PAY_ORDER}`,
    debtorId,
  ).map(open);
}

/** Everybody who ever bought on account. */
export function everyDebtor(db: Db): { readonly debtorId: string; readonly kind: DebtorKind }[] {
  return all<Pick<DebtRow, 'debtor_id' | 'debtor_kind'>>(
    db,
    'SELECT DISTINCT debtor_id, debtor_kind FROM debt',
  ).map((row) => ({ debtorId: row.debtor_id, kind: kindOf(row) }));
}

/** Who bought on account on this receipt, by its number as printed. */
export function debtorsOfReceipt(db: Db, receipt: string): string[] {
  return all<Pick<DebtRow, 'debtor_id'>>(db, 'SELECT debtor_id FROM debt WHERE receipt = ?', receipt).map(
    (row) => row.debtor_id,
  );
}

/** The receipt number of a sale on account, open or not. */
export function receiptOfDebt(db: Db, saleId: string): string {
  const row = get<Pick<DebtRow, 'receipt'>>(db, 'SELECT receipt FROM debt WHERE sale_id = ?', saleId);
  if (row === undefined) throw new Error(`sale ${saleId} was not on account`);
  return row.receipt;
}

/** A payment as it was taken. */
export interface DebtPaymentRow {
  payment_id: string;
  receipt: string;
  at: number;
  business_date: string;
  amount_rp: number;
  rounding_rp: number;
  tender: string;
}

/** What somebody has paid, newest first. */
export function paymentsOf(db: Db, debtorId: string, limit: number): DebtPaymentRow[] {
  return all<DebtPaymentRow>(
    db,
    `SELECT payment_id, receipt, at, business_date, amount_rp, rounding_rp, tender FROM debt_payment
     WHERE debtor_id = ? ORDER BY number DESC LIMIT ?`,
    debtorId,
    limit,
  );
}

/** Number of the next payment: a series of its own, gapless and never reset. */
export function nextPaymentNumber(db: Db): number {
  return number(db, 'SELECT coalesce(max(number), 0) + 1 FROM debt_payment');
}

/** Something that moved what somebody owes. */
export interface MovementRow {
  kind: 'sale' | 'payment' | 'return';
  receipt: string;
  business_date: string;
  /** Of a sale; null otherwise. */
  due_date: string | null;
  amount_rp: number;
}

const MOVEMENTS = `
  SELECT seq, 'sale' AS kind, debtor_id, receipt, business_date, due_date, amount_rp FROM debt
  UNION ALL
  SELECT seq, 'return', debtor_id, receipt, business_date, NULL, amount_rp FROM debt_return
  UNION ALL
  SELECT seq, 'payment', debtor_id, receipt, business_date, NULL, amount_rp FROM debt_payment`;

/** What moved a debt between two days, both included, in the order it happened. */
export function movementsOf(db: Db, debtorId: string, from: string, to: string): MovementRow[] {
  return all<MovementRow>(
    db,
    `SELECT kind, receipt, business_date, due_date, amount_rp FROM (${MOVEMENTS})
     WHERE debtor_id = ? AND business_date BETWEEN ? AND ? ORDER BY seq`,
    debtorId,
    from,
    to,
  );
}

/** What somebody owed when a day began. */
export function owedBefore(db: Db, debtorId: string, date: string): Rupiah {
  return rupiah(
    number(
      db,
      `SELECT coalesce(sum(iif(kind = 'sale', amount_rp, -amount_rp)), 0) FROM (${MOVEMENTS})
       WHERE debtor_id = ? AND business_date < ?`,
      debtorId,
      date,
    ),
  );
}

function kindOf(row: Pick<DebtRow, 'debtor_kind'>): DebtorKind {
  return row.debtor_kind === 'member' ? 'member' : 'buyer';
}

function open(row: DebtRow): OpenDebt {
  return {
    debtorId: row.debtor_id,
    kind: kindOf(row),
    saleId: row.sale_id,
    receipt: row.receipt,
    businessDate: businessDateSchema.parse(row.business_date),
    dueDate: businessDateSchema.parse(row.due_date),
    amountRp: rupiah(row.amount_rp),
    returnedRp: rupiah(row.returned_rp),
    paidRp: rupiah(row.paid_rp),
    leftRp: rupiah(row.amount_rp - row.returned_rp - row.paid_rp),
  };
}
