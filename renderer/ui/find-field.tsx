import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import styles from './find-field.module.css';
import { TextField } from './field.tsx';
import type { Find } from './use-find.ts';

interface FindFieldProps<T> {
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  readonly startsFocused?: boolean;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly search: Find<T>;
  readonly keyOf: (row: T) => string;
  /** What stands in a row; a `small` in it is a line of its own. */
  readonly children: (row: T) => ReactNode;
}

/** Something looked for by typing: what is found stands below the field, arrows choose and Enter takes. */
export function FindField<T>(props: FindFieldProps<T>) {
  const { search, keyOf, children, field, startsFocused = false, ...rest } = props;
  const shown = search.typed.trim() === '' ? [] : search.found;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') search.move(1);
    else if (event.key === 'ArrowUp') search.move(-1);
    else if (event.key === 'Enter' && search.typed.trim() !== '') search.take();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.find}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows and Enter of the field within */}
      <div onKeyDown={onKeyDown}>
        <TextField
          {...rest}
          {...(field !== undefined && { ref: field })}
          startsFocused={startsFocused}
          value={search.typed}
          onChange={search.type}
        />
      </div>
      {shown.length > 0 && (
        <ul className={styles.found}>
          {shown.map((row, at) => (
            <li key={keyOf(row)}>
              <button
                type="button"
                tabIndex={-1}
                aria-current={at === search.row ? 'true' : undefined}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => search.onTake(row)}
              >
                {children(row)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
