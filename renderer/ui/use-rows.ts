import { useState } from 'react';
import { id } from '../../shared/i18n/id.ts';
import type { Action } from '../keyboard/action.ts';
import { useActions } from '../keyboard/keyboard.tsx';
import { say } from './messages.ts';

const words = id.form;

/** Rows each key moves by; up is negative. */
export const ROW_STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
};

/** The row of a list that the arrows stand on. */
export interface Rows {
  readonly row: number;
  readonly setRow: (row: number) => void;
  /** A row was pressed: the arrows stand on it and it opens, unless something is being filled in. */
  readonly open: (row: number) => void;
  readonly move: (step: number) => void;
  /** Puts the arrows on whatever has this id, wherever the list has it by then, until they are moved. */
  readonly follow: (rowId: string) => void;
}

/** Says that a form beside a list is to be saved or left before another row is opened: nothing typed is lost. */
export function sayStillFilling(): void {
  say({ tone: 'attention', passing: true, title: words.stillOpen, text: words.stillOpenText });
}

interface RowWishes {
  /** Opens a row; undefined where standing on it is all there is. */
  readonly onOpen?: (row: number) => void;
  /** A form stands beside the list. Enter is then the form's, on a box to tick as well. */
  readonly filling?: boolean;
  /** Of the rows, for a list in which one of them is followed. */
  readonly ids?: readonly string[];
}

const NO_IDS: readonly string[] = [];

/**
 * A list that is walked by arrows while no field has the focus.
 * @param total how many rows there are now
 */
export function useRows(total: number, wishes: RowWishes = {}): Rows {
  const { onOpen, filling = false, ids = NO_IDS } = wishes;
  const [held, setHeld] = useState(0);
  const [followed, follow] = useState<string | null>(null);
  const setRow = (next: number) => {
    follow(null);
    setHeld(next);
  };
  const followedAt = followed === null ? -1 : ids.indexOf(followed);
  // A list that became shorter must not leave the arrows below its end.
  const row = Math.max(0, Math.min(followedAt < 0 ? held : followedAt, total - 1));
  const move = (step: number) => setRow(Math.max(0, Math.min(row + step, total - 1)));
  const open = (next: number) => {
    if (filling) return sayStillFilling();
    setRow(next);
    return onOpen?.(next);
  };
  const steps = Object.entries(ROW_STEPS).map(([key, step]): Action => ({
    id: `rows.${key}`,
    label: '',
    key,
    silent: true,
    perform: () => move(step),
  }));
  const enter: Action[] =
    onOpen === undefined || filling || total === 0
      ? []
      : [{ id: 'rows.open', label: '', key: 'Enter', silent: true, perform: () => onOpen(row) }];
  useActions([...steps, ...enter]);
  return { row, setRow, open, move, follow };
}
