import { useState } from 'react';
import { hushPassing } from '../../ui/messages.ts';

/** The money the buyer put down, as typed or as laid down note by note. */
export interface CashReceived {
  /** `null` while the field is empty: then it is exactly what is owed. */
  readonly typed: number | null;
  /** What the field holds or, where it is empty, what is due. */
  readonly amount: number;
  /** The notes pressed one after the other; empty where the amount was typed. */
  readonly parts: readonly number[];
  readonly type: (amount: number | null) => void;
  readonly add: (note: number) => void;
  readonly setExact: () => void;
  readonly clear: () => void;
}

/** Keeps the cash field of the pay screen. */
export function useCashReceived(dueRp: number): CashReceived {
  const [typed, setTyped] = useState<number | null>(null);
  const [parts, setParts] = useState<readonly number[]>([]);
  const set = (amount: number | null, notes: readonly number[]) => {
    hushPassing();
    setTyped(amount);
    setParts(notes);
  };
  return {
    typed,
    amount: typed ?? dueRp,
    parts,
    type: (amount) => set(amount, []),
    add: (note) => {
      const before = parts.length === 0 && typed !== null ? [typed] : parts;
      set((typed ?? 0) + note, [...before, note]);
    },
    setExact: () => set(dueRp, []),
    clear: () => set(null, []),
  };
}
