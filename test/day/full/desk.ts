import type { InputOf } from '../../../shared/contract/define.ts';
import type { TillClient } from '../../../shared/contract/index.ts';
import type { staffContract } from '../../../shared/contract/staff.ts';
import type { Ticket } from '../../../shared/contract/till.ts';
import type { Reply } from '../../../shared/contract/wire.ts';
import type { SeededRandom } from '../../support/random.ts';
import { valueOf } from '../../support/till.ts';
import type { Count, FullTally } from '../tally.ts';
import type { People } from './people.ts';
import type { Shelf } from './shelf.ts';

/** A ticket put aside, and how many errands ago. */
export interface WaitingTicket {
  readonly ticketId: string;
  /** A QRIS code that was shown for it and not yet paid. */
  readonly paymentId: string | null;
  readonly labels: Desk['labels'];
  errandsAgo: number;
}

/** Someone who can say yes. */
export interface Approver {
  readonly staffId: string;
  readonly pin: string;
}

/** A sale that may be brought back. */
export interface SoldSale {
  readonly saleId: string;
  readonly receipt: string;
  /** Something of it was put on somebody's account. */
  readonly onAccount: boolean;
  /** What other than cash it was paid with, where that can go back the same way. */
  readonly exact: 'qris' | 'transfer' | 'card' | 'savings' | null;
}

/** The counter on a day that uses everything: who stands there, what is sold, what is remembered. */
export interface Desk {
  readonly cashier: TillClient;
  readonly manager: Approver;
  readonly random: SeededRandom;
  readonly tally: FullTally;
  readonly shelf: Shelf;
  readonly people: People;
  readonly sold: SoldSale[];
  readonly waiting: WaitingTicket[];
  /** Lines of the open ticket that a scale's label or a GS1 code rang up. */
  readonly labels: Map<string, 'weighed' | 'gs1'>;
}

/** Marks that something happened. */
export function counted(desk: Desk, ...what: readonly Count[]): void {
  for (const each of what) desk.tally.counts[each] += 1;
}

/** The open ticket. */
export async function openTicket(desk: Desk): Promise<Ticket> {
  return valueOf(await desk.cashier.till.ticket({}));
}

type Subject = InputOf<(typeof staffContract)['approve']>['subject'];

/**
 * Does something that may need somebody's word, the way a cashier does: tries, is told that it has to be
 * allowed, calls the manager, who types a PIN, and tries again.
 */
export async function withLeave<T>(
  desk: Desk,
  subject: Subject,
  attempt: (approvalId: string | null) => Promise<Reply<T>>,
): Promise<T> {
  const first = await attempt(null);
  if (first.ok || first.error.code !== 'approval.required') return valueOf(first);
  const amountRp = Number(first.error.params['amountRp']);
  const { staffId: approverId, pin } = desk.manager;
  const given = valueOf(await desk.cashier.staff.approve({ approverId, pin, subject, amountRp }));
  if (given.status !== 'given') throw new Error(`the manager was not let in: ${given.status}`);
  counted(desk, 'approvals');
  return valueOf(await attempt(given.approvalId));
}
