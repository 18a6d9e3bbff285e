import type { TenderInput, Ticket } from '../../../shared/contract/till.ts';
import { roundCashDown } from '../../../shared/domain/cash-rounding.ts';
import { rupiah } from '../../../shared/domain/money.ts';

/** A part of the payment that the cashier has written down and the engine does not know yet. */
export type TenderDraft = Exclude<TenderInput, { kind: 'cash' | 'qris' }>;
export type DraftKind = TenderDraft['kind'];

/** What somebody still wants to pay with, kept while the basket is open. */
export interface Drafts {
  readonly rows: readonly TenderDraft[];
  /** Cash laid down; `null` while the field is empty, which means exactly what is due. */
  readonly receivedRp: number | null;
  /** Of the change, what the buyer chose to give away. */
  readonly donationRp: number;
}

export const NO_DRAFTS: Drafts = { rows: [], receivedRp: null, donationRp: 0 };

/** Ways that a sale takes once: two of them would be two debts for one sale. */
const ONCE: ReadonlySet<DraftKind> = new Set(['kasbon', 'savings', 'invoice']);

/** Writes down one more part; on an account that has one already it makes that one larger. */
export function withRow(rows: readonly TenderDraft[], row: TenderDraft): TenderDraft[] {
  const known = ONCE.has(row.kind) ? rows.find(({ kind }) => kind === row.kind) : undefined;
  if (known === undefined) return [...rows, row];
  const grown = { ...row, amountRp: known.amountRp + row.amountRp };
  return rows.map((each) => (each === known ? grown : each));
}

/** How a ticket is paid, as far as it stands. All in rupiah. */
export interface TenderPlan {
  /** Total less what comes back in the same errand; below zero where the buyer gets money back. */
  readonly dueRp: number;
  /** What is certain or written down beside cash: confirmed QRIS and the drafts. */
  readonly settledRp: number;
  /** QRIS codes that were shown and not confirmed. */
  readonly waitingRp: number;
  /** What is left for cash, before it is rounded; never below zero. */
  readonly restRp: number;
  /**
   * What the next part beside cash pays where no amount is typed: the rest, less the cash laid down as
   * long as that is not enough.
   */
  readonly openRp: number;
  /** What of the rest is paid in cash. */
  readonly cashRp: number;
  /** Zero or negative. */
  readonly roundingRp: number;
  /** More is written down than is due. */
  readonly overRp: number;
  readonly receivedRp: number;
  readonly shortRp: number;
  /** Change before a donation is taken off. */
  readonly changeRp: number;
  readonly donationRp: number;
}

/** What is to be paid for a ticket, or, below zero, to be given back. */
export function dueOf(ticket: Pick<Ticket, 'totalRp' | 'exchange'>): number {
  return ticket.totalRp - (ticket.exchange?.totalRp ?? 0);
}

/**
 * Works out how a ticket stands: cash comes last, pays what everything else leaves, and is the only
 * part that is rounded.
 */
export function planTenders(
  ticket: Pick<Ticket, 'totalRp' | 'exchange' | 'qris' | 'cashStepRp'>,
  drafts: Drafts,
): TenderPlan {
  const dueRp = dueOf(ticket);
  const sumOf = (state: 'waiting' | 'confirmed') =>
    ticket.qris.reduce((sum, payment) => sum + (payment.state === state ? payment.amountRp : 0), 0);
  const waitingRp = sumOf('waiting');
  const settledRp = sumOf('confirmed') + drafts.rows.reduce((sum, row) => sum + row.amountRp, 0);
  const leftRp = dueRp - settledRp - waitingRp;
  const restRp = Math.max(0, leftRp);
  const cashRp = roundCashDown(rupiah(restRp), rupiah(ticket.cashStepRp));
  const receivedRp = restRp === 0 ? 0 : (drafts.receivedRp ?? cashRp);
  const changeRp = Math.max(0, receivedRp - cashRp);
  return {
    dueRp,
    settledRp,
    waitingRp,
    restRp,
    openRp: receivedRp < cashRp ? restRp - receivedRp : restRp,
    cashRp,
    roundingRp: cashRp - restRp,
    overRp: dueRp < 0 ? settledRp + waitingRp : Math.max(0, -leftRp),
    receivedRp,
    shortRp: Math.max(0, cashRp - receivedRp),
    changeRp,
    donationRp: Math.min(drafts.donationRp, changeRp),
  };
}

/** What the engine is told: every part, cash last and only where something is left for it. */
export function tendersOf(ticket: Pick<Ticket, 'qris'>, drafts: Drafts, plan: TenderPlan): TenderInput[] {
  const qris = ticket.qris
    .filter((payment) => payment.state === 'confirmed')
    .map(({ paymentId }) => ({ kind: 'qris' as const, paymentId }));
  const { receivedRp, donationRp, restRp } = plan;
  const parts: TenderInput[] = [...qris, ...drafts.rows];
  if (restRp === 0 && parts.length > 0) return parts;
  return [...parts, { kind: 'cash', receivedRp, donationRp }];
}
