import { useId } from 'react';
import { FieldFrame } from './field.tsx';
import styles from './field.module.css';

interface SuggestFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What was used before; anything else may be typed all the same. */
  readonly suggestions: readonly string[];
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

/** One line of text that offers what is already in use, so that one thing keeps one name. */
export function SuggestField({ label, value, onChange, suggestions, hint, error }: SuggestFieldProps) {
  const list = useId();
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      {({ control, describedBy }) => (
        <>
          <input
            id={control}
            list={list}
            type="text"
            className={styles.input}
            value={value}
            autoComplete="off"
            spellCheck={false}
            aria-describedby={describedBy}
            aria-invalid={error === undefined ? undefined : true}
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={list}>
            {suggestions.map((suggestion) => (
              <option key={suggestion}>{suggestion}</option>
            ))}
          </datalist>
        </>
      )}
    </FieldFrame>
  );
}
