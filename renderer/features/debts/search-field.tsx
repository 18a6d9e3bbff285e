import type { KeyboardEvent, RefObject } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import { CheckField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import styles from './debts.module.css';
import type { DebtFilter } from './use-debt-list.ts';

const words = id.debts;

interface SearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly filter: DebtFilter;
  readonly onFilter: (part: Partial<DebtFilter>) => void;
  readonly onMove: (step: number) => void;
  readonly onEnter: () => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** What narrows the list: words or a receipt's number, and whether only the late ones are shown. */
export function SearchField({ field, filter, onFilter, onMove, onEnter }: SearchFieldProps) {
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
        {words.search}
        <span className={styles.search}>
          <Icon name="search" size={22} />
          <input
            ref={field}
            type="text"
            aria-label={words.search}
            value={filter.text}
            placeholder={words.searchHint}
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
        label={words.onlyOverdue}
        checked={filter.onlyOverdue}
        onChange={(onlyOverdue) => onFilter({ onlyOverdue })}
      />
    </div>
  );
}
