import type { ApprovalSubject } from '../../../../shared/contract/approvals.ts';
import { createStore } from '../../../data/store.ts';

/** What somebody is asked to allow. */
export interface AskedApproval {
  readonly subject: ApprovalSubject;
  /** What the store gives up by it, in rupiah; 0 where that is nothing that can be counted. */
  readonly amountRp: number;
  readonly answer: (approvalId: string | null) => void;
}

/** The question on screen. There is one counter and one question at a time. */
export const askedApproval = createStore<AskedApproval | null>(null);

/** Asks for an approval of exactly this; answers its id, or null where nobody gave one. */
export type AskApproval = (subject: ApprovalSubject, amountRp: number) => Promise<string | null>;

/** Lets a screen ask for an approval. `ApprovalFrame` around the screen shows the question. */
export function useApproval(): AskApproval {
  return askApproval;
}

function askApproval(subject: ApprovalSubject, amountRp: number): Promise<string | null> {
  askedApproval.get()?.answer(null);
  return new Promise((resolve) => {
    const asked: AskedApproval = {
      subject,
      amountRp,
      answer: (approvalId) => {
        if (askedApproval.get() === asked) askedApproval.set(null);
        resolve(approvalId);
      },
    };
    askedApproval.set(asked);
  });
}
