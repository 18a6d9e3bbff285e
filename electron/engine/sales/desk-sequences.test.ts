import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import {
  balances,
  booksOf,
  cashInDrawer,
  expectNothingTwice,
  expectPartsAddUp,
  headOf,
} from '../../../test/support/books.ts';
import type { Send } from '../../../test/support/counter-deeds.ts';
import { DESK_DEEDS } from '../../../test/support/desk-deeds.ts';
import { FLOAT_RP, openFullDesk } from '../../../test/support/full-desk.ts';
import { GOODS, payment, type SmallShop } from '../../../test/support/small-shop.ts';
import { valueOf } from '../../../test/support/till.ts';
import { countOut } from '../../../test/day/shop.ts';

/** What is done more often than the rest, so that stories come to something. */
const OFTEN = ['scans noodles', 'rings up tea', 'is paid somehow', 'is paid somehow', 'takes goods back'];

/** Every story opens so, so that each tells of a debt, of a split payment and of a return. */
const OPENING = [
  { deed: 'scans a card', chance: 0 },
  { deed: 'scans noodles', chance: 1 },
  { deed: 'is paid somehow', chance: 6 },
  { deed: 'takes a payment', chance: 0 },
  { deed: 'rings up tea', chance: 2 },
  { deed: 'is paid somehow', chance: 1 },
  { deed: 'takes goods back', chance: 6 },
].map((step) => ({ ...step, times: 2, oldOne: 0 }));

const steps = fc.array(
  fc.record({
    deed: fc.constantFrom(...Object.keys(DESK_DEEDS), ...OFTEN),
    chance: fc.nat({ max: 5_000 }),
    /** How often the same command arrives at once: a double click, a bouncing key, a retry. */
    times: fc.integer({ min: 1, max: 2 }),
    /** Which of the commands so far somebody sends once more, long after. */
    oldOne: fc.nat({ max: 1_000 }),
  }),
  { minLength: 15, maxLength: 45 },
);

interface Sent {
  readonly commandId: string;
  readonly send: Send;
  readonly value: unknown;
}

/** The till as a window and an auditor see it. */
async function stateOf(shop: SmallShop, client: TillClient) {
  const ticket = valueOf(await client.till.ticket({}));
  const parked = valueOf(await client.till.parked({}));
  return { ticket, parked, head: headOf(shop) };
}

/** A command that was answered is sent again: it gets the same answer, and nothing has moved. */
async function expectReplayChangesNothing(shop: SmallShop, client: TillClient, sent: Sent): Promise<void> {
  const before = await stateOf(shop, client);
  expect(valueOf(await sent.send({ commandId: sent.commandId }))).toEqual(sent.value);
  expect(await stateOf(shop, client)).toEqual(before);
}

async function expectTicketAddsUp(client: TillClient): Promise<void> {
  const ticket = valueOf(await client.till.ticket({}));
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  expect(sum(ticket.lines.map((line) => line.totalRp))).toBe(ticket.totalRp);
  for (const line of ticket.lines) {
    expect(line.grossRp - sum(line.discounts.map((discount) => discount.amountRp))).toBe(line.totalRp);
    expect(line.totalRp).toBeGreaterThanOrEqual(0);
  }
}

test('whatever a desk does in whatever order, its books are right and nothing happens twice', async () => {
  const seen = { sales: 0, split: 0, returns: 0, debtPayments: 0, refusals: 0, discounts: 0 };
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const shop = await openFullDesk();
      try {
        const joko = await shop.as('Joko');
        const sent: Sent[] = [];
        for (const { deed, chance, times, oldOne } of [...OPENING, ...story]) {
          const send = await DESK_DEEDS[deed]!(joko, chance);
          if (send === undefined) continue;
          const commandId = uuidv7();
          const reply = await send({ commandId });
          // That no refusal was a fault of the till is looked at when the shop closes.
          if (reply.ok) sent.push({ commandId, send, value: reply.value });
          else seen.refusals += 1;
          await expectTicketAddsUp(joko);
          const old = times > 1 ? sent.at(-1) : sent[oldOne % Math.max(1, sent.length)];
          if (old !== undefined) await expectReplayChangesNothing(shop, joko, old);
        }
        await finishEverything(joko);
        expectPartsAddUp(shop);
        expectNothingTwice(shop);
        await expectDrawerIsRight(shop, joko);
        const { sales, returns, debtPayments } = booksOf(shop);
        seen.sales += sales.length;
        seen.split += sales.filter(({ tenders }) => tenders.length > 1).length;
        seen.returns += returns.length;
        seen.debtPayments += debtPayments.length;
        seen.discounts += sales.flatMap(({ lines }) => lines.flatMap((line) => line.discounts)).length;
      } finally {
        // Looks at the books too: the chain, and every table built anew from it.
        await shop.close();
      }
    }),
    // A story is long to tell: the one that fails is told as it is, with its seed.
    { numRuns: 10, endOnFailure: true },
  );
  // Otherwise the stories had told of nothing.
  expect(Object.entries(seen).filter(([, count]) => count === 0)).toEqual([]);
}, 120_000);

/** Before the drawer is counted nothing may lie on the counter or wait beside it. */
async function finishEverything(client: TillClient): Promise<void> {
  await finishTheTicket(client);
  for (const { ticketId } of valueOf(await client.till.parked({}))) {
    valueOf(await client.till.recall({ ticketId }));
    await finishTheTicket(client);
  }
}

/** Gives the open ticket up; where money has arrived for it, goods go out for that. */
async function finishTheTicket({ till }: TillClient): Promise<void> {
  let ticket = valueOf(await till.cancelExchange({}));
  const arrived = ticket.qris.filter(({ state }) => state === 'confirmed');
  if (arrived.length === 0) {
    valueOf(await till.abandon({ ticketId: ticket.ticketId }));
    return;
  }
  const arrivedRp = arrived.reduce((sum, { amountRp }) => sum + amountRp, 0);
  while (ticket.totalRp < arrivedRp) ticket = valueOf(await till.scan({ code: GOODS.noodles })).ticket;
  const codes = arrived.map(({ paymentId }) => ({ kind: 'qris' as const, paymentId }));
  const tenders = [...codes, { kind: 'cash' as const, receivedRp: ticket.totalRp - arrivedRp }];
  valueOf(await till.pay({ ...payment(ticket), tenders }));
}

/** Float and every note that went in or out since: the count finds that, and the ledger is even. */
async function expectDrawerIsRight(shop: SmallShop, client: TillClient): Promise<void> {
  const inDrawerRp = cashInDrawer(shop, FLOAT_RP);
  expect(balances(shop)).toMatchObject({ 'cash-drawer': inDrawerRp });
  const { count } = valueOf(await client.cash.lockCount({ counts: countOut(inDrawerRp) }));
  expect(count).toMatchObject({ expectedRp: inDrawerRp, varianceRp: 0 });
  valueOf(await client.cash.closeShift({ reason: null }));
  expect(balances(shop)['cash-drawer'] ?? 0).toBe(0);
}
