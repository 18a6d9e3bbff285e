import type { KeyboardEvent, ReactNode } from 'react';
import { AmountInput } from '../../ui/amount-field.tsx';
import { classNames } from '../../ui/class-names.ts';
import styles from './terms.module.css';

interface CellProps {
  /** What is wrong with the content, in words. */
  readonly error?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A cell with a field in it, and below that what is wrong. */
export function Cell({ error, className, children }: CellProps) {
  return (
    <td className={classNames(styles.cell, className)} data-wrong={error === undefined ? undefined : ''}>
      {children}
      {error !== undefined && (
        <p role="alert" className={styles.wrong}>
          {error}
        </p>
      )}
    </td>
  );
}

interface CellFieldProps {
  /** Names the field: the head of its column says it to those who see. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly figures?: boolean;
  readonly startsFocused?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

/** One line of text in a table. */
export function CellField({
  label,
  value,
  onChange,
  error,
  figures = false,
  startsFocused,
  ...rest
}: CellFieldProps) {
  return (
    <Cell error={error}>
      <input
        {...rest}
        type="text"
        aria-label={label}
        className={classNames(styles.input, figures && styles.figures)}
        value={value}
        autoComplete="off"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a row that was just asked for waits to be filled in
        autoFocus={startsFocused}
        aria-invalid={error === undefined ? undefined : true}
        onChange={(event) => onChange(event.target.value)}
      />
    </Cell>
  );
}

interface CellAmountProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly error?: string | undefined;
}

/** Rupiah in a table. */
export function CellAmount({ error, ...rest }: CellAmountProps) {
  return (
    <Cell error={error}>
      <AmountInput {...rest} className={classNames(styles.input, styles.figures)} />
    </Cell>
  );
}

interface CellSelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of many in a table. */
export function CellSelect<T extends string>({ label, value, options, onChange }: CellSelectProps<T>) {
  return (
    <Cell>
      <select
        aria-label={label}
        className={styles.input}
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Cell>
  );
}
