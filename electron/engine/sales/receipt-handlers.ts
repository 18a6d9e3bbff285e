import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { SaleSummary, salesContract } from '../../../shared/contract/sales.ts';
import { receiptDocument } from '../../../shared/documents/receipt.ts';
import { documentLines } from '../../../shared/documents/lay-out.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { isSale, type SaleRecord } from '../../../shared/domain/sale-view.ts';
import { toHex } from '../../../shared/journal/chain.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { decodeStored, storedRecord } from '../journal/index.ts';
import type { StoreProfile } from '../../../shared/contract/setup.ts';
import { profileAt } from '../setup/index.ts';
import { enqueuePrint } from '../printing/index.ts';
import {
  latestSales,
  saleById,
  salesByNumber,
  salesOfBuyer,
  salesOfMember,
  type SaleRow,
} from './sale-store.ts';

type SalesHandlers = AreaHandlers<typeof salesContract, Ctx>;

/** The newest sales, or the one whose receipt number was typed or scanned. */
export const recent: SalesHandlers['recent'] = (ctx, input) => {
  const wanted = /(\d+)\s*$/.exec(input.text.trim())?.[1];
  if (input.text.trim() === '') return latestSales(ctx.db, input.limit).map(summary);
  return wanted === undefined ? [] : salesByNumber(ctx.db, Number(wanted)).map(summary);
};

/** What a member bought, newest first. */
export const ofMember: SalesHandlers['ofMember'] = (ctx, { memberId, limit }) =>
  salesOfMember(ctx.db, memberId, limit).map(summary);

/** What an institution bought, newest first. */
export const ofBuyer: SalesHandlers['ofBuyer'] = (ctx, { buyerId, limit }) =>
  salesOfBuyer(ctx.db, buyerId, limit).map(summary);

function summary(row: SaleRow): SaleSummary {
  return {
    saleId: row.sale_id,
    receipt: row.receipt,
    at: row.at,
    businessDate: row.business_date,
    cashier: row.cashier,
    lineCount: row.line_count,
    totalRp: rupiah(row.total_rp),
    dueRp: rupiah(row.due_rp),
    copies: row.copies,
  };
}

/** A receipt's text, made from the very record that was written when it was sold. */
export const receipt: SalesHandlers['receipt'] = (ctx, input) => {
  const { row, record, hash, profile } = requireSale(ctx, input.saleId);
  const columns = input.columns ?? ctx.store().receiptColumns;
  const document = receiptDocument({ profile, record, hash, copy: null });
  return { receipt: row.receipt, columns, lines: documentLines(document, columns) };
};

/** Prints a receipt again as SALINAN, counted and recorded. */
export const reprint: SalesHandlers['reprint'] = (ctx, input) => {
  const { row, record, hash, profile } = requireSale(ctx, input.saleId);
  const copy = row.copies + 1;
  ctx.append('receipt-reprinted/1', { saleId: row.sale_id, receipt: row.receipt, copy });
  const document = receiptDocument({ profile, record, hash, copy });
  const printJobId = enqueuePrint(ctx, { kind: 'copy', title: `${row.receipt} SALINAN ${copy}`, document });
  ctx.changed('sales');
  return { copy, lines: documentLines(document, ctx.store().receiptColumns), printJobId };
};

/** A sale with everything its receipt said when it was sold. */
interface SaleAsSold {
  readonly row: SaleRow;
  readonly record: SaleRecord;
  readonly hash: string;
  readonly profile: StoreProfile;
}

function requireSale(ctx: Ctx, saleId: string): SaleAsSold {
  const row = saleById(ctx.db, saleId);
  const stored = row === undefined ? undefined : storedRecord(ctx.db, row.seq);
  if (row === undefined || stored === undefined) throw new DomainError('sale.unknown');
  const record = decodeStored(stored.bytes);
  if (!isSale(record)) throw new Error(`record ${row.seq} is no sale`);
  return { row, record, hash: toHex(stored.hash), profile: profileAt(ctx.db, row.seq) };
}
