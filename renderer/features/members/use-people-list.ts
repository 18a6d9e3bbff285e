import { useDeferredValue, useRef, useState } from 'react';
import { hush } from '../../ui/messages.ts';
import { EVERYBODY, type PeopleFilter } from './search-field.tsx';

/** A list that is narrowed by typing, with a row the arrows stand on and somebody open beside it. */
export function usePeopleList<Opened>() {
  const [filter, setFilter] = useState(EVERYBODY);
  const [row, setRow] = useState(0);
  const [opened, setOpened] = useState<Opened | null>(null);
  const field = useRef<HTMLInputElement>(null);
  return {
    filter,
    /** Typing never waits for the list. */
    asked: useDeferredValue(filter),
    row,
    opened,
    field,
    narrow: (part: Partial<PeopleFilter>) => {
      setFilter((held) => ({ ...held, ...part }));
      setRow(0);
    },
    move: (step: number, total: number) =>
      setRow((held) => Math.min(Math.max(0, held + step), Math.max(0, total - 1))),
    /** To another page of whoever is open: what was just said about it stays. */
    turnTo: setOpened,
    show: (next: Opened | null) => {
      hush();
      setOpened(next);
    },
    close: () => {
      setOpened(null);
      field.current?.focus();
    },
    search: () => {
      field.current?.focus();
      field.current?.select();
    },
  };
}
