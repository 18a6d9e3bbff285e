import { createStore, useStoreValue } from '../../data/store.ts';
import { hushPassing } from '../../ui/messages.ts';
import { NO_DRAFTS, withRow, type Drafts, type TenderDraft } from './tender-plan.ts';

/**
 * What is written down for the open ticket. It lives beside the screens, so that going back to the
 * basket, or to another part of the till, loses nothing; another ticket begins afresh.
 */
const held = createStore<{ readonly ticketId: string; readonly drafts: Drafts }>({
  ticketId: '',
  drafts: NO_DRAFTS,
});

/** The parts of a payment that are written down, and how to change them. */
export interface TenderDrafts {
  readonly drafts: Drafts;
  readonly add: (row: TenderDraft) => void;
  readonly removeAt: (index: number) => void;
  /** Cash laid down; `null` for an empty field. */
  readonly receive: (amountRp: number | null) => void;
  readonly donate: (amountRp: number) => void;
}

/** Keeps the parts of the payment of one ticket. */
export function useTenderDrafts(ticketId: string): TenderDrafts {
  const { ticketId: of, drafts: all } = useStoreValue(held);
  const drafts = of === ticketId ? all : NO_DRAFTS;
  const change = (next: Partial<Drafts>) => {
    hushPassing();
    held.set({ ticketId, drafts: { ...drafts, ...next } });
  };
  return {
    drafts,
    add: (row) => change({ rows: withRow(drafts.rows, row) }),
    removeAt: (index) => change({ rows: drafts.rows.filter((_, at) => at !== index) }),
    receive: (receivedRp) => change({ receivedRp }),
    donate: (donationRp) => change({ donationRp }),
  };
}
