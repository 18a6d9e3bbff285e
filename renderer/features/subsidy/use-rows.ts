import { useState } from 'react';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';

/** Rows each key moves by. */
const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 } as const;

/** The row of a list that the arrows stand on. */
export interface Rows {
  readonly row: number;
  readonly setRow: (row: number) => void;
  readonly move: (step: number) => void;
}

/**
 * A list that is walked by arrows while no field has the focus.
 * @param total how many rows there are now
 * @param onEnter opens the row the arrows stand on; left out where opening has no meaning
 */
export function useRows(total: number, onEnter?: (row: number) => void): Rows {
  const [held, setRow] = useState(0);
  // A list that became shorter must not leave the arrows below its end.
  const row = Math.max(0, Math.min(held, total - 1));
  const move = (step: number) => setRow(Math.max(0, Math.min(row + step, total - 1)));
  const steps = Object.entries(STEPS).map(([key, step]): Action => ({
    id: `subsidy.rows-${key}`,
    label: '',
    key,
    silent: true,
    perform: () => move(step),
  }));
  const enter: Action[] =
    onEnter === undefined || total === 0
      ? []
      : [{ id: 'subsidy.rows-open', label: '', key: 'Enter', silent: true, perform: () => onEnter(row) }];
  useActions([...steps, ...enter]);
  return { row, setRow, move };
}
