import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { NumberProblem, NumberWarning, Registration } from '../../../shared/contract/subsidy.ts';
import { ask } from '../../data/ask.ts';
import { isWholeNumber } from './number-text.ts';

/** Found people shown below a field; more letters narrow them down. */
const SHOWN = 6;

const CARD = /^\S{5,64}$/;

/** Whom something that was typed or scanned names. */
export interface People {
  /** `undefined` while the answer is on its way. */
  readonly found: readonly Registration[] | undefined;
  /** It is a whole number, of somebody who may not be registered yet. */
  readonly whole: boolean;
  /** Of a whole number: why it can't be one, and what is odd about it. */
  readonly problems: readonly NumberProblem[];
  readonly warnings: readonly NumberWarning[];
  readonly error: Error | null;
}

/** Everybody whom words, the last four digits, a whole number or a card may mean. */
export function usePeople(typed: string): People {
  const text = useDeferredValue(typed.trim());
  const whole = isWholeNumber(text);
  const byNumber = useQuery({ ...ask.identify(text), enabled: whole });
  // A card's code has no words between; that it is one, only the engine knows.
  const byCard = useQuery({ ...ask.identify(text), enabled: !whole && CARD.test(text) });
  const byWords = useQuery({
    ...ask.registrations({ text, limit: SHOWN }),
    enabled: text !== '' && !whole,
    placeholderData: keepPreviousData,
  });
  if (text === '') return { found: [], whole, problems: [], warnings: [], error: null };
  if (!whole) {
    return {
      found: byCard.data?.kind === 'card' ? byCard.data.registrations : byWords.data?.registrations,
      whole,
      problems: [],
      warnings: [],
      error: byWords.error,
    };
  }
  return {
    found: byNumber.data?.registrations,
    whole,
    problems: byNumber.data?.problems ?? [],
    warnings: byNumber.data?.warnings ?? [],
    error: byNumber.error,
  };
}
