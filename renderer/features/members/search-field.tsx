import type { KeyboardEvent, RefObject } from 'react';
import { CheckField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { id } from '../../../shared/i18n/id.ts';
import styles from './list.module.css';

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
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) onMove(step);
    else if (event.key === 'Enter') onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.tools}>
      <label className={styles.searching}>
        {label}
        <span className={styles.search}>
          <Icon name="search" size={22} />
          <input
            ref={field}
            type="text"
            value={filter.text}
            placeholder={hint}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- looking for somebody is what the list is opened for
            autoFocus
            onChange={(event) => onFilter({ text: event.target.value })}
            onKeyDown={onKeyDown}
          />
          <KeyCap of="F2" />
        </span>
      </label>
      <CheckField
        label={id.members.withInactive}
        checked={!filter.onlyActive}
        onChange={(shown) => onFilter({ onlyActive: !shown })}
      />
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };
