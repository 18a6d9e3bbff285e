import type { ApprovalSubject } from '../../../../shared/contract/approvals.ts';
import { NO_RUPIAH } from '../../../../shared/domain/money.ts';
import { leftToReturn, returnOf, returnSubject, type ReturnSums } from '../../../../shared/domain/returns.ts';
import { formatQuantity } from '../../../../shared/i18n/format.ts';
import type { ReturnReason } from '../../../../shared/journal/sale-bodies.ts';
import type { Ctx } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { isDeposit } from '../../programmes/index.ts';
import { mustAsk, takeApproval, type TakenApproval } from '../../staff/index.ts';
import { isFractional, saleToReturn, type SaleToReturn } from './sale-to-return.ts';

/** Goods that are to come back. */
export interface ReturnRequest {
  readonly saleId: string;
  readonly lines: readonly {
    readonly lineId: string;
    readonly quantityThousandths: number;
    readonly condition: 'sellable' | 'damaged';
  }[];
}

/** A return that may be made: what it comes to, and what somebody may have to allow. */
export interface PlannedReturn {
  readonly source: SaleToReturn;
  readonly sums: ReturnSums;
  readonly subject: ApprovalSubject;
  /** Nothing but deposits goes out: it is the buyer's own money, on any day, and nobody has to allow it. */
  readonly onlyDeposits: boolean;
}

/**
 * Works out what a return comes to. Changes nothing.
 * @throws DomainError where a quantity is none, or more than is left of its line
 */
export function planReturn(ctx: Ctx, request: ReturnRequest): PlannedReturn {
  const source = saleToReturn(ctx, request.saleId);
  requireLeft(ctx, source, request);
  const sums = returnOf(source.sale, source.earlier, request.lines);
  const subject = returnSubject(request.saleId, request.lines, sums.totalRp);
  const onlyDeposits = sums.lines.every((line) => isDeposit(ctx.db, line.productId));
  return { source, sums, subject, onlyDeposits };
}

function requireLeft(ctx: Ctx, { sale, earlier }: SaleToReturn, { lines }: ReturnRequest): void {
  const wanted = new Map<string, number>();
  for (const { lineId, quantityThousandths } of lines) {
    const line = sale.lines.find((each) => each.lineId === lineId);
    if (line === undefined) throw new DomainError('ticket.line-unknown');
    if (quantityThousandths <= 0) throw new DomainError('quantity.invalid');
    if (quantityThousandths % 1000 !== 0 && !isFractional(ctx, line)) {
      throw new DomainError('quantity.fraction', { name: line.name });
    }
    const sum = (wanted.get(lineId) ?? 0) + quantityThousandths;
    wanted.set(lineId, sum);
    const left = leftToReturn(line, earlier);
    if (sum > left) {
      throw new DomainError('return.too-many', {
        name: line.name,
        left: left === 0 ? '' : `${formatQuantity(left)} ${line.unit}`,
      });
    }
  }
}

/** "Another reason" without a word says nothing to whoever reads it in the evening. */
export function requireReturnNote({ reason, note }: { reason: ReturnReason; note: string }): void {
  if (reason === 'other' && note === '') throw new DomainError('return.note-required');
}

/** Whether whoever is signed in has to ask somebody first. A late return has to be asked for, however small. */
export function returnNeedsApproval(ctx: Ctx, { source, sums, onlyDeposits }: PlannedReturn): boolean {
  return !onlyDeposits && mustAsk(ctx, 'return', source.late ? null : sums.totalRp);
}

/** Uses up the approval of a return; `approval.required` where there is none and it takes one. */
export function takeReturnApproval(
  ctx: Ctx,
  planned: PlannedReturn,
  approvalId: string | null,
): TakenApproval {
  const { source, sums, subject, onlyDeposits } = planned;
  if (onlyDeposits) return { approvalId: null, approver: ctx.person().name };
  return takeApproval(ctx, approvalId, subject, source.late ? null : sums.totalRp);
}

/** The part of a line that has not come back, and what it would be worth. */
export function restOf(
  source: SaleToReturn,
  lineId: string,
): { left: number; worthRp: ReturnSums['totalRp'] } {
  const line = source.sale.lines.find((each) => each.lineId === lineId);
  const left = line === undefined ? 0 : leftToReturn(line, source.earlier);
  if (left === 0) return { left, worthRp: NO_RUPIAH };
  const all = [{ lineId, quantityThousandths: left, condition: 'sellable' as const }];
  return { left, worthRp: returnOf(source.sale, source.earlier, all).totalRp };
}
