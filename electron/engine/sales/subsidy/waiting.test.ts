import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TillClient } from '../../../../shared/contract/index.ts';
import { addMember } from '../../../../test/support/desk-shop.ts';
import { recordsOfType } from '../../../../test/support/journal.ts';
import { GOODS, openShift, payment, ringUp, SmallShop } from '../../../../test/support/small-shop.ts';
import {
  registerVillager,
  ring,
  sellLpg,
  sellSubsidised,
  subsidisedId,
  SUBSIDISED,
  type VILLAGERS,
} from '../../../../test/support/subsidy-shop.ts';
import { refusalOf, valueOf } from '../../../../test/support/till.ts';

let shop: SmallShop;
let siti: TillClient;

beforeEach(async () => {
  shop = await SmallShop.open();
  await sellSubsidised(shop);
  siti = await shop.as('Siti');
  await openShift(siti);
});

afterEach(() => shop.close());

/** Somebody of the village comes on the day of delivery and gets in line. */
async function waits(
  name: keyof typeof VILLAGERS,
  code: string = SUBSIDISED.lpg,
  memberId: string | null = null,
): Promise<{ entryId: string; registrationId: string }> {
  const { registrationId } = await registerVillager(siti, name, memberId);
  const productId = await subsidisedId(shop, code);
  const { entries } = valueOf(await siti.subsidy.addWaiting({ registrationId, productId }));
  return { entryId: entries.at(-1)!.entryId, registrationId };
}

const inLine = async () => valueOf(await siti.subsidy.waiting({})).entries.map(({ entryId }) => entryId);

test('one key rings up what the first in line asked for, and paying takes them off the list', async () => {
  const first = await waits('Sumarni');
  const second = await waits('Paimin');
  const ticket = valueOf(await siti.till.serveWaiting({ entryId: first.entryId }));
  expect(ticket).toMatchObject({
    lines: [{ name: 'LPG 3 kg isi ulang', quantityThousandths: 1_000 }],
    subsidy: {
      registrationId: first.registrationId,
      category: 'rumah-tangga',
      verdict: { effect: 'allow' },
    },
  });
  expect(await inLine()).toEqual([first.entryId, second.entryId]);
  valueOf(await siti.till.pay(payment(ticket)));
  expect(await inLine()).toEqual([second.entryId]);
  const next = valueOf(await siti.till.serveWaiting({ entryId: second.entryId }));
  expect(next.subsidy).toMatchObject({ category: 'usaha-mikro', verdict: { effect: 'allow' } });
});

test('a buyer who goes away keeps their place', async () => {
  const { entryId } = await waits('Sumarni');
  const { ticketId } = valueOf(await siti.till.serveWaiting({ entryId }));
  valueOf(await siti.till.abandon({ ticketId }));
  expect(await inLine()).toEqual([entryId]);
});

test('pressed twice, it rings up once', async () => {
  const { entryId } = await waits('Sumarni');
  const once = valueOf(await siti.till.serveWaiting({ entryId }));
  const twice = valueOf(await siti.till.serveWaiting({ entryId }));
  expect(twice.revision).toBe(once.revision);
  expect(twice.lines).toMatchObject([{ quantityThousandths: 1_000 }]);
});

test('goods of somebody else on the ticket are never mixed with theirs', async () => {
  const { entryId } = await waits('Sumarni');
  const before = await ringUp(siti, GOODS.noodles);
  expect(refusalOf(await siti.till.serveWaiting({ entryId })).code).toBe('waiting.ticket-busy');
  expect(valueOf(await siti.till.ticket({}))).toEqual(before);
  expect(await inLine()).toEqual([entryId]);
});

test('what the same buyer waits for besides goes on the same ticket, and both leave the list', async () => {
  const gas = await waits('Sumarni');
  const rice = await waits('Sumarni', SUBSIDISED.sphp);
  valueOf(await siti.till.serveWaiting({ entryId: gas.entryId }));
  await ring(siti, GOODS.tea);
  const ticket = valueOf(await siti.till.serveWaiting({ entryId: rice.entryId }));
  expect(ticket.lines).toHaveLength(3);
  valueOf(await siti.till.pay(payment(ticket)));
  expect(await inLine()).toEqual([]);
});

test('a member in line buys as a member', async () => {
  const { memberId } = await addMember(await shop.as('Joko'));
  const { entryId, registrationId } = await waits('Paimin', SUBSIDISED.lpg, memberId);
  const ticket = valueOf(await siti.till.serveWaiting({ entryId }));
  expect(ticket).toMatchObject({ buyer: { memberId }, subsidy: { registrationId } });
});

test('named anew after a slip of the key, they leave the list all the same', async () => {
  const { entryId, registrationId } = await waits('Sumarni');
  valueOf(await siti.till.serveWaiting({ entryId }));
  valueOf(await siti.till.setSubsidyBuyer({ registrationId: null }));
  const again = valueOf(await siti.till.setSubsidyBuyer({ registrationId, category: 'rumah-tangga' }));
  valueOf(await siti.till.pay(payment(again)));
  expect(await inLine()).toEqual([]);
});

test('what somebody else buys in their place leaves them in line', async () => {
  const { entryId } = await waits('Sumarni');
  const paimin = await registerVillager(siti, 'Paimin');
  valueOf(await siti.till.serveWaiting({ entryId }));
  const { registrationId } = paimin;
  const theirs = valueOf(await siti.till.setSubsidyBuyer({ registrationId, category: 'usaha-mikro' }));
  valueOf(await siti.till.pay(payment(theirs)));
  expect(await inLine()).toEqual([entryId]);
});

test('whose quota is used up by now is refused at the till, and stays in line', async () => {
  const { entryId, registrationId } = await waits('Sumarni');
  await sellLpg(siti, registrationId, 2);
  const ticket = valueOf(await siti.till.serveWaiting({ entryId }));
  expect(ticket.subsidy?.verdict.effect).toBe('refuse');
  valueOf(await siti.till.dropRefused({ ticketId: ticket.ticketId }));
  valueOf(await siti.till.pay(payment(await ring(siti, SUBSIDISED.oil))));
  expect(await inLine()).toEqual([entryId]);
  expect(recordsOfType(shop, 'subsidy-refused/1')).toMatchObject([
    { body: { code: 'quota-exceeded', registrationId } },
  ]);
});

test('somebody who is not in line any more can’t be served', async () => {
  const { entryId } = await waits('Sumarni');
  valueOf(await siti.subsidy.removeWaiting({ entryIds: [entryId] }));
  expect(refusalOf(await siti.till.serveWaiting({ entryId })).code).toBe('waiting.unknown');
});

test('a ticket put aside serves its place in line when it is paid', async () => {
  const { entryId } = await waits('Sumarni');
  const { ticketId, revision } = valueOf(await siti.till.serveWaiting({ entryId }));
  valueOf(await siti.till.park({ ticketId, revision }));
  const back = valueOf(await siti.till.recall({ ticketId }));
  valueOf(await siti.till.pay(payment(back)));
  expect(await inLine()).toEqual([]);
});
