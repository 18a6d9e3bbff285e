import type { TenderInput } from '../../../../shared/contract/till.ts';
import { addDays, businessDateSchema } from '../../../../shared/domain/business-date.ts';
import { valueOf } from '../../../support/till.ts';
import { attachInstitution, attachMember } from '../buyers.ts';
import { openTicket, type Desk } from '../desk.ts';
import { cashFor, pay } from '../pay.ts';

/** On the member's account, whole or with a part in cash; past the limit the manager is asked. */
export async function payKasbon(desk: Desk): Promise<void> {
  const { memberId } = await attachMember(desk);
  const ticket = await openTicket(desk);
  const partly = desk.random.chance(0.4);
  const amountRp = partly ? Math.ceil(ticket.totalRp / 2) : ticket.totalRp;
  const tenders: TenderInput[] = [{ kind: 'kasbon', amountRp }];
  if (amountRp < ticket.totalRp) tenders.push(cashFor(desk, ticket, ticket.totalRp - amountRp));
  await pay(desk, ticket, tenders, { debtorId: memberId, amountRp });
}

/** From the member's voluntary savings, as far as they go; the rest in cash. */
export async function paySavings(desk: Desk): Promise<void> {
  const { memberId } = await attachMember(desk);
  const ticket = await openTicket(desk);
  const { savings } = valueOf(await desk.cashier.members.member({ memberId }));
  const amountRp = Math.min(ticket.totalRp, savings?.sukarelaRp ?? 0);
  const tenders: TenderInput[] = amountRp > 0 ? [{ kind: 'savings', amountRp }] : [];
  if (amountRp < ticket.totalRp) tenders.push(cashFor(desk, ticket, ticket.totalRp - amountRp));
  await pay(desk, ticket, tenders);
}

/** On invoice to an institution, due by its terms or on a date that was agreed. */
export async function payInvoice(desk: Desk): Promise<void> {
  const buyerId = await attachInstitution(desk);
  const ticket = await openTicket(desk);
  const { day } = valueOf(await desk.cashier.cash.state({}));
  const agreed = desk.random.chance(0.3) && day !== null;
  const dueDate = agreed ? addDays(businessDateSchema.parse(day.businessDate), 30) : null;
  const amountRp = ticket.totalRp;
  await pay(desk, ticket, [{ kind: 'invoice', amountRp, dueDate }], { debtorId: buyerId, amountRp });
}
