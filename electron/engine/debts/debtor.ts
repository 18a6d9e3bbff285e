import type { Debtor, DebtorKind } from '../../../shared/contract/debts.ts';
import type { Member } from '../../../shared/contract/members.ts';
import type { BusinessDate } from '../../../shared/domain/business-date.ts';
import { ageingOf, daysLate, overdueOf } from '../../../shared/domain/debts.ts';
import { rupiah, sumRupiah, type Rupiah } from '../../../shared/domain/money.ts';
import type { Ctx } from '../context.ts';
import { buyerById, buyersByIds, memberById, membersByIds } from '../members/index.ts';
import type { OpenDebt } from './debt-store.ts';

/** Who owes, and how much they may. */
export interface Who {
  readonly debtorId: string;
  readonly kind: DebtorKind;
  /** Nomor anggota; empty for an institution. */
  readonly number: string;
  readonly name: string;
  readonly nameState: Member['nameState'];
  readonly limitRp: Rupiah;
}

/**
 * One debtor by name and limit.
 * @throws DomainError `member.unknown`, `buyer.unknown`
 */
export function whoIs(ctx: Ctx, kind: DebtorKind, debtorId: string): Who {
  if (kind === 'member') {
    const { number, name, nameState, creditLimitRp } = memberById(ctx, debtorId);
    return { debtorId, kind, number, name, nameState, limitRp: creditLimitRp };
  }
  const { name, nameState, creditLimitRp } = buyerById(ctx, debtorId);
  return { debtorId, kind, number: '', name, nameState, limitRp: creditLimitRp };
}

/** Many debtors by name and limit; opened once and kept, so that lists are fast. */
export function whoAre(
  ctx: Ctx,
  debtors: readonly { readonly debtorId: string; readonly kind: DebtorKind }[],
): Who[] {
  const idsOf = (kind: DebtorKind) =>
    debtors.filter((debtor) => debtor.kind === kind).map(({ debtorId }) => debtorId);
  const members = membersByIds(ctx, idsOf('member')).map(
    ({ memberId, number, name, nameState, creditLimitRp }): Who => ({
      debtorId: memberId,
      kind: 'member',
      number,
      name,
      nameState,
      limitRp: creditLimitRp,
    }),
  );
  const buyers = buyersByIds(ctx, idsOf('buyer')).map(({ buyerId, name, nameState, creditLimitRp }): Who => ({
    debtorId: buyerId,
    kind: 'buyer',
    number: '',
    name,
    nameState,
    limitRp: creditLimitRp,
  }));
  return [...members, ...buyers];
}

/**
 * A debtor with what they owe and how late it is.
 * @param open what is open of this debtor, due first comes first
 */
export function debtorReply(who: Who, open: readonly OpenDebt[], today: BusinessDate): Debtor {
  const { limitRp } = who;
  const owedRp = sumRupiah(open.map(({ leftRp }) => leftRp));
  const ageing = ageingOf(open, today);
  const oldestDue = open[0]?.dueDate ?? null;
  return {
    ...who,
    owedRp,
    overdueRp: overdueOf(ageing),
    ageing,
    oldestDue,
    daysLate: oldestDue === null ? 0 : daysLate(oldestDue, today),
    roomRp: rupiah(Math.max(0, limitRp - owedRp)),
  };
}
