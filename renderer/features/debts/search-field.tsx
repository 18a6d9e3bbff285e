import type { RefObject } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { CheckField } from '../../ui/field.tsx';
import { SearchTools } from '../../ui/search-tools.tsx';
import type { DebtFilter } from './use-debt-list.ts';

const words = id.debts;

interface SearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly filter: DebtFilter;
  readonly onFilter: (part: Partial<DebtFilter>) => void;
  readonly onMove: (step: number) => void;
  readonly onEnter: () => void;
}

/** What narrows the list: words or a receipt's number, and whether only the late ones are shown. */
export function SearchField({ field, filter, onFilter, onMove, onEnter }: SearchFieldProps) {
  return (
    <SearchTools
      field={field}
      label={words.search}
      hint={words.searchHint}
      text={filter.text}
      onText={(text) => onFilter({ text })}
      onMove={onMove}
      onEnter={onEnter}
    >
      <CheckField
        label={words.onlyOverdue}
        checked={filter.onlyOverdue}
        onChange={(onlyOverdue) => onFilter({ onlyOverdue })}
      />
    </SearchTools>
  );
}
