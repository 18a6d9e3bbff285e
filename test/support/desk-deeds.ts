import type { TillClient } from '../../shared/contract/index.ts';
import type { TenderInput, Ticket, TicketLine } from '../../shared/contract/till.ts';
import { RETURN_DEEDS, someSale, type Deed, type Send } from './counter-deeds.ts';
import { CODES } from './full-desk.ts';
import { GOODS, payment } from './small-shop.ts';
import { valueOf } from './till.ts';

const BUYER = { memberId: null, buyerId: null } as const;

async function openTicket(client: TillClient): Promise<Ticket> {
  return valueOf(await client.till.ticket({}));
}

async function someLine(client: TillClient, chance: number): Promise<TicketLine | undefined> {
  const { lines } = await openTicket(client);
  return lines[chance % Math.max(1, lines.length)];
}

/** Rings goods up by a code. */
function scans(code: string): Deed {
  return (client, chance) => (options) =>
    client.till.scan({ code, quantityThousandths: (1 + (chance % 2)) * 1_000 }, options);
}

/** Does something to a line of the open ticket. */
function toLine(deed: (client: TillClient, line: TicketLine, chance: number) => Send): Deed {
  return async (client, chance) => {
    const line = await someLine(client, chance);
    return line === undefined ? undefined : deed(client, line, chance);
  };
}

/** Everything on the ticket that has arrived, then a part by something else, and cash for the rest. */
function somehow(ticket: Ticket, chance: number): TenderInput[] {
  const arrived = ticket.qris.filter((code) => code.state === 'confirmed');
  const tenders: TenderInput[] = arrived.map(({ paymentId }) => ({ kind: 'qris', paymentId }));
  const arrivedRp = arrived.reduce((sum, code) => sum + code.amountRp, 0);
  const owedRp = Math.max(0, ticket.totalRp - (ticket.exchange?.totalRp ?? 0) - arrivedRp);
  const amountRp = [owedRp, Math.floor(owedRp / 3), 0][chance % 3] ?? 0;
  if (amountRp > 0) tenders.push(partBy(ticket, chance, amountRp));
  const restRp = owedRp - amountRp;
  if (restRp === 0 && tenders.length > 0) return tenders;
  // Sometimes too little is counted on the counter, and the till must say so.
  const receivedRp = chance % 11 === 0 ? Math.max(0, restRp - 500) : restRp + (chance % 5) * 1_000;
  return [...tenders, { kind: 'cash', receivedRp }];
}

function partBy({ buyer }: Ticket, chance: number, amountRp: number): TenderInput {
  const reference = 'BRI 77';
  const ways: TenderInput[] = [
    { kind: 'card', amountRp, reference },
    { kind: 'transfer', amountRp, reference },
  ];
  if (buyer.memberId !== null) ways.push({ kind: 'kasbon', amountRp }, { kind: 'savings', amountRp });
  if (buyer.buyerId !== null) ways.push({ kind: 'invoice', amountRp, dueDate: null });
  return ways[chance % ways.length] ?? { kind: 'card', amountRp, reference };
}

/** Everything that is done at a desk. Somebody whom nobody has to allow anything stands there. */
export const DESK_DEEDS: Readonly<Record<string, Deed>> = {
  ...RETURN_DEEDS,
  'scans noodles': scans(GOODS.noodles),
  'counts sweets': scans(GOODS.sweet),
  'scans a box': scans(CODES.noodlesBox),
  'scans a crate': scans(CODES.teaCrate),
  'scans a weighed bag': scans(CODES.riceByWeight),
  'scans a priced bag': scans(CODES.riceByPrice),
  'scans a card': scans(CODES.memberCard),
  'sells to an institution': async (client) => {
    const [buyer] = valueOf(await client.members.buyers({})).buyers;
    return (options) => client.till.setBuyer({ ...BUYER, buyerId: buyer?.buyerId ?? null }, options);
  },
  'sells at wholesale prices': (client) => (options) =>
    client.till.setBuyer({ ...BUYER, tier: 'grosir' }, options),
  'sells to anybody': (client) => (options) => client.till.setBuyer(BUYER, options),
  'changes a quantity': toLine((client, { lineId }, chance) => (options) => {
    return client.till.setQuantity({ lineId, quantityThousandths: (chance % 7) * 1_000 }, options);
  }),
  'changes a unit': toLine((client, { lineId }, chance) => (options) => {
    return client.till.setUnit({ lineId, unit: ['dus', 'krat', 'bungkus'][chance % 3]! }, options);
  }),
  'sets a price': toLine((client, { lineId, unitPriceRp }, chance) => (options) => {
    const price = chance % 4 === 0 ? null : Math.max(0, unitPriceRp - (chance % 999));
    return client.till.setPrice({ lineId, unitPriceRp: price, reason: 'penyok' }, options);
  }),
  'gives a discount': toLine((client, { lineId }, chance) => (options) => {
    return client.till.setDiscount({ lineId, discountRp: chance % 2_500, reason: 'penyok' }, options);
  }),
  'takes a line off': toLine((client, { lineId }) => (options) => {
    return client.till.removeLine({ lineId, reason: 'changed-mind' }, options);
  }),
  'gives the ticket up': async (client, chance) => {
    if (chance % 3 > 0) return undefined;
    const { ticketId } = await openTicket(client);
    return (options) => client.till.abandon({ ticketId }, options);
  },
  'shows a code': async (client, chance) => {
    const { ticketId, revision, totalRp } = await openTicket(client);
    const amountRp = chance % 2 === 0 ? totalRp : Math.floor(totalRp / 2);
    return (options) => client.till.showQris({ ticketId, revision, amountRp }, options);
  },
  'sees the money arrive': async (client) => {
    const code = (await openTicket(client)).qris.find((each) => each.state === 'waiting');
    const evidence = { evidence: 'app' as const, reference: 'RRN 4711' };
    return code === undefined
      ? undefined
      : (options) => client.till.confirmQris({ paymentId: code.paymentId, ...evidence }, options);
  },
  'takes a code back': async (client) => {
    const code = (await openTicket(client)).qris[0];
    return code === undefined
      ? undefined
      : (options) => client.till.cancelQris({ paymentId: code.paymentId }, options);
  },
  'is paid somehow': async (client, chance) => {
    const ticket = await openTicket(client);
    const tenders = somehow(ticket, chance);
    return (options) => client.till.pay({ ...payment(ticket), tenders }, options);
  },
  'prints a copy': async (client, chance) => {
    const saleId = await someSale(client, chance);
    return saleId === undefined ? undefined : (options) => client.sales.reprint({ saleId }, options);
  },
  'takes a payment': async (client, chance) => {
    const { debtors } = valueOf(await client.debts.debtors({}));
    const debtor = debtors[chance % Math.max(1, debtors.length)];
    if (debtor === undefined) return undefined;
    const { kind, debtorId: id, owedRp } = debtor;
    const amountRp = chance % 2 === 0 ? owedRp : Math.ceil(owedRp / 3_000) * 1_000;
    const tender = { kind: 'cash' as const, receivedRp: amountRp };
    return (options) => client.debts.pay({ kind, id, amountRp, owedRp, tender }, options);
  },
};
