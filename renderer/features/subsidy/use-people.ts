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
  /** How many there are, of whom `found` may be the first; undefined until it is known. */
  readonly total: number | undefined;
  /** Why there is no answer. */
  readonly error: Error | null;
  /** The answer is to what stands in the field now, and not to what stood there a moment ago. */
  readonly settled: boolean;
  /** It is a whole number, of somebody who may not be registered yet. */
  readonly whole: boolean;
  /** Why a whole number can't be one. */
  readonly problems: readonly NumberProblem[];
}

const NOBODY: Omit<People, 'settled'> = { found: [], total: 0, error: null, whole: false, problems: [] };

interface PeopleWishes {
  /** At most so many; more letters narrow them down. */
  readonly limit?: number;
  /** Where nothing is typed everybody is meant, and not nobody. */
  readonly everybody?: boolean;
}

/** Everybody whom words, the last four digits, a whole number or a card may mean. */
export function usePeople(typed: string, wishes: PeopleWishes = {}): People {
  const { limit = SHOWN, everybody = false } = wishes;
  const text = useDeferredValue(typed.trim());
  const whole = isWholeNumber(text);
  const number = useQuery({ ...ask.identify(text), enabled: whole || CARD.test(text) });
  const words = useQuery({
    ...ask.registrations({ text, limit }),
    enabled: (text !== '' || everybody) && !whole,
    placeholderData: keepPreviousData,
  });
  if (text === '' && !everybody) return { ...NOBODY, settled: typed.trim() === '' };
  const byNumber = whole || number.data?.kind === 'card';
  const found = byNumber ? number.data?.registrations : words.data?.registrations;
  const waits = whole ? number.isFetching : words.isFetching || number.isFetching;
  return {
    found: found ?? [],
    total: byNumber ? found?.length : words.data?.total,
    error: whole ? number.error : (words.error ?? number.error),
    settled: text === typed.trim() && !waits,
    whole,
    problems: whole ? (number.data?.problems ?? []) : [],
  };
}
