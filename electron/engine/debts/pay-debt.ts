import type { z } from 'zod';
import type { AreaHandlers } from '../../../shared/contract/define.ts';
import type { debtsContract, debtTenderInputSchema } from '../../../shared/contract/debts.ts';
import type { StoreProfile } from '../../../shared/contract/setup.ts';
import { debtRounding, shareOutPayment, type Allocation } from '../../../shared/domain/debts.ts';
import { maskedName } from '../../../shared/domain/masked-name.ts';
import { NO_RUPIAH, rupiah, sumRupiah, type Rupiah } from '../../../shared/domain/money.ts';
import { wrongDebtSum } from '../../../shared/domain/sale-sums.ts';
import { debtReceiptDocument } from '../../../shared/documents/debt-receipt.ts';
import type { BuyerLine } from '../../../shared/documents/paper-parts.ts';
import type { RecordBodies } from '../../../shared/journal/bodies.ts';
import { openShift } from '../cash/index.ts';
import type { Ctx } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { memberById } from '../members/index.ts';
import { policy } from '../policy/index.ts';
import { enqueuePrint } from '../printing/index.ts';
import { nextPaymentNumber, openDebtsOf, receiptOfDebt, type OpenDebt } from './debt-store.ts';
import { whoIs, type Who } from './debtor.ts';

type DebtsHandlers = AreaHandlers<typeof debtsContract, Ctx>;
type Body = RecordBodies['debt-paid/1'];
type Tender = Body['tender'];
type TenderInput = z.output<typeof debtTenderInputSchema>;

/** More change than this is a slip of the finger, not a payment. */
const MAX_CHANGE_RP = 10_000_000;

/** As many as one record of a payment holds. */
const MAX_SALES = 500;

/**
 * Takes a payment of what a member or an institution owes. The record, the tables and the receipt to
 * print are one transaction. Never more than is owed comes off; only cash may be more, and comes back
 * as change.
 */
export const pay: DebtsHandlers['pay'] = (ctx, input) => {
  const shift = requireOpenShift(ctx);
  const who = whoIs(ctx, input.kind, input.id);
  const open = openDebtsOf(ctx.db, input.id);
  const owedRp = sumOf(open);
  if (owedRp === 0) throw new DomainError('debt.none');
  // What was seen is what is paid: a payment taken at another window, or goods given back, change it.
  if (owedRp !== input.owedRp) throw new DomainError('debt.changed', { owedRp });
  const { amountRp } = input;
  if (amountRp === 0) throw new DomainError('tender.nothing');
  const meant = meantSales(open, input.saleIds, owedRp);
  if (amountRp > sumOf(meant)) throw new DomainError('debt.above-owed', { owedRp: sumOf(meant) });
  const allocations = shareOutPayment(meant, amountRp);
  if (allocations.length > MAX_SALES) throw new DomainError('debt.too-many', { maximum: MAX_SALES });
  const roundingRp = roundingOf(ctx, input.tender, meant, allocations);
  const number = nextPaymentNumber(ctx.db);
  const body: Body = {
    paymentId: ctx.ports.ids.next(),
    shiftId: shift.shiftId,
    cashier: shift.cashier,
    number,
    receipt: paymentName(ctx.store(), number),
    debtor:
      who.kind === 'member'
        ? { kind: 'member', memberId: who.debtorId }
        : { kind: 'buyer', buyerId: who.debtorId },
    amountRp,
    roundingRp,
    tender: tenderOf(ctx, who, input.tender, rupiah(amountRp + roundingRp)),
    allocations,
    leftRp: rupiah(owedRp - amountRp),
  };
  return writePayment(ctx, who, body);
};

