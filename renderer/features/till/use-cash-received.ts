import { useRef, useState } from 'react';
import { MAX_RUPIAH } from '../../../shared/domain/money.ts';
import { id } from '../../../shared/i18n/id.ts';
import { say } from '../../ui/messages.ts';
import type { TenderDrafts } from './use-tender-drafts.ts';

/** The money the buyer put down, as typed or as laid down note by note. */
export interface CashReceived {
  /** `null` while the field is empty: then it is exactly what is owed. */
  readonly typed: number | null;
  /** The notes pressed one after the other; empty where the amount was typed. */
  readonly parts: readonly number[];
  readonly type: (amount: number | null) => void;
  readonly add: (note: number) => void;
  readonly setExact: () => void;
  readonly clear: () => void;
  /** Enter was pressed: what is typed from now on is typed anew. */
  readonly entered: () => void;
}

/**
 * Keeps the cash field of the pay screen. A number of somebody's card that is typed a moment too late
 * does not stay in it: what can be no sum is dropped, with every digit that follows it one by one, for
 * nobody can tell where in the field that number began. Enter, a note or an emptied field begins anew.
 */
export function useCashReceived(cashRp: number, { drafts, receive }: TenderDrafts): CashReceived {
  const typed = drafts.receivedRp;
  const [parts, setParts] = useState<readonly number[]>([]);
  const swallows = useRef(false);
  const set = (amount: number | null, notes: readonly number[]) => {
    swallows.current = false;
    receive(amount);
    setParts(notes);
  };
  return {
    typed,
    parts,
    type: (amount) => {
      // The rest of a number that was no sum.
      if (swallows.current && amount !== null && amount < 10) return;
      if (amount === null || amount <= MAX_RUPIAH) {
        set(amount, []);
        return;
      }
      // An empty field would mean the exact sum, and Enter is the next key of whoever typed a number.
      set(0, []);
      swallows.current = true;
      say({ tone: 'refused', passing: true, title: id.pay.noAmount, text: id.pay.noAmountText });
    },
    add: (note) => {
      const before = parts.length === 0 && typed !== null ? [typed] : parts;
      set((typed ?? 0) + note, [...before, note]);
    },
    setExact: () => set(cashRp, []),
    clear: () => set(null, []),
    entered: () => {
      swallows.current = false;
    },
  };
}
