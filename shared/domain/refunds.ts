import type { Refund, ReturnBody, SaleBody } from '../journal/sale-bodies.ts';
import { roundCashDown } from './cash-rounding.ts';
import { NO_RUPIAH, rupiah, sumRupiah, type Rupiah } from './money.ts';

/** Ways in which a return is paid back: cash, how the sale was paid, or off what is owed for it. */
export const REFUND_WAYS = ['cash', 'qris', 'transfer', 'card', 'savings', 'debt'] as const;
export type RefundWay = (typeof REFUND_WAYS)[number];

/** What is still owed for a sale, by whom. */
export type Owed =
  | { readonly kind: 'kasbon'; readonly memberId: string; readonly amountRp: Rupiah }
  | { readonly kind: 'invoice'; readonly buyerId: string; readonly amountRp: Rupiah };

/** A sale as whoever pays back sees it. */
export interface PaidSoFar {
  readonly sale: SaleBody;
  readonly earlier: readonly Pick<ReturnBody, 'refunds'>[];
  readonly owed: readonly Owed[];
}

/**
 * Ways in which a return of this sale may be paid back, the most fitting first. As long as something is
 * owed for the sale there is only one: nobody is given money for goods that were not paid for.
 */
export function refundWays(paid: PaidSoFar): RefundWay[] {
  if (owedRp(paid) > 0) return ['debt'];
  const others = REFUND_WAYS.filter((way) => way !== 'cash' && way !== 'debt' && limitOf(paid, way) > 0);
  const inCash = paid.sale.tenders.some((tender) => tender.kind === 'cash');
  return inCash ? ['cash', ...others] : [...others, 'cash'];
}

function owedRp(paid: PaidSoFar): Rupiah {
  return sumRupiah(paid.owed.map((each) => each.amountRp));
}

/** What came in by a kind of tender and has not gone back the same way. */
function limitOf({ sale, earlier }: PaidSoFar, kind: string): Rupiah {
  const came = sale.tenders.filter((tender) => tender.kind === kind);
  const went = earlier.flatMap((each) => each.refunds).filter((refund) => refund.kind === kind);
  const left = sumRupiah(came.map((each) => each.amountRp)) - sumRupiah(went.map((each) => each.amountRp));
  return rupiah(Math.max(0, left));
}

/**
 * The refunds of a return that is paid back in one way. What that way does not take (more than came in
 * by it, more than is owed) goes back in cash, rounded as cash is; never empty.
 * @param way one of `refundWays`
 * @param amountRp what is given back, as `returnOf` says
 * @param reference what the acquirer or the bank calls it; empty for the other ways
 */
export function refundsBy(paid: PaidSoFar, way: RefundWay, amountRp: Rupiah, reference = ''): Refund[] {
  switch (way) {
    case 'cash':
      return withCash(paid, [], amountRp);
    case 'debt':
      return withCash(paid, offDebt(paid, amountRp), amountRp);
    case 'savings': {
      const memberId = paid.sale.tenders.find((tender) => tender.kind === 'savings')?.memberId;
      if (memberId === undefined) throw new RangeError('nothing of the sale came from savings');
      return withCash(
        paid,
        [{ kind: way, amountRp: least(amountRp, limitOf(paid, way)), memberId }],
        amountRp,
      );
    }
    default:
      return withCash(
        paid,
        [{ kind: way, amountRp: least(amountRp, limitOf(paid, way)), reference }],
        amountRp,
      );
  }
}

/**
 * The refunds of goods given back in exchange for others: set against those as far as they go, then off
 * what is owed for the goods given back, the rest in cash.
 * @param newTotalRp what the new goods cost
 */
export function exchangeRefunds(paid: PaidSoFar, amountRp: Rupiah, newTotalRp: Rupiah): Refund[] {
  const set: Refund = { kind: 'exchange', amountRp: least(amountRp, newTotalRp) };
  const restRp = rupiah(amountRp - set.amountRp);
  return withCash(paid, [set, ...offDebt(paid, restRp)], amountRp);
}

function offDebt(paid: PaidSoFar, amountRp: Rupiah): Refund[] {
  const refunds: Refund[] = [];
  let left = amountRp;
  for (const owed of paid.owed) {
    const off = least(left, owed.amountRp);
    if (off === 0) continue;
    left = rupiah(left - off);
    refunds.push({ ...owed, amountRp: off });
  }
  return refunds;
}

function withCash({ sale }: PaidSoFar, refunds: readonly Refund[], amountRp: Rupiah): Refund[] {
  const given = refunds.filter((refund) => refund.amountRp > 0);
  const restRp = rupiah(amountRp - sumRupiah(given.map((refund) => refund.amountRp)));
  const cash: Refund = { kind: 'cash', amountRp: roundCashDown(restRp, sale.cashStepRp) };
  return cash.amountRp > 0 || given.length === 0 ? [...given, cash] : given;
}

function least(a: Rupiah, b: Rupiah): Rupiah {
  return a < b ? a : b;
}

/** What is paid back in all, and the part of it that is cash. */
export function refundSums(refunds: readonly Refund[]): { refundRp: Rupiah; cashRp: Rupiah } {
  const cash = refunds.filter((refund) => refund.kind === 'cash');
  return {
    refundRp: sumRupiah(refunds.map((refund) => refund.amountRp)),
    cashRp: cash.length === 0 ? NO_RUPIAH : sumRupiah(cash.map((refund) => refund.amountRp)),
  };
}
