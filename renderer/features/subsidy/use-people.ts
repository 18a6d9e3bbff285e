import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { NumberProblem, Registration } from '../../../shared/contract/subsidy.ts';
import { ask } from '../../data/ask.ts';
import { isWholeNumber } from './number-text.ts';

/** Found people shown below a field; more letters narrow them down. */
const SHOWN = 6;

/** A card's code has no blanks in it; that it is one, only the engine knows. */
const CARD = /^\S{5,64}$/;

/** Whom something that was typed or scanned names. */
export interface People {
  readonly found: readonly Registration[];
  /** The answer is to what stands in the field now, and not to what stood there a moment ago. */
  readonly settled: boolean;
  /** It is a whole number, of somebody who may not be registered yet. */
  readonly whole: boolean;
  /** Why a whole number can't be one. */
  readonly problems: readonly NumberProblem[];
}

/** Everybody whom words, the last four digits, a whole number or a card may mean. */
export function usePeople(typed: string): People {
  const text = useDeferredValue(typed.trim());
  const whole = isWholeNumber(text);
  const number = useQuery({ ...ask.identify(text), enabled: whole || CARD.test(text) });
  const words = useQuery({
    ...ask.registrations({ text, limit: SHOWN }),
    enabled: text !== '' && !whole,
    placeholderData: keepPreviousData,
  });
  if (text === '') return { found: [], settled: typed.trim() === '', whole, problems: [] };
  const isCard = number.data?.kind === 'card';
  const waits = whole ? number.isFetching : words.isFetching || number.isFetching;
  return {
    found: (whole || isCard ? number.data?.registrations : words.data?.registrations) ?? [],
    settled: text === typed.trim() && !waits,
    whole,
    problems: whole ? (number.data?.problems ?? []) : [],
  };
}
