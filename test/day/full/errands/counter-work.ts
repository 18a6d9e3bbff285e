import { valueOf } from '../../../support/till.ts';
import { counted, type Desk } from '../desk.ts';

/** Somebody has lost a receipt: it is printed again, as a copy. */
export async function reprintReceipt(desk: Desk): Promise<void> {
  const last = desk.sold.at(-1);
  if (last === undefined) return;
  valueOf(await desk.cashier.sales.reprint({ saleId: last.saleId }));
  desk.tally.reprints += 1;
}

/** The drawer is opened for small change, without a sale. */
export async function openDrawer(desk: Desk): Promise<void> {
  valueOf(await desk.cashier.cash.openDrawer({ reason: 'small-change' }));
  counted(desk, 'drawerOpenings');
}
