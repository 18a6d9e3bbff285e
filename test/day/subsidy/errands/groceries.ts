import { valueOf } from '../../../support/till.ts';
import {
  buys,
  dropAndPay,
  expectRefused,
  happened,
  openTicket,
  pay,
  ring,
  ringPlain,
  type Desk,
} from '../desk.ts';

/** No more than two sacks of 5 kg for one buyer. */
const SACKS = 2;

/** Rice of the programme, as much as one may take. */
export async function rice(desk: Desk): Promise<void> {
  await ring(desk, 'sphp', desk.random.between(1, SACKS));
  if (desk.random.chance(0.5)) await ringPlain(desk);
  await pay(desk);
}

/** One sack more than one may take: fewer, or none. */
export async function tooMuchRice(desk: Desk): Promise<void> {
  const lineId = await ring(desk, 'sphp', SACKS + 1);
  const ways = await expectRefused(desk, 'quota-exceeded');
  if (ways[0] !== 'lower-quantity' || ways.includes('ask-manager')) throw new Error('the wrong ways out');
  if (desk.choices.tooMuchRice.draw() === 'drop') {
    await ringPlain(desk);
    return dropAndPay(desk);
  }
  valueOf(await desk.cashier.till.setQuantity({ lineId, quantityThousandths: SACKS * 1000 }));
  // One sack less on the ticket is a void, and on record.
  desk.tally.removedLines += 1;
  happened(desk, 'lowered');
  await pay(desk);
}

/** Out of an opened sack: the programme sells whole ones. */
export async function openedRice(desk: Desk): Promise<void> {
  await ringPlain(desk);
  await ring(desk, 'sphpOpen', 1.5);
  await expectRefused(desk, 'mixing-forbidden');
  await dropAndPay(desk);
}

/** Cooking oil; from seven litres on the till says that it is much. */
export async function oil(desk: Desk): Promise<void> {
  await ring(desk, 'minyakita', desk.random.between(1, 9));
  await pay(desk);
}

/** Sugar for more than the reference price: said, not refused. */
export async function sugar(desk: Desk): Promise<void> {
  await ring(desk, 'gula', desk.random.between(1, 3));
  const { subsidy } = await openTicket(desk);
  if (subsidy?.verdict.effect !== 'warn') throw new Error('sugar above its reference price is not warned of');
  await pay(desk);
}

/** Nothing that a programme has a say in. */
export async function plain(desk: Desk): Promise<void> {
  for (let goods = desk.random.between(1, 3); goods > 0; goods -= 1) await ringPlain(desk);
  await pay(desk);
}

/** Fertiliser for a farmer of the list, now and then fetched by somebody else. */
export async function fertiliser(desk: Desk): Promise<void> {
  const farmer = desk.random.pick(desk.people.farmers);
  const fetched = desk.choices.fertiliser.draw() === 'fetched';
  await ring(desk, 'urea', desk.random.between(1, 2));
  await buys(desk, farmer, fetched ? { fetchedBy: desk.people.noKk } : {});
  await pay(desk);
  happened(desk, fetched ? 'proxies' : 'fertiliser');
}

/** Not on the list of farmers. */
export async function fertiliserForAnybody(desk: Desk): Promise<void> {
  await ringPlain(desk);
  await ring(desk, 'urea');
  await buys(desk, desk.random.pick(desk.people.traders));
  await expectRefused(desk, 'farmer-required');
  await dropAndPay(desk);
}

/** On the list, with nothing allotted. */
export async function fertiliserNotAllotted(desk: Desk): Promise<void> {
  await ringPlain(desk);
  await ring(desk, 'urea');
  await buys(desk, desk.people.unallotted);
  await expectRefused(desk, 'not-allotted');
  await dropAndPay(desk);
}

/** NPK is only for those whose trade is farming, and they have to come themselves. */
export async function npkByTheWrong(desk: Desk): Promise<void> {
  await ringPlain(desk);
  await ring(desk, 'npk');
  if (desk.choices.npk.draw() === 'trader') {
    await buys(desk, desk.people.otherFarmer);
    await expectRefused(desk, 'category-not-allowed');
  } else {
    await buys(desk, desk.random.pick(desk.people.farmers), { fetchedBy: desk.people.noKk });
    await expectRefused(desk, 'proxy-not-allowed');
  }
  await dropAndPay(desk);
}
