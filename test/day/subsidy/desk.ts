import type { InputOf } from '../../../shared/contract/define.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { staffContract } from '../../../shared/contract/staff.ts';
import type { PaidSale, Ticket } from '../../../shared/contract/till.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import type { WayOut } from '../../../shared/domain/programmes/verdict.ts';
import type { SeededRandom } from '../../support/random.ts';
import { grouped } from '../../support/registering.ts';
import { refusalOf, valueOf } from '../../support/till.ts';
import { Deck } from '../deck.ts';
import { handOver } from '../shop.ts';
import type { SubsidyTally } from '../tally.ts';
import type { Book } from './book.ts';
import type { Happening } from './happenings.ts';
import { register, type People, type Villager } from './people.ts';
import type { Goods, Shelf } from './shelf.ts';

/** A refill that may be brought back, or a loan. */
export interface Bought {
  readonly saleId: string;
  readonly lineId: string;
  readonly buyer: Villager;
}

/** The counter on the day of delivery. */
export interface Desk {
  readonly cashier: TillClient;
  readonly manager: TillClient;
  /** Who says yes with a PIN. */
  readonly approver: { readonly staffId: string; readonly pin: string };
  readonly random: SeededRandom;
  readonly tally: SubsidyTally;
  readonly book: Book;
  readonly shelf: Shelf;
  readonly people: People;
  readonly refills: Bought[];
  readonly loans: Bought[];
  readonly choices: Choices;
  /** The calendar's date on the wall. */
  today(): string;
}

/** What people do where they may do one thing or another: drawn, so that nothing is left out by chance. */
export interface Choices {
  /** A family that has had its share. */
  readonly tooMany: Deck<'drop' | 'neighbour' | 'manager'>;
  /** Somebody who is two things and has to say as what they buy. */
  readonly asWhat: Deck<'drop' | 'choose'>;
  readonly tooMuchRice: Deck<'drop' | 'lower'>;
  readonly fertiliser: Deck<'self' | 'fetched'>;
  readonly npk: Deck<'trader' | 'fetched'>;
}

/** The decks of a day. */
export function choicesOf(random: SeededRandom): Choices {
  const even = <T>(...cards: T[]) =>
    new Deck(
      random,
      cards.map((card) => [1, card] as const),
    );
  return {
    tooMany: even('drop', 'neighbour', 'manager'),
    asWhat: even('drop', 'choose'),
    tooMuchRice: even('drop', 'lower', 'lower'),
    fertiliser: even('self', 'self', 'fetched'),
    npk: even('trader', 'fetched'),
  };
}

/** Marks that something happened. */
export function happened({ tally }: Desk, ...what: readonly Happening[]): void {
  for (const each of what) tally.happened[each] += 1;
}

/** The open ticket. */
export async function openTicket({ cashier }: Desk): Promise<Ticket> {
  return valueOf(await cashier.till.ticket({}));
}

/** Rings up so many of some goods, and returns the line. */
export async function ring(desk: Desk, goods: Goods, pieces = 1): Promise<string> {
  const { productId } = desk.shelf[goods];
  const quantityThousandths = Math.round(pieces * 1000);
  return valueOf(await desk.cashier.till.addProduct({ productId, quantityThousandths })).lineId;
}

/** Something beside it that no programme has a say in. */
export async function ringPlain(desk: Desk): Promise<void> {
  const { productId } = desk.random.pick(desk.shelf.plain);
  valueOf(await desk.cashier.till.addProduct({ productId }));
}

/** Somebody nobody has seen before, registered at the counter. */
export async function newcomer(desk: Desk): Promise<Villager> {
  const stranger = desk.people.strangers.pop();
  if (stranger === undefined) throw new Error('everybody of the village has been here');
  await register(desk.cashier, stranger);
  happened(desk, 'registeredAtCounter');
  return stranger;
}

/** Somebody shows their card: the number is typed, and whoever was registered is found by it. */
export async function identify(desk: Desk, villager: Villager): Promise<string> {
  const { nik } = villager;
  const typed = desk.random.chance(0.5) ? nik : grouped(nik);
  const { kind, registrations } = valueOf(await desk.cashier.subsidy.identify({ number: typed }));
  if (kind !== 'nik') throw new Error(`a NIK was taken for ${kind}`);
  const [found] = registrations;
  if (found === undefined || found.registrationId !== villager.registrationId)
    throw new Error('somebody was not found by their NIK');
  happened(desk, 'identified');
  return found.registrationId;
}

/** Makes somebody who is registered the ticket's buyer. */
export async function buys(
  desk: Desk,
  villager: Villager,
  more: { category?: Villager['categories'][number]; fetchedBy?: Villager } = {},
): Promise<Ticket> {
  const registrationId = await identify(desk, villager);
  const proxyRegistrationId = more.fetchedBy === undefined ? null : await identify(desk, more.fetchedBy);
  const category = more.category ?? null;
  return valueOf(await desk.cashier.till.setSubsidyBuyer({ registrationId, category, proxyRegistrationId }));
}

