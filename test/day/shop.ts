import type { Product } from '../../shared/contract/catalog.ts';
import type { PaidSale, Ticket } from '../../shared/contract/till.ts';
import type { TillClient } from '../../shared/contract/index.ts';
import { COINS_RP, NOTES_RP } from '../../shared/domain/denominations.ts';
import type { SeededRandom } from '../support/random.ts';
import { lineOf, valueOf } from '../support/till.ts';
import type { Tally } from './tally.ts';

/** Every product that can be scanned and sold. */
export async function sellableProducts(client: TillClient): Promise<Product[]> {
  const all = await allProducts(client);
  return all.filter((product) => product.priceRp !== null && product.barcodes.length > 0 && product.active);
}

/** The whole catalogue, page by page through the contract. */
export async function allProducts(client: TillClient): Promise<Product[]> {
  const found: Product[] = [];
  for (;;) {
    const page = valueOf(await client.catalog.list({ offset: found.length, limit: 200 }));
    found.push(...page.products);
    if (page.products.length === 0 || found.length >= page.total) break;
  }
  return found;
}

/** Rings up one basket, changes its mind now and then, and pays in cash. */
export async function serveBuyer(
  client: TillClient,
  goods: readonly Product[],
  random: SeededRandom,
  tally: Tally,
): Promise<PaidSale> {
  let ticket = await ringUp(client, goods, random);
  if (ticket.lines.length > 1 && random.chance(0.08)) {
    const line = random.pick(ticket.lines);
    ticket = valueOf(await client.till.removeLine({ lineId: line.lineId }));
    tally.removedLines += 1;
  }
  if (random.chance(0.02)) {
    valueOf(await client.till.abandon({ ticketId: ticket.ticketId }));
    tally.abandoned += 1;
    ticket = await ringUp(client, goods, random);
  }
  const tenders = [{ kind: 'cash' as const, receivedRp: handOver(ticket.cashDueRp, random) }];
  const paid = valueOf(
    await client.till.pay({
      ticketId: ticket.ticketId,
      revision: ticket.revision,
      totalRp: ticket.totalRp,
      tenders,
    }),
  );
  tally.sales += 1;
  tally.lines += paid.lineCount;
  tally.grossRp += paid.totalRp;
  tally.cashRp += paid.dueRp;
  tally.drawerRp += paid.receivedRp - paid.changeRp;
  return paid;
}

async function ringUp(client: TillClient, goods: readonly Product[], random: SeededRandom): Promise<Ticket> {
  const scans = random.between(1, 12);
  let ticket: Ticket | undefined;
  for (let scan = 0; scan < scans; scan += 1) {
    const product = random.pick(goods);
    const added = lineOf(await client.till.scan({ code: random.pick(product.barcodes) }));
    ticket = added.ticket;
    if (random.chance(0.2)) {
      const quantityThousandths = random.between(2, 6) * 1000;
      ticket = valueOf(await client.till.setQuantity({ lineId: added.lineId, quantityThousandths }));
    }
  }
  if (ticket === undefined) throw new Error('an empty basket');
  return ticket;
}

/** What a buyer hands over: the exact amount, or rounded up to a note. */
export function handOver(dueRp: number, random: SeededRandom): number {
  const step = random.pick([1, 1, 5_000, 10_000, 50_000, 100_000]);
  return Math.ceil(dueRp / step) * step;
}

/** The notes and coins that make up an amount of whole hundreds: the evening's count. */
export function countOut(amountRp: number): { kind: 'note' | 'coin'; valueRp: number; count: number }[] {
  let rest = amountRp;
  const rows = [
    ...NOTES_RP.map((valueRp) => ({ kind: 'note' as const, valueRp })),
    ...COINS_RP.map((valueRp) => ({ kind: 'coin' as const, valueRp })),
  ];
  const counts = rows.map((row) => {
    const count = Math.floor(rest / row.valueRp);
    rest -= count * row.valueRp;
    return { ...row, count };
  });
  if (rest !== 0) throw new Error(`${amountRp} can't be counted out in cash`);
  return counts;
}
