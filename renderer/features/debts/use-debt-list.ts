import { useDeferredValue, useRef, useState } from 'react';
import type { DebtorKind } from '../../../shared/contract/debts.ts';
import { hush } from '../../ui/messages.ts';
import type { DebtorRef } from './index.tsx';

/** Which part of the list is shown. */
export interface DebtFilter {
  readonly kind: DebtorKind | 'all';
  readonly text: string;
  readonly onlyOverdue: boolean;
}

/** Everybody who owes. */
export const EVERYBODY: DebtFilter = { kind: 'all', text: '', onlyOverdue: false };

const NEXT_KIND = { all: 'member', member: 'buyer', buyer: 'all' } as const;

/** The list, narrowed by typing, with a row the arrows stand on and somebody open beside it. */
export function useDebtList(first: DebtorRef | null) {
  const [filter, setFilter] = useState(EVERYBODY);
  const [row, setRow] = useState(0);
  const [opened, setOpened] = useState(first);
  const field = useRef<HTMLInputElement>(null);
  const narrow = (part: Partial<DebtFilter>) => {
    setFilter((held) => ({ ...held, ...part }));
    setRow(0);
  };
  return {
    filter,
    /** Typing never waits for the list. */
    asked: useDeferredValue(filter),
    row,
    opened,
    field,
    narrow,
    nextKind: () => narrow({ kind: NEXT_KIND[filter.kind] }),
    move: (step: number, total: number) =>
      setRow((held) => Math.min(Math.max(0, held + step), Math.max(0, total - 1))),
    show: (debtor: DebtorRef) => {
      hush();
      setOpened(debtor);
    },
    close: () => {
      hush();
      setOpened(null);
    },
    search: () => {
      field.current?.focus();
      field.current?.select();
    },
  };
}