type Subject = InputOf<(typeof staffContract)['approve']>['subject'];

/** Does something that needs the manager's word, with the PIN. */
export async function withLeave<T>(
  desk: Desk,
  subject: Subject,
  attempt: (approvalId: string | null) => Promise<Reply<T>>,
): Promise<Reply<T>> {
  const first = await attempt(null);
  if (first.ok || first.error.code !== 'approval.required') return first;
  const amountRp = Number(first.error.params['amountRp'] ?? 0);
  const { staffId: approverId, pin } = desk.approver;
  const given = valueOf(await desk.cashier.staff.approve({ approverId, pin, subject, amountRp }));
  if (given.status !== 'given') throw new Error(`the manager was not let in: ${given.status}`);
  return attempt(given.approvalId);
}

/**
 * The rules refuse something of the open ticket: paying must be refused too, and nothing be lost by it.
 * @returns the first refusal's ways out
 */
export async function expectRefused(desk: Desk, code: string): Promise<readonly WayOut[]> {
  const ticket = await openTicket(desk);
  const finding = ticket.subsidy?.verdict.findings.find(({ effect }) => effect === 'refuse');
  if (finding?.code !== code) throw new Error(`${finding?.code ?? 'nothing'} is refused instead of ${code}`);
  const { ticketId, revision, totalRp, cashDueRp, lines } = ticket;
  const tenders = [{ kind: 'cash' as const, receivedRp: cashDueRp }];
  const refusal = refusalOf(await desk.cashier.till.pay({ ticketId, revision, totalRp, tenders }));
  if (refusal.code !== 'subsidy.refused' || refusal.params['code'] !== code)
    throw new Error(`paying was refused with ${refusal.code} ${JSON.stringify(refusal.params)}`);
  if ((await openTicket(desk)).lines.length !== lines.length) throw new Error('a refusal lost goods');
  return finding.ways;
}

/** Takes what is refused off the ticket; the rest is paid, or nothing is left of it. */
export async function dropAndPay(desk: Desk): Promise<void> {
  const before = await openTicket(desk);
  const seen = new Set<string>();
  for (const { effect, programme, code } of before.subsidy?.verdict.findings ?? []) {
    if (effect !== 'refuse' || seen.has(programme)) continue;
    seen.add(programme);
    desk.book.refusal(code);
  }
  const after = valueOf(await desk.cashier.till.dropRefused({ ticketId: before.ticketId }));
  const gone = before.lines.filter(({ lineId }) => !after.lines.some((line) => line.lineId === lineId));
  if (gone.length === 0) throw new Error('nothing was taken off');
  desk.tally.removedLines += gone.length;
  happened(desk, 'dropped');
  if (after.lines.length > 0) await pay(desk);
}

/** Pays the open ticket in cash, and takes it down by what was on the screen. */
export async function pay(desk: Desk): Promise<PaidSale> {
  const { cashier, random, tally, book, shelf } = desk;
  const ticket = await openTicket(desk);
  const { ticketId, revision, totalRp } = ticket;
  const tenders = [{ kind: 'cash' as const, receivedRp: handOver(ticket.cashDueRp, random) }];
  const date = desk.today();
  const paid = valueOf(await cashier.till.pay({ ticketId, revision, totalRp, tenders }));
  if (paid.totalRp !== totalRp) throw new Error(`shown ${totalRp}, paid ${paid.totalRp}`);
  tally.sales += 1;
  tally.lines += ticket.lines.length;
  tally.grossRp += totalRp;
  tally.roundingRp += paid.cashRoundingRp;
  const keptRp = paid.receivedRp - paid.changeRp;
  tally.cashRp += keptRp;
  tally.drawerRp += keptRp;
  for (const { discounts } of ticket.lines)
    for (const { amountRp } of discounts) tally.discountRp += amountRp;
  book.sale(shelf, ticket, paid, date);
  return paid;
}

/** Some goods of a sale are brought back for cash. */
export async function bringBack(desk: Desk, saleId: string, lineId: string, pieces: number): Promise<void> {
  const goods = {
    saleId,
    lines: [{ lineId, quantityThousandths: pieces * 1000, condition: 'sellable' as const }],
    reason: 'changed-mind' as const,
  };
  const { totalRp, ways } = valueOf(await desk.manager.returns.preview(goods));
  const way = ways.find(({ kind }) => kind === 'cash');
  if (way === undefined) throw new Error('nothing can be paid back in cash');
  const { refundRp, cashRp } = way;
  valueOf(await desk.manager.returns.complete({ ...goods, refund: { kind: 'cash' }, refundRp }));
  const { tally } = desk;
  tally.returns += 1;
  tally.returnRp += totalRp;
  tally.roundingRp -= refundRp - totalRp;
  tally.cashRefundRp += cashRp;
  tally.drawerRp -= cashRp;
}
