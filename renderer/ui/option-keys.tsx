import { useId, useRef, type KeyboardEvent } from 'react';
import { useActions } from '../keyboard/keyboard.tsx';
import styles from './option-keys.module.css';
import { KeyCap } from './key-cap.tsx';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

interface OptionKeysProps<T extends string> {
  readonly label: string;
  /** What the choice is about, or what is still missing. */
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** `null` while nothing is chosen. */
  readonly value: T | null;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: T) => void;
  /** Digit of the first option; a screen with two groups counts on from the first group. */
  readonly firstDigit?: number;
  readonly columns?: 1 | 2 | 3 | 4;
  /** Leaves the label to screen readers where a heading already stands there. */
  readonly labelHidden?: boolean;
}

const STEP_OF: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** One of a few, each with its digit on it: the digits choose wherever no text field has the focus. */
export function OptionKeys<T extends string>(props: OptionKeysProps<T>) {
  const { label, hint, error, value, options, onChange, firstDigit = 1, columns = 2, labelHidden } = props;
  const note = useId();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const digitOf = (at: number) => String(firstDigit + at);
  useActions(
    options.map((option, at) => ({
      id: `option.${option.value}`,
      label: `${label}: ${option.label}`,
      key: digitOf(at),
      perform: () => onChange(option.value),
    })),
  );
  const chosenAt = options.findIndex((option) => option.value === value);
  const moveFrom = (at: number, event: KeyboardEvent) => {
    const step = STEP_OF[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (at + step + options.length) % options.length;
    const option = options[next];
    if (option !== undefined) onChange(option.value);
    buttons.current[next]?.focus();
  };
  const said = error ?? hint;
  return (
    <div className={styles.group} data-wrong={error === undefined ? undefined : ''}>
      <div className={labelHidden === true ? 'sr-only' : styles.label}>{label}</div>
      <div
        className={styles.options}
        role="radiogroup"
        aria-label={label}
        aria-describedby={said === undefined ? undefined : note}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {options.map((option, at) => (
          <button
            key={option.value}
            ref={(button) => {
              buttons.current[at] = button;
            }}
            type="button"
            role="radio"
            aria-checked={at === chosenAt}
            // Tab enters a radio group once, at what is chosen; arrows move inside it.
            tabIndex={at === Math.max(0, chosenAt) ? 0 : -1}
            className={styles.option}
            onClick={() => onChange(option.value)}
            onKeyDown={(event) => moveFrom(at, event)}
          >
            <span className={styles.words}>
              {option.label}
              {option.hint !== undefined && <small>{option.hint}</small>}
            </span>
            <KeyCap of={digitOf(at)} />
          </button>
        ))}
      </div>
      {said !== undefined && (
        <p id={note} className={styles.note} role={error === undefined ? undefined : 'alert'}>
          {said}
        </p>
      )}
    </div>
  );
}
