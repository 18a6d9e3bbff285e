import type { AreaHandlers } from '../../../../shared/contract/define.ts';
import type { returnsContract } from '../../../../shared/contract/returns.ts';
import { refundsBy, refundSums, refundWays } from '../../../../shared/domain/refunds.ts';
import type { Ctx } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { isDeposit, raiseDueClaims } from '../../programmes/index.ts';
import { requireOpenShift } from '../open-ticket.ts';
import {
  planReturn,
  requireReturnNote,
  restOf,
  returnNeedsApproval,
  takeReturnApproval,
} from './plan-return.ts';
import { isFractional, saleToReturn } from './sale-to-return.ts';
import { writeReturn } from './write-return.ts';

type ReturnHandlers = AreaHandlers<typeof returnsContract, Ctx>;

/** A sale with what of it can still come back. */
const sale: ReturnHandlers['sale'] = (ctx, { saleId }) => {
  const source = saleToReturn(ctx, saleId);
  const { row } = source;
  return {
    saleId,
    receipt: row.receipt,
    at: row.at,
    businessDate: row.business_date,
    cashier: row.cashier,
    memberId: source.sale.buyer.memberId,
    buyerId: source.sale.buyer.buyerId,
    lines: source.sale.lines.map((line) => {
      const { left, worthRp } = restOf(source, line.lineId);
      return {
        lineId: line.lineId,
        name: line.name,
        unit: line.unit,
        fractional: isFractional(ctx, line),
        soldThousandths: line.quantityThousandths,
        leftThousandths: left,
        unitPriceRp: line.unitPriceRp,
        totalRp: line.totalRp,
        leftRp: worthRp,
        deposit: isDeposit(ctx.db, line.productId),
      };
    }),
    totalRp: source.sale.totalRp,
    late: source.late,
    tenders: source.sale.tenders,
  };
};

/** What a return would come to, in every way in which it may be paid back. */
const preview: ReturnHandlers['preview'] = (ctx, input) => {
  const planned = planReturn(ctx, input);
  const { source, sums } = planned;
  return {
    totalRp: sums.totalRp,
    exchangeRp: sums.refundRp,
    ways: refundWays(source).map((kind) => ({
      kind,
      ...refundSums(refundsBy(source, kind, sums.refundRp)),
    })),
    needsApproval: returnNeedsApproval(ctx, planned),
  };
};

/** Takes goods back and pays back for them. What was seen before is what is paid, or nothing is. */
const complete: ReturnHandlers['complete'] = (ctx, input) => {
  requireOpenShift(ctx);
  // What comes back now was not here when a decree lowered its price.
  raiseDueClaims(ctx);
  requireReturnNote(input);
  const planned = planReturn(ctx, input);
  const { source, sums } = planned;
  const { refund } = input;
  if (!refundWays(source).includes(refund.kind)) {
    throw new DomainError('return.way-unfit', {
      owed: source.owed.some((each) => each.amountRp > 0) ? 1 : 0,
    });
  }
  const reference = 'reference' in refund ? refund.reference : '';
  const refunds = refundsBy(source, refund.kind, sums.refundRp, reference);
  // A card or a bank gives money back under a number, and nobody finds it on the statement without.
  if (refunds.some((each) => 'reference' in each && each.reference === '')) {
    throw new DomainError('tender.reference-required');
  }
  const { refundRp } = refundSums(refunds);
  if (refundRp !== input.refundRp) throw new DomainError('return.changed', { refundRp });
  const approval = takeReturnApproval(ctx, planned, input.approvalId);
  const { reason, note } = input;
  const { body, printJobId } = writeReturn(ctx, planned, { refunds, reason, note, approval, drawer: true });
  return {
    returnId: body.returnId,
    receipt: body.receipt,
    totalRp: body.totalRp,
    refundRp: body.refundRp,
    refunds: body.refunds,
    printJobId,
  };
};

/** What the `returns` area of the contract does. */
export const returnsHandlers: ReturnHandlers = { sale, preview, complete };
