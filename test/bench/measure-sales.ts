import { valueOf } from '../support/till.ts';
import { seededRandom } from '../support/random.ts';
import { ticketSchema, type Ticket } from '../../shared/contract/till.ts';
import { z } from 'zod';
import { envelope, timedCall, type BenchTill } from './bench-till.ts';
import type { Measured } from './figures.ts';
import type { Goods } from './goods.ts';
import type { Twin } from './twin.ts';

const LINES = 5;
/** The first sales warm up code and caches of both sides alike, and are not counted. */
const WARM_UP = 50;
const addedSchema = z.object({ ticket: ticketSchema });

/**
 * Sells five-line baskets: from the envelope to the reply after the durable commit, and straight
 * after each sale the same rows by hand in the twin. Ringing up is measured on the way.
 */
export async function measureSales(
  till: BenchTill,
  twin: Twin,
  goods: readonly Goods[],
  sales: number,
): Promise<Measured[]> {
  const random = seededRandom(sales);
  const sellable = goods.filter((product) => product.gtins.length > 0);
  const times: { sale: number[]; floor: number[]; scan: number[] } = { sale: [], floor: [], scan: [] };
  for (let sale = 0; sale < WARM_UP + sales; sale += 1) {
    const counts = sale >= WARM_UP;
    const codes = distinctCodes(LINES, () => random.pick(random.pick(sellable).gtins));
    const { ticket, scans } = await ringUp(till, codes);
    twin.copyTicket();
    const took = await timedCall(till.engine, payment(ticket, till.cashier));
    const floor = twin.writeLastSale();
    if (!counts) continue;
    times.scan.push(...scans);
    times.sale.push(took);
    times.floor.push(floor);
  }
  return [
    {
      name: `durable sale of ${LINES} lines, through dispatch`,
      unit: 'ms',
      samples: times.sale,
      floor: times.floor,
      limits: [{ of: 'ratio', atMost: 3 }],
    },
    { name: 'scan through dispatch, with its durable write', unit: 'ms', samples: times.scan },
  ];
}

function distinctCodes(count: number, pick: () => string): string[] {
  const codes = new Set<string>();
  while (codes.size < count) codes.add(pick());
  return [...codes];
}

async function ringUp(
  till: BenchTill,
  codes: readonly string[],
): Promise<{ ticket: Ticket; scans: number[] }> {
  const scans: number[] = [];
  let last: unknown;
  for (const code of codes) {
    const call = envelope('till.scan', { code }, till.cashier);
    const started = performance.now();
    const reply = await till.engine.call(call);
    scans.push(performance.now() - started);
    last = valueOf(reply);
  }
  return { ticket: addedSchema.parse(last).ticket, scans };
}

function payment(ticket: Ticket, session: string): ReturnType<typeof envelope> {
  const { ticketId, revision, totalRp, cashDueRp } = ticket;
  return envelope(
    'till.pay',
    { ticketId, revision, totalRp, tenders: [{ kind: 'cash', receivedRp: cashDueRp }] },
    session,
  );
}
