import type { Rupiah } from '../../../shared/domain/money.ts';
import { saleOf, type SaleRecord } from '../../../shared/domain/sale-view.ts';
import type { RecordOf } from '../../../shared/journal/record.ts';
import type { Tender } from '../../../shared/journal/sale-bodies.ts';
import { run, type Db } from '../db/sql.ts';

/** A sale on account is a debt of its member or institution. */
export function applyDebtOfSale(db: Db, record: SaleRecord): void {
  const sale = saleOf(record);
  for (const tender of sale.tenders) {
    const debtor = debtorOf(tender);
    if (debtor === undefined) continue;
    run(
      db,
      `INSERT INTO debt (debtor_kind, debtor_id, sale_id, sale_number, receipt, seq, business_date, due_date,
                         amount_rp)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      debtor.kind,
      debtor.id,
      sale.saleId,
      sale.number,
      sale.receipt,
      record.seq,
      record.businessDate ?? '',
      debtor.dueDate,
      tender.amountRp,
    );
  }
}

interface Debtor {
  readonly kind: 'member' | 'buyer';
  readonly id: string;
  readonly dueDate: string;
}

function debtorOf(tender: Tender): Debtor | undefined {
  if (tender.kind === 'kasbon') return { kind: 'member', id: tender.memberId, dueDate: tender.dueDate };
  if (tender.kind === 'invoice') return { kind: 'buyer', id: tender.buyerId, dueDate: tender.dueDate };
  return undefined;
}

/** Goods that came back on account take off what is owed for them. */
export function applyDebtOfReturn(db: Db, record: RecordOf<'sale-returned/1'>): void {
  const { body } = record;
  for (const refund of body.refunds) {
    if (refund.kind !== 'kasbon' && refund.kind !== 'invoice') continue;
    const debtorId = refund.kind === 'kasbon' ? refund.memberId : refund.buyerId;
    takeOffReturned(db, debtorId, body.sale.saleId, refund.amountRp);
    run(
      db,
      'INSERT INTO debt_return (seq, debtor_id, receipt, business_date, amount_rp) VALUES (?, ?, ?, ?, ?)',
      record.seq,
      debtorId,
      body.receipt,
      record.businessDate ?? '',
      refund.amountRp,
    );
  }
}

/** A payment is shared out over the sales it names. */
export function applyDebtPaid(db: Db, record: RecordOf<'debt-paid/1'>): void {
  const { body } = record;
  const debtorId = body.debtor.kind === 'member' ? body.debtor.memberId : body.debtor.buyerId;
  for (const { saleId, amountRp } of body.allocations) takeOffPaid(db, debtorId, saleId, amountRp);
  run(
    db,
    `INSERT INTO debt_payment (number, payment_id, seq, receipt, at, business_date, debtor_id, amount_rp,
                               rounding_rp, tender)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    body.number,
    body.paymentId,
    record.seq,
    body.receipt,
    record.at,
    record.businessDate ?? '',
    debtorId,
    body.amountRp,
    body.roundingRp,
    body.tender.kind,
  );
}

function takeOffReturned(db: Db, debtorId: string, saleId: string, amountRp: Rupiah): void {
  const changed = run(
    db,
    'UPDATE debt SET returned_rp = returned_rp + ? WHERE debtor_id = ? AND sale_id = ?',
    amountRp,
    debtorId,
    saleId,
  );
  requireOne(changed, debtorId, saleId);
}

function takeOffPaid(db: Db, debtorId: string, saleId: string, amountRp: Rupiah): void {
  const changed = run(
    db,
    'UPDATE debt SET paid_rp = paid_rp + ? WHERE debtor_id = ? AND sale_id = ?',
    amountRp,
    debtorId,
    saleId,
  );
  requireOne(changed, debtorId, saleId);
}

function requireOne(changed: number, debtorId: string, saleId: string): void {
  if (changed !== 1) throw new Error(`no debt of ${debtorId} for sale ${saleId}`);
}
