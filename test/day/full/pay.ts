import type { InputOf } from '../../../shared/contract/define.ts';
import type { PaidSale, Ticket, tillContract, TenderInput } from '../../../shared/contract/till.ts';
import { roundCashDown } from '../../../shared/domain/cash-rounding.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import { v7 as uuidv7 } from 'uuid';
import { valueOf } from '../../support/till.ts';
import { handOver } from '../shop.ts';
import { counted, withLeave, type Desk } from './desk.ts';

type Credit = { readonly debtorId: string; readonly amountRp: number };
type Payment = InputOf<(typeof tillContract)['pay']>;

/** What is handed over in cash for a part of a ticket. */
export function cashFor({ random }: Desk, { cashStepRp }: Ticket, partRp: number): TenderInput {
  const dueRp = roundCashDown(rupiah(partRp), cashStepRp);
  return { kind: 'cash', receivedRp: handOver(dueRp, random) };
}

/**
 * Completes the sale, and counts it by what was on the screen and what went over the counter.
 * @param credit what goes on somebody's account, which may have to be allowed
 */
export async function pay(
  desk: Desk,
  ticket: Ticket,
  tenders: readonly TenderInput[],
  credit?: Credit,
): Promise<PaidSale> {
  const { ticketId, revision, totalRp } = ticket;
  const payment = { ticketId, revision, totalRp, tenders: [...tenders] };
  const paid =
    credit === undefined
      ? valueOf(await pressPay(desk, payment))
      : await withLeave(desk, { action: 'credit', ticketId, ...credit }, (approvalId) =>
          pressPay(desk, { ...payment, approvalId }),
        );
  if (paid.totalRp !== totalRp) throw new Error(`shown ${totalRp}, paid ${paid.totalRp}`);
  countGoods(desk, ticket);
  countMoney(desk, ticket, paid, tenders);
  desk.labels.clear();
  return paid;
}

/** Now and then the key bounces: the same command twice must be one sale. */
async function pressPay(desk: Desk, payment: Payment) {
  const commandId = uuidv7();
  const reply = await desk.cashier.till.pay(payment, { commandId });
  if (!reply.ok || !desk.random.chance(0.05)) return reply;
  const again = valueOf(await desk.cashier.till.pay(payment, { commandId }));
  if (again.saleId !== reply.value.saleId) throw new Error('a double click sold twice');
  counted(desk, 'doubleClicks');
  return reply;
}

function countGoods(desk: Desk, { lines }: Ticket): void {
  for (const line of lines) {
    const label = desk.labels.get(line.lineId);
    if (label !== undefined) counted(desk, label);
    if (line.contentThousandths !== 1000) counted(desk, 'packs');
    if (line.reason.kind === 'quantity') counted(desk, 'quantityPrices');
    if (line.reason.kind === 'tier') counted(desk, 'tierPrices');
    if (line.discounts.some((discount) => discount.kind === 'promotion')) counted(desk, 'promos');
    for (const discount of line.discounts) desk.tally.discountRp += discount.amountRp;
  }
}

const COUNT_OF = {
  qris: 'qris',
  transfer: 'transfers',
  card: 'cards',
  kasbon: 'kasbon',
  savings: 'savings',
  invoice: 'invoices',
} as const;

function countMoney(desk: Desk, ticket: Ticket, paid: PaidSale, tenders: readonly TenderInput[]): void {
  const { tally } = desk;
  tally.sales += 1;
  tally.lines += ticket.lines.length;
  tally.grossRp += ticket.totalRp;
  tally.roundingRp += paid.cashRoundingRp;
  const kinds = new Set<string>();
  for (const tender of tenders) {
    kinds.add(tender.kind);
    if (tender.kind !== 'cash') {
      counted(desk, COUNT_OF[tender.kind]);
      continue;
    }
    const keptRp = tender.receivedRp - paid.changeRp;
    const donationRp = tender.donationRp ?? 0;
    tally.drawerRp += keptRp;
    tally.cashRp += keptRp - donationRp;
    tally.donationRp += donationRp;
    if (donationRp > 0) counted(desk, 'donations');
  }
  if (kinds.size > 1) counted(desk, 'splitTender');
  if (paid.exchange !== null) {
    tally.drawerRp -= paid.exchange.cashRp;
    tally.cashRefundRp += paid.exchange.cashRp;
  }
  const onAccount = tenders.some((tender) => tender.kind === 'kasbon' || tender.kind === 'invoice');
  desk.sold.push({ saleId: paid.saleId, receipt: paid.receipt, onAccount, exact: exactKind(tenders) });
}

/** The kind of tender other than cash that a sale was paid with, where it can go back the same way. */
function exactKind(tenders: readonly TenderInput[]) {
  const kind = tenders.find((tender) => tender.kind !== 'cash')?.kind;
  return kind === 'qris' || kind === 'transfer' || kind === 'card' || kind === 'savings' ? kind : null;
}
