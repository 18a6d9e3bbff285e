import type { TillClient } from '../../shared/contract/index.ts';
import { paying } from './desk-shop.ts';
import { aMember, paying as payingOff, sellOnAccount } from './lending.ts';
import { goodsOf, returning } from './returning.ts';
import { GOODS, payment, PEOPLE, ringUp, sell } from './small-shop.ts';
import { valueOf } from './till.ts';

/**
 * Within the cashier's open shift, each thing that moves money happens once: a sale for cash, a split
 * one with a donation, one on account, one at a price that the manager allowed, goods that came back
 * for cash, and the debt paid off.
 */
export async function busyDay(cashier: TillClient, manager: TillClient): Promise<void> {
  const { saleId } = await sell(cashier, GOODS.noodles, GOODS.tea);
  const split = await ringUp(cashier, GOODS.rice);
  valueOf(
    await cashier.till.pay(
      paying(
        split,
        { kind: 'transfer', amountRp: 10_000, reference: 'BPD 7781' },
        { kind: 'cash', receivedRp: 5_000, donationRp: 100 },
      ),
    ),
  );
  const tin = await aMember(manager);
  await sellOnAccount(cashier, tin, GOODS.tea);
  await sellAtAllowedPrice(cashier);
  const tea = await goodsOf(manager, saleId, { 1: 1_000 });
  valueOf(await manager.returns.complete(await returning(manager, tea)));
  valueOf(await cashier.debts.pay(await payingOff(cashier, tin, 4_750, { kind: 'cash', receivedRp: 4_700 })));
}

/** Noodles at Rp3.000, which Joko allows by his PIN. */
async function sellAtAllowedPrice(cashier: TillClient): Promise<void> {
  const { ticketId, lines } = await ringUp(cashier, GOODS.noodles);
  const { lineId } = lines[0]!;
  const unitPriceRp = 3_000;
  const approver = valueOf(await cashier.staff.approvers({ action: 'line-price' })).find(
    ({ name }) => name === 'Joko',
  )!;
  const given = valueOf(
    await cashier.staff.approve({
      approverId: approver.staffId,
      pin: PEOPLE.Joko.pin,
      subject: { action: 'line-price', ticketId, lineId, unitPriceRp },
      amountRp: unitPriceRp,
    }),
  );
  if (given.status !== 'given') throw new Error(`not allowed: ${given.status}`);
  const { approvalId } = given;
  const priced = await cashier.till.setPrice({ lineId, unitPriceRp, reason: 'bungkus penyok', approvalId });
  valueOf(await cashier.till.pay(payment(valueOf(priced))));
}
