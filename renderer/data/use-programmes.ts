import { useQuery } from '@tanstack/react-query';
import type { ProgrammesReply } from '../../shared/contract/programmes.ts';
import { ask } from './ask.ts';

/** A programme with its rules and goods. */
export type ListedProgramme = ProgrammesReply['programmes'][number];

/** What a programme is called, and what it is counted in. */
export type ProgrammeNames = (programme: string) => { readonly name: string; readonly unit: string };

/** The store's programmes by their codes; empty until the engine has said which there are. */
export function useProgrammes(): ReadonlyMap<string, ListedProgramme> {
  const listed = useQuery(ask.programmes()).data?.programmes ?? [];
  return new Map(listed.map((one) => [one.programme.programme, one]));
}

/** Names of programmes; before they are known, and of one that is gone, its code must do. */
export function useProgrammeNames(): ProgrammeNames {
  const programmes = useProgrammes();
  return (code) => {
    const found = programmes.get(code)?.programme;
    return { name: found?.name ?? code, unit: found?.unit ?? '' };
  };
}
