import type { RefObject } from 'react';
import { CheckField } from '../../ui/field.tsx';
import { SearchTools } from '../../ui/search-tools.tsx';
import { id } from '../../../shared/i18n/id.ts';

/** Which part of a list is shown. */
export interface PeopleFilter {
  readonly text: string;
  readonly onlyActive: boolean;
}

/** Everybody who is still there. */
export const EVERYBODY: PeopleFilter = { text: '', onlyActive: true };

interface SearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly hint: string;
  readonly filter: PeopleFilter;
  readonly onFilter: (part: Partial<PeopleFilter>) => void;
  readonly onMove: (step: number) => void;
  readonly onEnter: () => void;
}

/** What narrows a list of people: words, and whether those who left are shown too. */
export function SearchField({ field, label, hint, filter, onFilter, onMove, onEnter }: SearchFieldProps) {
  return (
    <SearchTools
      field={field}
      label={label}
      hint={hint}
      text={filter.text}
      onText={(text) => onFilter({ text })}
      onMove={onMove}
      onEnter={onEnter}
    >
      <CheckField
        label={id.members.withInactive}
        checked={!filter.onlyActive}
        onChange={(shown) => onFilter({ onlyActive: !shown })}
      />
    </SearchTools>
  );
}
