import type { z } from 'zod';
import type { tenderInputSchema, Ticket } from '../../../shared/contract/till.ts';
import { cashRounding } from '../../../shared/domain/cash-rounding.ts';
import { NO_RUPIAH, rupiah, sumRupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { qrisEvidenceSchema, type Tender } from '../../../shared/journal/sale-bodies.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { creditTender } from './credit.ts';
import { qrisOfTicket, type QrisRow } from './qris-store.ts';

export type TenderInput = z.output<typeof tenderInputSchema>;
type CashInput = Extract<TenderInput, { kind: 'cash' }>;

/** More change than this is a slip of the finger (a barcode in the money field), not a payment. */
const MAX_CHANGE_RP = 10_000_000;

/** How a ticket is settled: every tender with its amount, and the rounding of the part in cash. */
export interface Settled {
  readonly tenders: readonly Tender[];
  readonly roundingRp: Rupiah;
  /** An approval that a debtor's limit needed. */
  readonly approvalIds: readonly string[];
}

/**
 * Settles what is owed: what was confirmed or named first, cash the rest. Only the part in cash is
 * rounded, down to the till's step. Every confirmed QRIS payment of the ticket is money that has
 * arrived, so it must be among the tenders.
 * @param owedRp the ticket's total less goods given in exchange
 * @throws DomainError where the tenders are less than what is owed, or other than cash and more
 */
export function settle(
  ctx: Ctx,
  ticket: Ticket,
  owedRp: Rupiah,
  inputs: readonly TenderInput[],
  approvalId: string | null,
): Settled {
  const cash = inputs.filter((input): input is CashInput => input.kind === 'cash');
  if (cash.length > 1) throw new DomainError('tender.twice');
  const exact: Tender[] = [];
  const approvalIds: string[] = [];
  requireConfirmedUsed(ctx, ticket, inputs);
  for (const input of inputs) {
    if (input.kind === 'cash') continue;
    const { tender, approved } = exactTender(ctx, ticket, input, approvalId);
    if (tender.amountRp <= 0) throw new DomainError('tender.nothing');
    exact.push(tender);
    if (approved !== null) approvalIds.push(approved);
  }
  requireOncePerKind(exact);
  const leftRp = rupiah(owedRp - sumRupiah(exact.map((tender) => tender.amountRp)));
  if (leftRp < 0) throw new DomainError('tender.above-due', { dueRp: owedRp });
  const [notes] = cash;
  if (notes === undefined) {
    if (leftRp > 0) throw new DomainError('tender.too-small', { shortRp: leftRp });
    return { tenders: exact, roundingRp: NO_RUPIAH, approvalIds };
  }
  const roundingRp = cashRounding(leftRp, ticket.cashStepRp);
  const tender = cashTender(rupiah(leftRp + roundingRp), notes);
  // Nothing was left for cash, and nothing was given: the other tenders say it all.
  const needless = leftRp === 0 && tender.receivedRp === 0 && exact.length > 0;
  return { tenders: needless ? exact : [...exact, tender], roundingRp, approvalIds };
}

function cashTender(dueRp: Rupiah, { receivedRp, donationRp }: CashInput): Extract<Tender, { kind: 'cash' }> {
  const overRp = receivedRp - dueRp;
  if (overRp < 0) throw new DomainError('tender.too-small', { shortRp: 0 - overRp });
  if (overRp > MAX_CHANGE_RP) throw new DomainError('tender.too-large', { receivedRp, dueRp });
  if (donationRp > overRp) throw new DomainError('donation.above-change', { changeRp: overRp });
  return { kind: 'cash', amountRp: dueRp, receivedRp, changeRp: rupiah(overRp - donationRp), donationRp };
}

/** Money that has arrived may not be left out of the sale it was paid for. */
function requireConfirmedUsed(ctx: Ctx, ticket: Ticket, inputs: readonly TenderInput[]): void {
  const used = inputs.flatMap((input) => (input.kind === 'qris' ? [input.paymentId] : []));
  if (new Set(used).size !== used.length) throw new DomainError('tender.twice');
  const arrived = qrisOfTicket(ctx.db, ticket.ticketId).filter((row) => row.state === 'confirmed');
  const left = arrived.find((row) => !used.includes(row.payment_id));
  if (left !== undefined) throw new DomainError('qris.left-out', { amountRp: left.amount_rp });
}

/** Two tenders on one account would be two debts for one sale. */
function requireOncePerKind(tenders: readonly Tender[]): void {
  for (const kind of ['kasbon', 'savings', 'invoice']) {
    if (tenders.filter((tender) => tender.kind === kind).length > 1) throw new DomainError('tender.twice');
  }
}

interface Judged {
  readonly tender: Tender;
  readonly approved: string | null;
}

function exactTender(
  ctx: Ctx,
  ticket: Ticket,
  input: Exclude<TenderInput, CashInput>,
  approvalId: string | null,
): Judged {
  switch (input.kind) {
    case 'qris':
      return { tender: qrisTender(ctx, ticket, input.paymentId), approved: null };
    case 'transfer':
    case 'card': {
      // Without a reference nobody can find the payment on the bank's statement.
      if (input.reference === '') throw new DomainError('tender.reference-required');
      const { kind, amountRp, reference } = input;
      return { tender: { kind, amountRp, reference }, approved: null };
    }
    default:
      return creditTender(ctx, ticket, input, approvalId);
  }
}

function qrisTender(ctx: Ctx, ticket: Ticket, paymentId: string): Tender {
  const row = qrisOfTicket(ctx.db, ticket.ticketId).find((each) => each.payment_id === paymentId);
  if (row === undefined) throw new DomainError('qris.unknown');
  return confirmedTender(row);
}

function confirmedTender(row: QrisRow): Tender {
  if (row.state !== 'confirmed') throw new DomainError('qris.not-confirmed', { amountRp: row.amount_rp });
  return {
    kind: 'qris',
    amountRp: rupiah(row.amount_rp),
    paymentId: row.payment_id,
    evidence: qrisEvidenceSchema.parse(row.evidence),
    reference: row.reference,
    confirmedBy: row.confirmed_by,
  };
}
