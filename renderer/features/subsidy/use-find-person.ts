import { useEffect, useState } from 'react';
import type { Registration } from '../../../shared/contract/subsidy.ts';
import { usePeople, type People } from './use-people.ts';

/** Looking for somebody by what is typed, with a row that Enter takes. */
export interface PersonSearch {
  readonly typed: string;
  readonly type: (text: string) => void;
  readonly people: People;
  readonly row: number;
  readonly move: (step: number) => void;
  /** Takes the row; where the answer is still on its way, as soon as it is there. */
  readonly take: () => void;
}

/**
 * Finds somebody who is registered. Whoever types fast presses Enter before the answer is there: what
 * is taken then is the answer to what they typed, never somebody who was listed a letter before.
 */
export function useFindPerson(first: string, onPick: (person: Registration) => void): PersonSearch {
  const [typed, setTyped] = useState(first);
  const [row, setRow] = useState(0);
  const [wanted, setWanted] = useState(false);
  const people = usePeople(typed);
  const chosen = people.found[row];
  useEffect(() => {
    if (wanted && people.settled && chosen !== undefined) onPick(chosen);
  }, [wanted, people.settled, chosen, onPick]);
  return {
    typed,
    type: (text) => {
      setTyped(text);
      setRow(0);
      setWanted(false);
    },
    people,
    row,
    move: (step) => setRow(Math.max(0, Math.min(row + step, people.found.length - 1))),
    take: () => setWanted(true),
  };
}
