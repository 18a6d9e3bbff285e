import { v7 as uuidv7 } from 'uuid';
import type { CallOptions } from '../../shared/contract/define.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import type { Reply } from '../../shared/contract/wire.ts';
import { GOODS, payment } from './small-shop.ts';
import { valueOf } from './till.ts';

/** One thing that somebody does at the counter, sensible at that moment or not. */
export type Deed = (client: TillClient, options?: CallOptions) => Promise<Reply<unknown>>;

const ticketOf = async (client: TillClient) => valueOf(await client.till.ticket({}));

/** What happens at a counter. Most of it can be refused; none of it may do harm. */
export const COUNTER_DEEDS: Readonly<Record<string, Deed>> = {
  'scans noodles': (client, options) => client.till.scan({ code: GOODS.noodles }, options),
  'scans tea': (client, options) => client.till.scan({ code: GOODS.tea }, options),
  'scans six sweets': (client, options) =>
    client.till.scan({ code: GOODS.sweet, quantityThousandths: 6_000 }, options),
  'weighs rice': (client, options) =>
    client.till.scan({ code: GOODS.rice, quantityThousandths: 333 }, options),
  'misreads a code': (client, options) => client.till.scan({ code: '089686010948' }, options),
  'scans what has no price': (client, options) => client.till.scan({ code: GOODS.syrup }, options),
  'asks for half a packet': (client, options) =>
    client.till.scan({ code: GOODS.noodles, quantityThousandths: 500 }, options),
  'takes the first line off': async (client, options) => {
    const { lines } = await ticketOf(client);
    return client.till.removeLine({ lineId: lines[0]?.lineId ?? uuidv7() }, options);
  },
  'halves the last line': async (client, options) => {
    const line = (await ticketOf(client)).lines.at(-1);
    const quantityThousandths = Math.ceil((line?.quantityThousandths ?? 0) / 2000) * 1000;
    return client.till.setQuantity({ lineId: line?.lineId ?? uuidv7(), quantityThousandths }, options);
  },
  'loses the buyer': async (client, options) => {
    const { ticketId } = await ticketOf(client);
    return client.till.abandon({ ticketId }, options);
  },
  'puts the ticket aside': async (client, options) => {
    const { ticketId, revision } = await ticketOf(client);
    return client.till.park({ ticketId, revision, label: 'Bu Tin' }, options);
  },
  'calls the oldest ticket back': async (client, options) => {
    const [oldest] = valueOf(await client.till.parked({}));
    return client.till.recall({ ticketId: oldest?.ticketId ?? uuidv7() }, options);
  },
  'gives up the newest ticket put aside': async (client, options) => {
    const newest = valueOf(await client.till.parked({})).at(-1);
    return client.till.abandonParked({ ticketId: newest?.ticketId ?? uuidv7() }, options);
  },
  'is paid exactly': async (client, options) => client.till.pay(payment(await ticketOf(client)), options),
  'is paid with a large note': async (client, options) => {
    const ticket = await ticketOf(client);
    return client.till.pay(payment(ticket, ticket.cashDueRp + 65_000), options);
  },
  'is paid too little': async (client, options) => {
    const ticket = await ticketOf(client);
    return client.till.pay(payment(ticket, ticket.cashDueRp - 100), options);
  },
  'asks for the drawer': (client, options) => client.cash.openDrawer({ reason: 'small-change' }, options),
  'prints the last receipt again': async (client, options) => {
    const [newest] = valueOf(await client.sales.recent({ limit: 1 }));
    return client.sales.reprint({ saleId: newest?.saleId ?? uuidv7() }, options);
  },
};
