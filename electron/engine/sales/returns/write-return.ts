import { rupiah } from '../../../../shared/domain/money.ts';
import { refundSums } from '../../../../shared/domain/refunds.ts';
import { wrongReturnSum } from '../../../../shared/domain/sale-sums.ts';
import { returnReceiptDocument } from '../../../../shared/documents/return-receipt.ts';
import { businessDateSchema } from '../../../../shared/domain/business-date.ts';
import type { Refund, ReturnBody, ReturnReason } from '../../../../shared/journal/sale-bodies.ts';
import type { Ctx } from '../../context.ts';
import { enqueuePrint } from '../../printing/index.ts';
import type { TakenApproval } from '../../staff/index.ts';
import { requireOpenShift } from '../open-ticket.ts';
import { buyerLineOf } from '../sale-receipt.ts';
import { perpetualTotals } from '../sale-store.ts';
import { recordCylindersReturned } from '../subsidy/record-cylinders.ts';
import type { PlannedReturn } from './plan-return.ts';
import { nextReturnNumber, returnName } from './return-store.ts';

/** How a return is made: the money, the words and who allowed it. */
export interface ReturnTerms {
  readonly refunds: readonly Refund[];
  readonly reason: ReturnReason;
  readonly note: string;
  readonly approval: TakenApproval;
  /** Whether the drawer opens for what is paid back in cash. */
  readonly drawer: boolean;
}

/** A return as it was written. */
export interface WrittenReturn {
  readonly body: ReturnBody;
  readonly printJobId: string | null;
}

/**
 * Writes a return: its record, the tables and the print job, in the caller's transaction.
 */
export function writeReturn(ctx: Ctx, { source, sums }: PlannedReturn, terms: ReturnTerms): WrittenReturn {
  const shift = requireOpenShift(ctx);
  const { row, sale } = source;
  const { refundRp, cashRp } = refundSums(terms.refunds);
  const number = nextReturnNumber(ctx.db);
  const body: ReturnBody = {
    returnId: ctx.ports.ids.next(),
    shiftId: shift.shiftId,
    cashier: shift.cashier,
    number,
    receipt: returnName(ctx.store(), number),
    sale: {
      saleId: sale.saleId,
      number: sale.number,
      receipt: sale.receipt,
      businessDate: businessDateSchema.parse(row.business_date),
      memberId: sale.buyer.memberId,
      buyerId: sale.buyer.buyerId,
    },
    lines: sums.lines,
    totalRp: sums.totalRp,
    taxRp: sums.taxRp,
    roundingRp: rupiah(refundRp - sums.totalRp),
    refundRp,
    refunds: [...terms.refunds],
    reason: terms.reason,
    note: terms.note,
    approvalId: terms.approval.approvalId,
    approvedBy: terms.approval.approver,
    perpetualRefundRp: rupiah(perpetualTotals(ctx.db).refundRp + sums.totalRp),
  };
  const wrong = wrongReturnSum(body);
  if (wrong !== undefined) throw new Error(`a return does not add up: ${wrong}`);
  const { record, hash } = ctx.append('sale-returned/1', body);
  if (record.type !== 'sale-returned/1') throw new Error('a return was appended as something else');
  const cylinders = recordCylindersReturned(ctx, body);
  const printJobId = enqueuePrint(ctx, {
    kind: 'receipt',
    title: body.receipt,
    document: () =>
      returnReceiptDocument({
        profile: ctx.store(),
        record,
        hash,
        copy: null,
        buyerLine: buyerLineOf(ctx, body.sale),
        cylinders,
      }),
    drawer: terms.drawer && cashRp > 0,
  });
  ctx.changed('sales', 'cash', 'subsidy');
  return { body, printJobId };
}
