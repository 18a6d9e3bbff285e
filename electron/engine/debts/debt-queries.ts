import type { AreaHandlers } from '../../../shared/contract/define.ts';
import {
  debtTenderKindSchema,
  type Debtor,
  type DebtorDetail,
  type debtsContract,
  type OpenSaleReply,
} from '../../../shared/contract/debts.ts';
import { businessDateSchema, type BusinessDate } from '../../../shared/domain/business-date.ts';
import { ageingOf, daysLate } from '../../../shared/domain/debts.ts';
import { rupiah, sumRupiah } from '../../../shared/domain/money.ts';
import { folded } from '../catalog/index.ts';
import type { Ctx } from '../context.ts';
import { buyerById, findMembers, fits, memberDetail, todayOf } from '../members/index.ts';
import { policy } from '../policy/index.ts';
import {
  allOpenDebts,
  debtorsOfReceipt,
  everyDebtor,
  openDebtsOf,
  paymentsOf,
  type DebtPaymentRow,
  type OpenDebt,
} from './debt-store.ts';
import { debtorReply, whoAre, whoIs, type Who } from './debtor.ts';

type DebtsHandlers = AreaHandlers<typeof debtsContract, Ctx>;

/** Payments that a debtor's page shows: a year of paying every week. */
const PAYMENTS_SHOWN = 50;

/** Who owes, the longest late first; by a text also those who have paid off everything. */
export const debtors: DebtsHandlers['debtors'] = (ctx, { kind, text, onlyOverdue, limit }) => {
  const today = todayOf(ctx);
  const open = Map.groupBy(allOpenDebts(ctx.db), ({ debtorId }) => debtorId);
  const typed = text.normalize().trim();
  const asked = (typed === '' ? openDebtors(open) : everyDebtor(ctx.db)).filter(
    (debtor) => kind === 'all' || debtor.kind === kind,
  );
  const found = thoseMeant(ctx, whoAre(ctx, asked), typed)
    .map((who) => debtorReply(who, open.get(who.debtorId) ?? [], today))
    .filter((debtor) => !onlyOverdue || debtor.overdueRp > 0)
    .toSorted(longestLateFirst);
  const ids = new Set(found.map(({ debtorId }) => debtorId));
  return {
    total: found.length,
    owedRp: sumRupiah(found.map(({ owedRp }) => owedRp)),
    overdueRp: sumRupiah(found.map(({ overdueRp }) => overdueRp)),
    overdue: found.filter(({ overdueRp }) => overdueRp > 0).length,
    ageing: ageingOf(
      [...open].flatMap(([debtorId, debts]) => (ids.has(debtorId) ? debts : [])),
      today,
    ),
    debtors: found.slice(0, limit),
  };
};

function openDebtors(open: ReadonlyMap<string, readonly OpenDebt[]>): Pick<OpenDebt, 'debtorId' | 'kind'>[] {
  return [...open.values()].flatMap((debts) => debts.slice(0, 1));
}

/** Those whom a text means: a member's card or number, words of a name, or a receipt. */
function thoseMeant(ctx: Ctx, people: readonly Who[], typed: string): readonly Who[] {
  if (typed === '') return people;
  const words = folded(typed).split(' ').filter(Boolean);
  const found = new Set([
    ...findMembers(ctx, typed, false),
    ...debtorsOfReceipt(ctx.db, typed.toUpperCase()),
  ]);
  return people.filter(
    ({ debtorId, kind, name }) =>
      found.has(debtorId) || (kind === 'buyer' && fits(folded(name).split(' '), words)),
  );
}

/** By the date that was due first; whoever owes nothing comes last. */
function longestLateFirst(a: Debtor, b: Debtor): number {
  return (
    compare(a.oldestDue ?? LAST_DATE, b.oldestDue ?? LAST_DATE) ||
    compare(folded(a.name), folded(b.name)) ||
    compare(a.debtorId, b.debtorId)
  );
}

const LAST_DATE = '9999-12-31';

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** One debtor with every open sale and the newest payments. */
export const debtor: DebtsHandlers['debtor'] = (ctx, { kind, id }) => {
  const today = todayOf(ctx);
  const open = openDebtsOf(ctx.db, id);
  return {
    ...debtorReply(whoIs(ctx, kind, id), open, today),
    ...reachedBy(ctx, kind, id),
    open: open.map((sale) => openSale(sale, today)),
    payments: paymentsOf(ctx.db, id, PAYMENTS_SHOWN).map(payment),
    cashStepRp: rupiah(policy(ctx.db).cashStepRp),
    today,
  };
};

function openSale(debt: OpenDebt, today: BusinessDate): OpenSaleReply {
  const { saleId, receipt, businessDate, dueDate, amountRp, returnedRp, paidRp, leftRp } = debt;
  return {
    saleId,
    receipt,
    businessDate,
    dueDate,
    daysLate: daysLate(dueDate, today),
    amountRp,
    returnedRp,
    paidRp,
    leftRp,
  };
}

/** How to ask for the money, and what else there is to pay with. */
function reachedBy(
  ctx: Ctx,
  kind: Debtor['kind'],
  debtorId: string,
): Pick<DebtorDetail, 'phone' | 'savingsRp'> {
  if (kind === 'buyer') return { phone: buyerById(ctx, debtorId).phone, savingsRp: null };
  const { phone, savings } = memberDetail(ctx, debtorId);
  return { phone, savingsRp: savings?.sukarelaRp ?? null };
}

function payment(row: DebtPaymentRow) {
  return {
    paymentId: row.payment_id,
    receipt: row.receipt,
    at: row.at,
    businessDate: businessDateSchema.parse(row.business_date),
    amountRp: rupiah(row.amount_rp),
    roundingRp: rupiah(row.rounding_rp),
    tender: debtTenderKindSchema.parse(row.tender),
  };
}

/** What may still go on somebody's account. */
export const room: DebtsHandlers['room'] = (ctx, { kind, id }) => {
  const { owedRp, limitRp, roomRp, overdueRp } = debtorReply(
    whoIs(ctx, kind, id),
    openDebtsOf(ctx.db, id),
    todayOf(ctx),
  );
  return { owedRp, limitRp, roomRp, overdueRp };
};
