import type { contract, TillClient } from '../../shared/contract/index.ts';
import type { InputOf } from '../../shared/contract/define.ts';
import type { DebtorDetail, DebtTenderInput } from '../../shared/contract/debts.ts';
import type { PaidSale } from '../../shared/contract/till.ts';
import { payment } from './small-shop.ts';
import { valueOf } from './till.ts';

/** Who buys on account. */
export interface Borrower {
  readonly kind: 'member' | 'buyer';
  readonly id: string;
}

type MemberInput = InputOf<typeof contract.members.saveMember>;
type BuyerInput = InputOf<typeof contract.members.saveBuyer>;

/** A member who may owe up to a limit. */
export async function aMember(manager: TillClient, change: Partial<MemberInput> = {}): Promise<Borrower> {
  const member = valueOf(
    await manager.members.saveMember({
      memberId: null,
      number: null,
      name: 'Bu Tin',
      phone: '0812-1000-103',
      address: '',
      tier: 'umum',
      cardCodes: [],
      creditLimitRp: 500_000,
      active: true,
      joinedOn: null,
      ...change,
    }),
  );
  return { kind: 'member', id: member.memberId };
}

/** An institution that buys on invoice. */
export async function aBuyer(manager: TillClient, change: Partial<BuyerInput> = {}): Promise<Borrower> {
  const { buyerId } = valueOf(
    await manager.members.saveBuyer({
      buyerId: null,
      name: 'SPPG Sukamaju',
      contact: 'Bu Endang',
      phone: '0341-555777',
      address: 'Jl. Melati 9, Sukamaju',
      kind: 'school-kitchen',
      tier: 'umum',
      creditLimitRp: 5_000_000,
      termDays: 14,
      active: true,
      ...change,
    }),
  );
  return { kind: 'buyer', id: buyerId };
}

/** Sells goods wholly on account: a member's kasbon, an institution's invoice. */
export async function sellOnAccount(
  client: TillClient,
  { kind, id }: Borrower,
  code: string,
  quantityThousandths = 1_000,
): Promise<PaidSale> {
  valueOf(
    await client.till.setBuyer({
      memberId: kind === 'member' ? id : null,
      buyerId: kind === 'buyer' ? id : null,
    }),
  );
  const ticket = valueOf(await client.till.scan({ code, quantityThousandths })).ticket;
  const { totalRp: amountRp } = ticket;
  const tender =
    kind === 'member'
      ? ({ kind: 'kasbon', amountRp } as const)
      : ({ kind: 'invoice', amountRp, dueDate: null } as const);
  return valueOf(await client.till.pay({ ...payment(ticket), tenders: [tender] }));
}

/** What a debtor owes now. */
export async function debtOf(client: TillClient, borrower: Borrower): Promise<DebtorDetail> {
  return valueOf(await client.debts.debtor(borrower));
}

/** A payment of what is owed now, in cash and exact where nothing else is said. */
export async function paying(
  client: TillClient,
  borrower: Borrower,
  amountRp: number,
  tender: DebtTenderInput = { kind: 'cash', receivedRp: amountRp },
): Promise<InputOf<typeof contract.debts.pay>> {
  const { owedRp } = await debtOf(client, borrower);
  return { ...borrower, amountRp, owedRp, tender };
}
