import { useEffect, useRef, useState } from 'react';

/** What is looked for by typing, and what was found by now. */
interface FindWishes<T> {
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly found: readonly T[];
  /** The answer is to what stands in the field now, and not to what stood there a moment ago. */
  readonly settled: boolean;
  readonly onTake: (row: T) => void;
}

/** Looking for something by what is typed, with a row that Enter takes: what a `FindField` draws. */
export interface Find<T> {
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly found: readonly T[];
  readonly row: number;
  readonly move: (step: number) => void;
  /** Takes the row; where the answer is still on its way, as soon as it is there. */
  readonly take: () => void;
  /** Takes what was pressed. */
  readonly onTake: (row: T) => void;
}

/**
 * Whoever types fast presses Enter before the answer is there: what is taken then is the answer to what
 * they typed, never something that was listed a letter before.
 */
export function useFind<T>({ typed, type, found, settled, onTake }: FindWishes<T>): Find<T> {
  const [place, setPlace] = useState({ typed, row: 0 });
  // What is typed anew is looked through from its beginning.
  const row = place.typed === typed ? place.row : 0;
  const chosen = found[row];
  /** Enter was pressed before the answer was there. */
  const wanted = useRef(false);
  useEffect(() => {
    if (!wanted.current || !settled) return;
    wanted.current = false;
    if (chosen !== undefined) onTake(chosen);
  }, [settled, chosen, onTake]);
  return {
    typed,
    type: (text) => {
      wanted.current = false;
      type(text);
    },
    found,
    row,
    move: (step) => setPlace({ typed, row: Math.max(0, Math.min(row + step, found.length - 1)) }),
    take: () => {
      if (!settled) wanted.current = true;
      else if (chosen !== undefined) onTake(chosen);
    },
    onTake,
  };
}
