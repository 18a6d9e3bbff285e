import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import type { CallOptions } from '../../../../shared/contract/define.ts';
import type { TillClient } from '../../../../shared/contract/index.ts';
import type { Reply } from '../../../../shared/contract/wire.ts';
import { REFUND_WAYS, type RefundWay } from '../../../../shared/domain/refunds.ts';
import { isSale, saleOf } from '../../../../shared/domain/sale-view.ts';
import type { RecordOf } from '../../../../shared/journal/record.ts';
import { recordsOf, recordsOfType } from '../../../../test/support/journal.ts';
import { goodsOf, returning } from '../../../../test/support/returning.ts';
import { GOODS, openShift, payment, SmallShop } from '../../../../test/support/small-shop.ts';
import { valueOf } from '../../../../test/support/till.ts';

type Send = (options: CallOptions) => Promise<Reply<unknown>>;

/** What somebody at the counter is about to do; undefined where there is nothing to do it with. */
type Deed = (client: TillClient, chance: number) => Send | Promise<Send | undefined>;

const someSale = async (client: TillClient, chance: number) => {
  const sales = valueOf(await client.sales.recent({ limit: 5 }));
  return sales[chance % Math.max(1, sales.length)]?.saleId;
};

/** A part of every line, as far as `chance` says: often too much, sometimes nothing. */
async function someGoods(client: TillClient, chance: number) {
  const saleId = await someSale(client, chance);
  if (saleId === undefined) return undefined;
  const { lines } = valueOf(await client.returns.sale({ saleId }));
  const quantities = lines.map(({ soldThousandths, leftThousandths, fractional }, index) => {
    const part =
      [leftThousandths, soldThousandths, 1_000, Math.ceil(leftThousandths / 2)][(chance + index) % 4] ?? 0;
    return [index, fractional ? part : Math.ceil(part / 1_000) * 1_000] as const;
  });
  const goods = await goodsOf(client, saleId, Object.fromEntries(quantities));
  return goods.lines.length === 0 ? undefined : goods;
}

const refundOf = (kind: RefundWay) =>
  kind === 'qris' || kind === 'transfer' || kind === 'card' ? { kind, reference: 'BRI 1' } : { kind };

const DEEDS: Readonly<Record<string, Deed>> = {
  'rings up tea': (client, chance) => (options) =>
    client.till.scan({ code: GOODS.tea, quantityThousandths: (1 + (chance % 3)) * 1_000 }, options),
  'weighs rice': (client, chance) => (options) =>
    client.till.scan({ code: GOODS.rice, quantityThousandths: 1 + (chance % 2_000) }, options),
  'is paid': async (client, chance) => {
    const ticket = valueOf(await client.till.ticket({}));
    const { totalRp } = ticket;
    const byCard = Math.min(totalRp, chance * 100);
    const tenders =
      chance % 3 === 0 && ticket.exchange === null && byCard > 0
        ? [
            { kind: 'card' as const, amountRp: byCard, reference: 'EDC 1' },
            { kind: 'cash' as const, receivedRp: totalRp - byCard },
          ]
        : payment(ticket, ticket.cashDueRp).tenders;
    return (options) => client.till.pay({ ...payment(ticket), tenders }, options);
  },
  'takes goods back': async (client, chance) => {
    const goods = await someGoods(client, chance);
    if (goods === undefined) return undefined;
    const preview = await client.returns.preview(goods);
    if (!preview.ok)
      return (options) =>
        client.returns.complete({ ...goods, refund: { kind: 'cash' }, refundRp: 0 }, options);
    const kind = REFUND_WAYS[chance % REFUND_WAYS.length] ?? 'cash';
    const input = await returning(client, goods, refundOf(kind));
    return (options) => client.returns.complete(input, options);
  },
  'takes goods in exchange': async (client, chance) => {
    const goods = await someGoods(client, chance);
    return goods === undefined ? undefined : (options) => client.till.beginExchange(goods, options);
  },
  'gives the exchange up': (client) => (options) => client.till.cancelExchange({}, options),
  'puts the ticket aside': async (client) => {
    const { ticketId, revision } = valueOf(await client.till.ticket({}));
    return (options) => client.till.park({ ticketId, revision, label: 'Bu Tin' }, options);
  },
  'calls a ticket back': async (client) => {
    const [first] = valueOf(await client.till.parked({}));
    return first === undefined
      ? undefined
      : (options) => client.till.recall({ ticketId: first.ticketId }, options);
  },
};

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

function expectNothingTwice(shop: SmallShop): void {
  const records = recordsOf(shop.till.dir.path);
  const returns = records.flatMap((record) => (record.type === 'sale-returned/1' ? [record.body] : []));
  expect(returns.map((each) => each.number)).toEqual(returns.map((_, index) => index + 1));
  for (const sale of records.filter(isSale).map(saleOf)) {
    const mine = returns.filter((each) => each.sale.saleId === sale.saleId);
    const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
    expect(sum(mine.map((each) => each.refundRp))).toBeLessThanOrEqual(sale.dueRp);
    for (const line of sale.lines) {
      const parts = mine.flatMap((each) => each.lines).filter((part) => part.lineId === line.lineId);
      expect(sum(parts.map((part) => part.quantityThousandths))).toBeLessThanOrEqual(
        line.quantityThousandths,
      );
      expect(sum(parts.map((part) => part.totalRp))).toBeLessThanOrEqual(line.totalRp);
    }
    // Goods given in exchange pay for one sale, with what their own return says.
    for (const tender of sale.tenders) {
      if (tender.kind !== 'exchange') continue;
      const back = returns.find((each) => each.returnId === tender.returnId);
      expect(back?.refunds).toContainEqual({ kind: 'exchange', amountRp: tender.amountRp });
    }
  }
  const used = records.filter(isSale).flatMap((record) => saleOf(record).tenders);
  const exchanged = used.flatMap((tender) => (tender.kind === 'exchange' ? [tender.returnId] : []));
  expect(new Set(exchanged).size).toBe(exchanged.length);
}
