import { valueOf } from '../../../support/till.ts';
import {
  bringBack,
  buys,
  dropAndPay,
  expectRefused,
  happened,
  newcomer,
  openTicket,
  pay,
  ring,
  ringPlain,
  withLeave,
  type Desk,
} from '../desk.ts';
import { register, type Villager } from '../people.ts';

/** A family may have so many refills a week, somebody with a trade so many. */
const FAMILY_LIMIT = 2;
const TRADE_LIMIT = 4;

/** Somebody nobody has seen before: registered at the counter, and served. */
export async function refillForStranger(desk: Desk): Promise<void> {
  const stranger = desk.people.strangers.pop();
  if (stranger === undefined) throw new Error('everybody of the village has been here');
  await ring(desk, 'lpg');
  const { kind, registrations } = valueOf(await desk.cashier.subsidy.identify({ number: stranger.nik }));
  if (kind !== 'nik' || registrations.length > 0) throw new Error('a stranger was known');
  await register(desk.cashier, stranger);
  happened(desk, 'registeredAtCounter');
  await buys(desk, stranger);
  await payRefill(desk, stranger);
}

/** A refill for somebody of a family, as long as the family has one left. */
export async function refillForFamily(desk: Desk): Promise<void> {
  const couple = familyWith(desk, (used) => used < FAMILY_LIMIT);
  if (couple === undefined) return refillForStranger(desk);
  const buyer = desk.random.pick(couple);
  await ring(desk, 'lpg');
  if (desk.random.chance(0.3)) await ringPlain(desk);
  await buys(desk, buyer);
  await payRefill(desk, buyer);
  happened(desk, 'families');
}

/** The family has had its share: whoever of it comes is refused, and somebody finds a way out. */
export async function oneTooMany(desk: Desk): Promise<void> {
  const couple = familyWith(desk, (used) => used >= FAMILY_LIMIT);
  if (couple === undefined) return refillForFamily(desk);
  const buyer = desk.random.pick(couple);
  if (desk.random.chance(0.6)) await ringPlain(desk);
  await ring(desk, 'lpg');
  await buys(desk, buyer);
  const ways = await expectRefused(desk, 'quota-exceeded');
  if (!ways.includes('change-buyer') || !ways.includes('ask-manager')) throw new Error('no way out');
  const how = desk.choices.tooMany.draw();
  if (how === 'drop') return dropAndPay(desk);
  if (how === 'neighbour') return serveNeighbour(desk);
  await letManagerAllow(desk, buyer);
}

async function serveNeighbour(desk: Desk): Promise<void> {
  const neighbour = await newcomer(desk);
  happened(desk, 'otherBuyers');
  await buys(desk, neighbour);
  await payRefill(desk, neighbour);
}

async function letManagerAllow(desk: Desk, buyer: Villager): Promise<void> {
  const { ticketId } = await openTicket(desk);
  const programme = 'lpg-3kg';
  const { registrationId } = buyer;
  const subject = {
    action: 'quota' as const,
    ticketId,
    programme,
    registrationId,
    quantityThousandths: 1000,
  };
  valueOf(
    await withLeave(desk, subject, (approvalId) =>
      desk.cashier.till.allowQuota({ ticketId, programme, approvalId }),
    ),
  );
  happened(desk, 'allowed');
  await payRefill(desk, buyer);
}

/** Somebody with a trade may have more than a family. */
export async function refillsForTrade(desk: Desk): Promise<void> {
  const trader = desk.people.traders.find(({ refills }) => refills + 2 <= TRADE_LIMIT);
  if (trader === undefined) return refillForStranger(desk);
  await ring(desk, 'lpg', 2);
  await buys(desk, trader);
  await payRefill(desk, trader, 2);
  happened(desk, 'tradesmen');
}

/** Somebody who has no cylinder yet buys one with it. */
export async function withCylinder(desk: Desk): Promise<void> {
  const stranger = await newcomer(desk);
  await ring(desk, 'lpg');
  await ring(desk, 'empty');
  await buys(desk, stranger);
  await payRefill(desk, stranger);
  happened(desk, 'withCylinder');
}

/** Somebody borrows one and leaves a deposit. */
export async function onLoan(desk: Desk): Promise<void> {
  const stranger = await newcomer(desk);
  await ring(desk, 'lpg');
  const lineId = await ring(desk, 'deposit');
  await buys(desk, stranger);
  const saleId = await payRefill(desk, stranger);
  desk.loans.push({ saleId, lineId, buyer: stranger });
  happened(desk, 'loans');
}

