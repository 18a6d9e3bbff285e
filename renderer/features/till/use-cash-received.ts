import { useRef, useState } from 'react';
import { MAX_RUPIAH } from '../../../shared/domain/money.ts';
import { id } from '../../../shared/i18n/id.ts';
import { say } from '../../ui/messages.ts';
import { NIK_LENGTH } from '../../ui/nik-length.ts';
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

/** With so many digits what is typed is more money than a sale may take. */
const DIGITS_TOO_MANY = 13;

/**
 * Keeps the cash field of the pay screen. A number of somebody's card that is typed a moment too late
 * never stands in it: what can be no sum is dropped, with the digits that follow it.
 */
export function useCashReceived(cashRp: number, { drafts, receive }: TenderDrafts): CashReceived {
  const typed = drafts.receivedRp;
  const [parts, setParts] = useState<readonly number[]>([]);
  const swallowed = useRef(0);
  const set = (amount: number | null, notes: readonly number[]) => {
    receive(amount);
    setParts(notes);
  };
  return {
    typed,
    parts,
    type: (amount) => {
      if (swallowed.current > 0 && amount !== null && amount < 10) {
        swallowed.current -= 1;
        return;
      }
      swallowed.current = 0;
      if (amount === null || amount <= MAX_RUPIAH) {
        set(amount, []);
        return;
      }
      // Thirteen digits were typed, and the rest of such a number is still to come.
      swallowed.current = NIK_LENGTH - DIGITS_TOO_MANY;
      // An empty field would mean the exact sum, and Enter is the next key of whoever typed a number.
      set(0, []);
      say({ tone: 'refused', passing: true, title: id.pay.noAmount, text: id.pay.noAmountText });
    },
    add: (note) => {
      const before = parts.length === 0 && typed !== null ? [typed] : parts;
      set((typed ?? 0) + note, [...before, note]);
    },
    setExact: () => set(cashRp, []),
    clear: () => {
      swallowed.current = 0;
      set(null, []);
    },
  };
}
