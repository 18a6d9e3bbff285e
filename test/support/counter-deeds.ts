import type { CallOptions, InputOf } from '../../shared/contract/define.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import type { returnsContract } from '../../shared/contract/returns.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import { REFUND_WAYS, type RefundWay } from '../../shared/domain/refunds.ts';
import { goodsOf, returning } from './returning.ts';
import { GOODS, payment } from './small-shop.ts';
import { valueOf } from './till.ts';

/** A command, ready to be sent as often as one likes under the same id. */
export type Send = (options: CallOptions) => Promise<Reply<unknown>>;

/** What somebody at the counter is about to do; undefined where there is nothing to do it with. */
export type Deed = (client: TillClient, chance: number) => Send | undefined | Promise<Send | undefined>;

/** One of the last sales, or undefined where there is none. */
export async function someSale(client: TillClient, chance: number): Promise<string | undefined> {
  const sales = valueOf(await client.sales.recent({ limit: 5 }));
  return sales[chance % Math.max(1, sales.length)]?.saleId;
}

/** A part of every line of some sale, as far as `chance` says: often too much, sometimes nothing. */
export async function someGoods(client: TillClient, chance: number) {
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

/** How something is paid back, with the reference that banks want. */
export function refundOf(kind: RefundWay): InputOf<(typeof returnsContract)['complete']>['refund'] {
  return kind === 'qris' || kind === 'transfer' || kind === 'card' ? { kind, reference: 'BRI 1' } : { kind };
}

/** Selling, taking back and exchanging in the small shop as it is. */
export const RETURN_DEEDS = {
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
} satisfies Readonly<Record<string, Deed>>;