/** A borrowed cylinder comes back, and the deposit goes out. */
export async function loanComesBack(desk: Desk): Promise<void> {
  const loan = desk.loans.shift();
  if (loan === undefined) return onLoan(desk);
  await bringBack(desk, loan.saleId, loan.lineId, 1);
  desk.book.loanBack(1);
  happened(desk, 'loansBack');
}

/** A refill is brought back unused: the family has its share again, and takes it at once. */
export async function changesMind(desk: Desk): Promise<void> {
  const index = desk.refills.findIndex(({ buyer: { categories } }) => categories.join() === 'rumah-tangga');
  const [bought] = index < 0 ? [] : desk.refills.splice(index, 1);
  if (bought === undefined) return refillForFamily(desk);
  const { saleId, lineId, buyer } = bought;
  await bringBack(desk, saleId, lineId, 1);
  desk.book.refillBack(saleId, lineId, 1);
  const members = desk.people.families.find((family) => family.includes(buyer)) ?? [buyer];
  buyer.refills -= 1;
  await ring(desk, 'lpg');
  const { subsidy } = await buys(desk, buyer);
  if (members.reduce((sum, { refills }) => sum + refills, 0) >= FAMILY_LIMIT) {
    // What the manager allowed before is still bought: giving one back does not make up for it.
    if (subsidy?.verdict.effect !== 'refuse') throw new Error('more than the share was not refused');
    return dropAndPay(desk);
  }
  await payRefill(desk, buyer);
  happened(desk, 'returnsOfQuota');
}

/** Those who queued in the morning are called up. */
export async function callUp(desk: Desk): Promise<void> {
  const { entries } = valueOf(await desk.cashier.subsidy.waiting({}));
  const [first] = entries;
  if (first === undefined) return refillForFamily(desk);
  const { registrationId, entryId } = first;
  const villager = desk.people.families.flat().find((each) => each.registrationId === registrationId);
  if (villager === undefined) throw new Error('somebody waits whom nobody knows');
  const { subsidy } = valueOf(await desk.cashier.till.serveWaiting({ entryId }));
  if (subsidy?.verdict.effect === 'refuse') {
    await dropAndPay(desk);
    valueOf(await desk.cashier.subsidy.removeWaiting({ entryIds: [entryId] }));
    return;
  }
  await payRefill(desk, villager);
  happened(desk, 'waitingServed');
}

/** Gas for nobody in particular: refused, and the rest of the basket is paid. */
export async function forNobody(desk: Desk): Promise<void> {
  await ringPlain(desk);
  await ring(desk, 'lpg');
  const ways = await expectRefused(desk, 'identity-required');
  if (ways[0] !== 'identify') throw new Error('nobody is asked who it is');
  await dropAndPay(desk);
}

/** A family's limit needs the family's card. */
export async function withoutFamilyCard(desk: Desk): Promise<void> {
  await ring(desk, 'lpg');
  await ringPlain(desk);
  await buys(desk, desk.people.noKk);
  await expectRefused(desk, 'kk-required');
  await dropAndPay(desk);
}

/** Registered as two things: as what it is today has to be said. */
export async function asOneOfTwo(desk: Desk): Promise<void> {
  const { both } = desk.people;
  await ringPlain(desk);
  await ring(desk, 'lpg');
  await buys(desk, both);
  await expectRefused(desk, 'category-required');
  if (desk.choices.asWhat.draw() === 'drop' || both.refills >= TRADE_LIMIT) return dropAndPay(desk);
  await buys(desk, both, { category: 'usaha-mikro' });
  happened(desk, 'categoriesChosen');
  await payRefill(desk, both);
}

/** A stall that would sell it on. */
export async function forResale(desk: Desk): Promise<void> {
  await ringPlain(desk);
  await ring(desk, 'sphp');
  const buyerId = desk.people.institutionId;
  valueOf(await desk.cashier.till.setBuyer({ memberId: null, buyerId }));
  await expectRefused(desk, 'resale-forbidden');
  await dropAndPay(desk);
}

function familyWith(desk: Desk, fits: (used: number) => boolean): readonly Villager[] | undefined {
  const fitting = desk.people.families.filter((family) =>
    fits(family.reduce((sum, { refills }) => sum + refills, 0)),
  );
  return fitting.length === 0 ? undefined : desk.random.pick(fitting);
}

/** Pays, and remembers the refill as the buyer's. */
async function payRefill(desk: Desk, buyer: Villager, pieces = 1): Promise<string> {
  const { lines } = await openTicket(desk);
  const line = lines.find(({ productId }) => productId === desk.shelf.lpg.productId);
  if (line === undefined) throw new Error('no refill on the ticket');
  const { saleId } = await pay(desk);
  buyer.refills += pieces;
  if (pieces === 1) desk.refills.push({ saleId, lineId: line.lineId, buyer });
  return saleId;
}
