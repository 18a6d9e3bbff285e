import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { Ticket } from '../../../shared/contract/till.ts';
import { CODES, openFullDesk } from '../../../test/support/full-desk.ts';
import { GOODS } from '../../../test/support/small-shop.ts';
import { valueOf } from '../../../test/support/till.ts';

interface Scan {
  readonly code: string;
  readonly quantityThousandths: number;
}

/** One thing that a cashier does while ringing up; of the same things in another order. */
const scans = fc.array(
  fc.record({
    code: fc.constantFrom(...Object.values(CODES), GOODS.noodles, GOODS.tea, GOODS.rice, GOODS.sweet),
    quantityThousandths: fc.integer({ min: 1, max: 9 }).map((pieces) => pieces * 1_000),
  }),
  { minLength: 2, maxLength: 10 },
);

/** The same scans, and the order in which the second cashier makes them. */
const twoOrders = scans.chain((first) =>
  fc.record({
    first: fc.constant(first),
    second: fc.shuffledSubarray(first, { minLength: first.length, maxLength: first.length }),
  }),
);

async function ringUpInOrder(client: TillClient, order: readonly Scan[]): Promise<Ticket> {
  for (const scan of order) valueOf(await client.till.scan(scan));
  const ticket = valueOf(await client.till.ticket({}));
  valueOf(await client.till.abandon({ ticketId: ticket.ticketId }));
  return ticket;
}

/** What a buyer sees of a ticket, whatever stands where on it. */
function sumsOf({ totalRp, savedRp, taxRp, cashDueRp, buyer, lines }: Ticket) {
  const goods = lines.map(({ name, unit, quantityThousandths, unitPriceRp, grossRp, totalRp: lineRp }) =>
    JSON.stringify([name, unit, quantityThousandths, unitPriceRp, grossRp, lineRp]),
  );
  return { totalRp, savedRp, taxRp, cashDueRp, tier: buyer.tier, goods: goods.toSorted() };
}

test('the order in which goods and a member’s card are scanned changes neither total nor tax nor price', async () => {
  let promoted = 0;
  const shop = await openFullDesk();
  try {
    const joko = await shop.as('Joko');
    await fc.assert(
      fc.asyncProperty(twoOrders, async ({ first, second }) => {
        const one = await ringUpInOrder(joko, first);
        const other = await ringUpInOrder(joko, second);
        expect(sumsOf(other)).toEqual(sumsOf(one));
        promoted += one.lines.filter(({ discounts }) => discounts.length > 0).length;
      }),
      { numRuns: 40 },
    );
  } finally {
    await shop.close();
  }
  // Otherwise no promotion had had a say in it.
  expect(promoted).toBeGreaterThan(0);
}, 120_000);
