import { valueOf } from '../../../support/till.ts';
import { counted, openTicket, type Desk } from '../desk.ts';

/** The buyer does not want one of the goods after all; never the last one. */
export async function takeLineOff(desk: Desk): Promise<void> {
  const { lines } = await openTicket(desk);
  if (lines.length < 2) return;
  const { lineId } = desk.random.pick(lines);
  const reason = desk.random.pick(['mistake', 'changed-mind', 'price', 'no-money', 'other'] as const);
  const note = reason === 'other' ? 'kemasan penyok' : '';
  valueOf(await desk.cashier.till.removeLine({ lineId, reason, note }));
  desk.tally.removedLines += 1;
  counted(desk, 'voids');
}

/** One less of something is a void too, and on record. */
export async function takeOneLess(desk: Desk): Promise<void> {
  const { lines } = await openTicket(desk);
  const line = lines.find(({ labelled, quantityThousandths }) => !labelled && quantityThousandths >= 2_000);
  if (line === undefined) return;
  const quantityThousandths = line.quantityThousandths - 1_000;
  valueOf(await desk.cashier.till.setQuantity({ lineId: line.lineId, quantityThousandths }));
  desk.tally.removedLines += 1;
  counted(desk, 'voids');
}

/** The buyer has left the purse at home: the whole ticket is given up. */
export async function giveUp(desk: Desk): Promise<void> {
  const { ticketId } = await openTicket(desk);
  const reason = desk.random.pick(['no-money', 'changed-mind'] as const);
  valueOf(await desk.cashier.till.abandon({ ticketId, reason }));
  desk.labels.clear();
  desk.tally.abandoned += 1;
}