function writePayment(ctx: Ctx, who: Who, body: Body): z.input<typeof debtsContract.pay.output> {
  const wrong = wrongDebtSum(body);
  if (wrong !== undefined) throw new Error(`a payment does not add up: ${wrong}`);
  const { record, hash } = ctx.append('debt-paid/1', body);
  if (record.type !== 'debt-paid/1') throw new Error('a payment was appended as something else');
  const printJobId = enqueuePrint(ctx, {
    kind: 'receipt',
    title: body.receipt,
    document: () =>
      debtReceiptDocument({
        profile: ctx.store(),
        record,
        hash,
        copy: null,
        buyerLine: payerLine(who),
        receiptOf: (saleId) => receiptOfDebt(ctx.db, saleId),
      }),
    drawer: body.tender.kind === 'cash',
  });
  ctx.changed('sales', 'cash', 'members');
  const cash = body.tender.kind === 'cash' ? body.tender : null;
  return {
    paymentId: body.paymentId,
    receipt: body.receipt,
    amountRp: body.amountRp,
    roundingRp: body.roundingRp,
    receivedRp: cash?.receivedRp ?? body.tender.amountRp,
    changeRp: cash?.changeRp ?? NO_RUPIAH,
    sales: body.allocations.length,
    leftRp: body.leftRp,
    printJobId,
  };
}

/** Money goes into a drawer that somebody answers for. */
function requireOpenShift(ctx: Ctx): { readonly shiftId: string; readonly cashier: string } {
  const shift = openShift(ctx.db);
  if (shift === undefined) throw new DomainError('shift.closed');
  if (shift.locked_at !== null) throw new DomainError('shift.already-counted');
  return { shiftId: shift.shift_id, cashier: shift.cashier };
}

/** A payment's number as printed: `G2207-1-P001`. */
function paymentName(profile: StoreProfile, paymentNumber: number): string {
  return `${profile.storeCode}-${profile.tillNumber}-P${String(paymentNumber).padStart(3, '0')}`;
}

/** The sales to be paid off, still in the order in which they are due. */
function meantSales(
  open: readonly OpenDebt[],
  saleIds: readonly string[] | null,
  owedRp: Rupiah,
): OpenDebt[] {
  if (saleIds === null) return [...open];
  const wanted = new Set(saleIds);
  const meant = open.filter(({ saleId }) => wanted.has(saleId));
  // One of them was paid off meanwhile, or was never this debtor's.
  if (meant.length !== wanted.size) throw new DomainError('debt.changed', { owedRp });
  return meant;
}

function sumOf(open: readonly OpenDebt[]): Rupiah {
  return sumRupiah(open.map(({ leftRp }) => leftRp));
}

function roundingOf(
  ctx: Ctx,
  tender: TenderInput,
  meant: readonly OpenDebt[],
  allocations: readonly Allocation[],
): Rupiah {
  if (tender.kind !== 'cash') return NO_RUPIAH;
  const stepRp = rupiah(policy(ctx.db).cashStepRp);
  const roundingRp = debtRounding(meant, allocations, stepRp);
  if (roundingRp === undefined) throw new DomainError('debt.cash-step', { stepRp });
  return roundingRp;
}

function tenderOf(ctx: Ctx, who: Who, input: TenderInput, amountRp: Rupiah): Tender {
  switch (input.kind) {
    case 'cash':
      return { kind: 'cash', amountRp, ...received(input.receivedRp, amountRp) };
    case 'savings': {
      if (who.kind !== 'member') throw new DomainError('tender.needs-member');
      const leftRp = memberById(ctx, who.debtorId).savings?.sukarelaRp ?? NO_RUPIAH;
      if (amountRp > leftRp) throw new DomainError('savings.too-little', { leftRp });
      return { kind: 'savings', amountRp, memberId: who.debtorId };
    }
    default:
      // Without a reference nobody can find the payment on the bank's statement.
      if (input.reference === '') throw new DomainError('tender.reference-required');
      return { kind: input.kind, amountRp, reference: input.reference };
  }
}

function received(receivedRp: Rupiah, dueRp: Rupiah): { receivedRp: Rupiah; changeRp: Rupiah } {
  const changeRp = rupiah(receivedRp - dueRp);
  if (changeRp < 0) throw new DomainError('tender.too-small', { shortRp: 0 - changeRp });
  if (changeRp > MAX_CHANGE_RP) throw new DomainError('tender.too-large', { receivedRp, dueRp });
  return { receivedRp, changeRp };
}

/** Who paid, as the roll may name them: a member by number and masked name, an institution by its name. */
function payerLine({ kind, number, name }: Who): BuyerLine | null {
  if (kind === 'member') return { number, maskedName: maskedName(name) };
  return name === '' ? null : { number: '', maskedName: name };
}
