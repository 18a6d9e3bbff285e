import type { TicketLine } from '../../../../shared/contract/till.ts';
import { counted, openTicket, withLeave, type Desk } from '../desk.ts';

/** A dented tin, a short-dated packet: another price, with a reason and the manager's word. */
export async function setPriceByHand(desk: Desk): Promise<void> {
  const { ticketId, lines } = await openTicket(desk);
  const line = dearest(lines);
  if (line === undefined) return;
  const { lineId } = line;
  const unitPriceRp = Math.round((line.unitPriceRp * desk.random.between(70, 95)) / 100);
  await withLeave(desk, { action: 'line-price', ticketId, lineId, unitPriceRp }, (approvalId) =>
    desk.cashier.till.setPrice({ lineId, unitPriceRp, reason: 'dekat kedaluwarsa', approvalId }),
  );
  counted(desk, 'pricesByHand');
}

/** Something off a line, with a reason and the manager's word. */
export async function giveDiscount(desk: Desk): Promise<void> {
  const { ticketId, lines } = await openTicket(desk);
  const line = dearest(lines);
  if (line === undefined) return;
  const { lineId } = line;
  const discountRp = Math.max(1, Math.round((line.totalRp * desk.random.between(5, 20)) / 100));
  await withLeave(desk, { action: 'line-discount', ticketId, lineId, discountRp }, (approvalId) =>
    desk.cashier.till.setDiscount({ lineId, discountRp, reason: 'kemasan penyok', approvalId }),
  );
  counted(desk, 'discounts');
}

/** What a label says is paid as it is. */
function dearest(lines: readonly TicketLine[]): TicketLine | undefined {
  const open = lines.filter(({ labelled, totalRp }) => !labelled && totalRp > 0);
  return open.toSorted((a, b) => b.totalRp - a.totalRp)[0];
}
