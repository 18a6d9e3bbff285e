import { useState } from 'react';
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
}

/** Keeps the cash field of the pay screen. */
export function useCashReceived(cashRp: number, { drafts, receive }: TenderDrafts): CashReceived {
  const typed = drafts.receivedRp;
  const [parts, setParts] = useState<readonly number[]>([]);
  const set = (amount: number | null, notes: readonly number[]) => {
    receive(amount);
    setParts(notes);
  };
  return {
    typed,
    parts,
    type: (amount) => set(amount, []),
    add: (note) => {
      const before = parts.length === 0 && typed !== null ? [typed] : parts;
      set((typed ?? 0) + note, [...before, note]);
    },
    setExact: () => set(cashRp, []),
    clear: () => set(null, []),
  };
}
