import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { SaleSummary, salesContract } from '../../../shared/contract/sales.ts';
import { documentLines } from '../../../shared/documents/lay-out.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import type { Ctx } from '../context.ts';
import { enqueuePrint } from '../printing/index.ts';
import { latestSales, salesByNumber, salesOfBuyer, salesOfMember, type SaleRow } from './sale-store.ts';
import { saleReceipt } from './sale-receipt.ts';
import { requireSale } from './sold-sale.ts';

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
    hasBuyer: row.has_buyer === 1,
  };
}

/** A receipt's text, made from the very record that was written when it was sold; without the purchases of the year. */
export const receipt: SalesHandlers['receipt'] = (ctx, input) => {
  const { row, ...sold } = requireSale(ctx, input.saleId);
  const columns = input.columns ?? ctx.store().receiptColumns;
  const document = saleReceipt(ctx, sold, null, false);
  return { receipt: row.receipt, columns, lines: documentLines(document, columns) };
};

/** Prints a receipt again as SALINAN, counted and recorded. */
export const reprint: SalesHandlers['reprint'] = (ctx, input) => {
  const { row, ...sold } = requireSale(ctx, input.saleId);
  const copy = row.copies + 1;
  ctx.append('receipt-reprinted/1', { saleId: row.sale_id, receipt: row.receipt, copy });
  const document = saleReceipt(ctx, sold, copy);
  const printJobId = enqueuePrint(ctx, {
    kind: 'copy',
    title: `${row.receipt} SALINAN ${copy}`,
    document: () => document,
  });
  ctx.changed('sales');
  return { copy, lines: documentLines(document, ctx.store().receiptColumns), printJobId };
};
