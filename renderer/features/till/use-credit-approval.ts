import type { PaidSale, Ticket } from '../../../shared/contract/till.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import { rupiah } from '../../../shared/domain/money.ts';
import type { Drafts } from './tender-plan.ts';
import { useApproved } from './use-approved.ts';

/** Tries to pay, with the word of somebody who may allow it where there is one. */
type TryToPay = (approvalId: string | null) => Promise<Reply<PaidSale>>;

/**
 * Pays, and where somebody would owe more than their limit asks whoever may allow it. Answers null
 * where nobody did: then nothing was paid.
 */
export function useCreditApproval(
  { ticketId, buyer }: Ticket,
  drafts: Drafts,
): (pay: TryToPay) => Promise<Reply<PaidSale> | null> {
  const approved = useApproved();
  const credit = drafts.rows.find(({ kind }) => kind === 'kasbon' || kind === 'invoice');
  const debtorId = credit?.kind === 'invoice' ? buyer.buyerId : buyer.memberId;
  return async (pay) => {
    if (credit === undefined || debtorId === null) return pay(null);
    return approved({ action: 'credit', ticketId, debtorId, amountRp: rupiah(credit.amountRp) }, pay);
  };
}
