import { valueOf } from '../../../support/till.ts';
import { counted, openTicket, type Desk } from '../desk.ts';
import { cashFor, pay } from '../pay.ts';
import { confirmCode, showCode } from '../payments/qris.ts';

/** How many errands others do before the buyer is back. */
const PATIENCE = 2;

/** The buyer has forgotten something: the ticket is put aside; now and then a QRIS code waits with it. */
export async function putAside(desk: Desk): Promise<void> {
  const shown = await openTicket(desk);
  const paymentId = desk.random.chance(0.5) ? await showCode(desk, shown, shown.totalRp) : null;
  const { ticketId, revision } = await openTicket(desk);
  valueOf(await desk.cashier.till.park({ ticketId, revision, label: `Pembeli ${desk.tally.sales + 1}` }));
  desk.waiting.push({ ticketId, paymentId, labels: new Map(desk.labels), errandsAgo: 0 });
  desk.labels.clear();
  counted(desk, 'parked');
}

/** Whoever has been away long enough comes back and pays. */
export async function serveThoseWhoReturn(desk: Desk): Promise<void> {
  for (const waiting of desk.waiting) waiting.errandsAgo += 1;
  const back = desk.waiting[0];
  if (back === undefined || back.errandsAgo <= PATIENCE) return;
  desk.waiting.shift();
  const { ticketId, paymentId } = back;
  const recalled = valueOf(await desk.cashier.till.recall({ ticketId }));
  for (const [lineId, label] of back.labels) desk.labels.set(lineId, label);
  counted(desk, 'recalled');
  if (paymentId === null) {
    await pay(desk, recalled, [cashFor(desk, recalled, recalled.totalRp)]);
    return;
  }
  const ticket = await confirmCode(desk, paymentId);
  counted(desk, 'qrisRecalled');
  await pay(desk, ticket, [{ kind: 'qris', paymentId }]);
}

/** In the evening nobody comes any more: what still waits is given up, with its codes. */
export async function giveUpThoseLeft(desk: Desk): Promise<void> {
  for (const { ticketId } of desk.waiting.splice(0)) {
    valueOf(await desk.cashier.till.abandonParked({ ticketId, reason: 'changed-mind' }));
    desk.tally.abandoned += 1;
  }
}
