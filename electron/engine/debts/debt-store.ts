import { rupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { all, number, type Db } from '../db/sql.ts';

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
