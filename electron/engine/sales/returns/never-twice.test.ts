import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import type { Reply } from '../../../../shared/contract/wire.ts';
import type { RecordOf } from '../../../../shared/journal/record.ts';
import { expectNothingTwice, expectPartsAddUp } from '../../../../test/support/books.ts';
import { RETURN_DEEDS, type Deed } from '../../../../test/support/counter-deeds.ts';
import { recordsOf, recordsOfType } from '../../../../test/support/journal.ts';
import { openShift, SmallShop } from '../../../../test/support/small-shop.ts';

const DEEDS: Readonly<Record<string, Deed>> = RETURN_DEEDS;

/** What a reply says; each refusal has a trace of its own. */
const outcomeOf = (reply: Reply<unknown>): unknown => (reply.ok ? reply.value : reply.error.code);

/** Every story opens so, so that each tells of a return and of an exchange. */
const OPENING = [
  { deed: 'rings up tea', chance: 2, times: 2 },
  { deed: 'is paid', chance: 1, times: 2 },
  { deed: 'takes goods in exchange', chance: 2, times: 2 },
  { deed: 'rings up tea', chance: 2, times: 1 },
  { deed: 'is paid', chance: 1, times: 3 },
  { deed: 'takes goods back', chance: 6, times: 3 },
];

const steps = fc.array(
  fc.record({
    deed: fc.constantFrom(...Object.keys(DEEDS), 'is paid', 'takes goods back', 'takes goods back'),
    chance: fc.nat({ max: 5_000 }),
    /** How often the same command arrives: a double click, a bouncing key, a retry. */
    times: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 5, maxLength: 25 },
);

test('whatever happens at the counter, nothing comes back twice and nobody is paid back too much', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (story) => {
      const shop = await SmallShop.open();
      try {
        const joko = await shop.as('Joko');
        await openShift(joko);
        for (const { deed, chance, times } of [...OPENING, ...story]) {
          const send = await DEEDS[deed]!(joko, chance);
          if (send === undefined) continue;
          const commandId = uuidv7();
          const first = await send({ commandId });
          const count = recordsOf(shop.till.dir.path).length;
          for (let again = 1; again < times; again += 1) {
            const reply = await send({ commandId });
            expect(outcomeOf(reply)).toEqual(outcomeOf(first));
          }
          expect(recordsOf(shop.till.dir.path)).toHaveLength(count);
        }
        expectPartsAddUp(shop);
        expectNothingTwice(shop);
        const returns = recordsOfType(shop, 'sale-returned/1');
        expect(new Set(returns.map(isExchange))).toEqual(new Set([true, false]));
      } finally {
        // Looks at the books too: the chain, and every table built anew from it.
        await shop.close();
      }
    }),
    { numRuns: 8 },
  );
}, 120_000);

const isExchange = ({ body }: RecordOf<'sale-returned/1'>): boolean =>
  body.refunds.some((refund) => refund.kind === 'exchange');
