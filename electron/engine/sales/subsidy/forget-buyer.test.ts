import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TillClient } from '../../../../shared/contract/index.ts';
import { addMember } from '../../../../test/support/desk-shop.ts';
import { GOODS, openShift, payment, ringUp, SmallShop } from '../../../../test/support/small-shop.ts';
import {
  buys,
  registerVillager,
  ring,
  sellLpg,
  sellSubsidised,
  SUBSIDISED,
  VILLAGERS,
} from '../../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;
let karjo: string;

beforeEach(async () => {
  shop = await SmallShop.open();
  await sellSubsidised(shop);
  siti = await shop.as('Siti');
  await openShift(siti);
  karjo = (await registerVillager(siti, 'Karjo')).registrationId;
});

afterEach(() => shop.close());

const openTicket = async () => valueOf(await siti.till.ticket({}));

/** Everything on the open ticket of one product is taken off by the cashier. */
async function takesOff(name: string): Promise<void> {
  const line = (await openTicket()).lines.find((each) => each.name === name);
  valueOf(await siti.till.removeLine({ lineId: line!.lineId, reason: 'mistake', note: '' }));
}

test('gas taken off the basket takes its buyer with it: the next buyer is asked who they are', async () => {
  await ring(siti, SUBSIDISED.lpg);
  await buys(siti, karjo);
  await takesOff('LPG 3 kg isi ulang');
  const next = await ring(siti, SUBSIDISED.lpg);
  expect(next.subsidy).toMatchObject({ registrationId: null, category: null });
  expect(refusalOf(await siti.till.pay(payment(next))).params).toMatchObject({ code: 'identity-required' });
});

test('goods that ask for nobody do not keep the buyer, and other goods taken off do not send one away', async () => {
  await ringUp(siti, GOODS.noodles);
  await ring(siti, SUBSIDISED.oil);
  await ring(siti, SUBSIDISED.lpg);
  await buys(siti, karjo);
  await takesOff('Indomie Goreng 85 g');
  expect((await openTicket()).subsidy).toMatchObject({ registrationId: karjo });
  await takesOff('LPG 3 kg isi ulang');
  expect((await openTicket()).subsidy).toMatchObject({ registrationId: null });
});

test('a refused buyer goes with the refused goods', async () => {
  await sellLpg(siti, karjo, 2);
  await ringUp(siti, GOODS.noodles);
  await ring(siti, SUBSIDISED.lpg);
  const { ticketId } = await buys(siti, karjo);
  valueOf(await siti.till.dropRefused({ ticketId }));
  expect((await ring(siti, SUBSIDISED.lpg)).subsidy).toMatchObject({ registrationId: null });
});

test('a member’s card before the goods still names the buyer', async () => {
  const { memberId } = await addMember(await shop.as('Joko'));
  const paimin = await registerVillager(siti, 'Paimin', memberId);
  valueOf(await siti.till.scan({ code: 'KDMP-0012' }));
  await ringUp(siti, GOODS.noodles);
  await takesOff('Indomie Goreng 85 g');
  expect((await ring(siti, SUBSIDISED.lpg)).subsidy).toMatchObject({ registrationId: paimin.registrationId });
});

test('a member taken off an empty basket takes their quota along', async () => {
  const { memberId } = await addMember(await shop.as('Joko'));
  await registerVillager(siti, 'Paimin', memberId);
  valueOf(await siti.till.scan({ code: 'KDMP-0012' }));
  valueOf(await siti.till.setBuyer({ memberId: null, buyerId: null, tier: null }));
  expect((await ring(siti, SUBSIDISED.lpg)).subsidy).toMatchObject({ registrationId: null });
});

test('whoever was named over an empty basket is not the buyer of the next person at the till', async () => {
  valueOf(await siti.till.setSubsidyBuyer({ registrationId: karjo }));
  const joko = await shop.as('Joko');
  expect((await ring(joko, SUBSIDISED.lpg)).subsidy).toMatchObject({ registrationId: null });
});

test('as what a buyer was named and is registered no more is forgotten, and nobody is stuck with it', async () => {
  const joko = await shop.as('Joko');
  const { nik, kk } = VILLAGERS.Karjo;
  const again = { nik, kk, name: 'Karjo', programme: 'lpg-3kg', consent: true } as const;
  await ring(siti, SUBSIDISED.lpg);
  expect((await buys(siti, karjo)).subsidy).toMatchObject({ category: 'rumah-tangga' });
  valueOf(await joko.subsidy.register({ ...again, categories: ['usaha-mikro'] }));
  const ticket = valueOf(
    await siti.till.setSubsidyBuyer({ registrationId: karjo, category: 'rumah-tangga' }),
  );
  expect(ticket.subsidy).toMatchObject({ category: 'usaha-mikro' });
});
