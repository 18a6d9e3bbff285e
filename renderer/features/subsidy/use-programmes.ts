import { useQuery } from '@tanstack/react-query';
import type { Programme } from '../../../shared/domain/programmes/rules.ts';
import { ask } from '../../data/ask.ts';

/** The store's programmes by their code; empty until they are known. */
export function useProgrammes(): ReadonlyMap<string, Programme> {
  const reply = useQuery(ask.programmes()).data;
  return new Map(reply?.programmes.map(({ programme }) => [programme.programme, programme]));
}
