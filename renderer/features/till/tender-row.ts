import type { Ticket } from '../../../shared/contract/till.ts';
import type { Tender } from '../../../shared/journal/sale-bodies.ts';
import { formatAmount, formatDate } from '../../../shared/i18n/format.ts';
import { id } from '../../../shared/i18n/id.ts';
import type { IconName } from '../../ui/icon-paths.ts';
import type { TenderDraft, TenderPlan } from './tender-plan.ts';

/** One part of a payment as the ledger shows it. */
export interface TenderRow {
  readonly key: string;
  readonly kind: Tender['kind'];
  readonly amountRp: number;
  /** What was received, which reference, when it is due. */
  readonly details: readonly string[];
  readonly state: 'draft' | 'waiting' | 'confirmed' | 'cash';
}

/** The icon of a way of paying. */
export const WAY_ICONS: Readonly<Record<Tender['kind'], IconName>> = {
  cash: 'cash',
  qris: 'qr',
  transfer: 'bank',
  card: 'card',
  kasbon: 'user',
  savings: 'box',
  invoice: 'file',
  exchange: 'return',
};

/** The parts of a payment that is being taken: QRIS codes, what is written down, cash last. */
export function openRows(ticket: Ticket, drafts: readonly TenderDraft[], plan: TenderPlan): TenderRow[] {
  const qris = ticket.qris.map(({ paymentId, amountRp, state }) => ({
    key: paymentId,
    kind: 'qris' as const,
    amountRp,
    details: [],
    state,
  }));
  const written = drafts.map((draft, at) => ({
    key: `draft-${at}`,
    kind: draft.kind,
    amountRp: draft.amountRp,
    details: detailsOf(draft),
    state: 'draft' as const,
  }));
  const { restRp, cashRp, shortRp, receivedRp, changeRp, donationRp } = plan;
  const cash: TenderRow = {
    key: 'cash',
    kind: 'cash',
    amountRp: cashRp - shortRp,
    details: cashDetails(receivedRp, changeRp - donationRp, donationRp),
    state: 'cash',
  };
  return [...qris, ...written, ...(restRp > 0 ? [cash] : [])];
}

/** The parts of a sale that is paid. */
export function paidRows(tenders: readonly Tender[]): TenderRow[] {
  return tenders.map((tender, at) => ({
    key: `${tender.kind}-${at}`,
    kind: tender.kind,
    amountRp: tender.amountRp,
    details:
      tender.kind === 'cash'
        ? cashDetails(tender.receivedRp, tender.changeRp, tender.donationRp)
        : detailsOf(tender),
    state: 'confirmed',
  }));
}

function cashDetails(receivedRp: number, changeRp: number, donationRp: number): string[] {
  return [
    id.pay.received(formatAmount(receivedRp)),
    id.pay.changeOf(formatAmount(changeRp)),
    ...(donationRp > 0 ? [id.pay.donated(formatAmount(donationRp))] : []),
  ];
}

function detailsOf(part: TenderDraft | Exclude<Tender, { kind: 'cash' }>): string[] {
  const reference = 'reference' in part ? part.reference : '';
  const dueDate = 'dueDate' in part ? part.dueDate : null;
  return [
    ...(reference === '' ? [] : [id.pay.reference(reference)]),
    ...(dueDate === null ? [] : [id.pay.dueOn(formatDate(dueDate))]),
  ];
}
