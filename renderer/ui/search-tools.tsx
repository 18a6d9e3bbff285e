import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { Icon } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';
import styles from './search-tools.module.css';
import { ROW_STEPS } from './use-rows.ts';

interface SearchToolsProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** The arrows: how many rows down, negative is up. */
  readonly onMove: (step: number) => void;
  readonly onEnter: () => void;
  /** Filters beside the search. */
  readonly children: ReactNode;
}

/** What narrows a list: the words looked for, and filters beside them. Arrows and Enter go on to the list. */
export function SearchTools(props: SearchToolsProps) {
  const { field, label, hint, text, onText, onMove, onEnter, children } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = ROW_STEPS[event.key];
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
            aria-label={label}
            value={text}
            placeholder={hint}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- looking for something is what a list is opened for
            autoFocus
            onChange={(event) => onText(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <KeyCap of="F2" />
        </span>
      </label>
      {children}
    </div>
  );
}
