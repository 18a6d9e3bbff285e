import { useId, useRef } from 'react';
import { useActions } from '../keyboard/keyboard.tsx';
import type { IconName } from './icon-paths.ts';
import { Icon } from './icon.tsx';
import { KeyCap } from './key-cap.tsx';
import styles from './option-keys.module.css';

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
  /** Left out where the screen is narrow. */
  readonly icon?: IconName;
}

interface OptionKeysProps<T extends string> {
  readonly label: string;
  /** What the choice is about. */
  readonly hint?: string | undefined;
  /** What is still missing; it takes the place of the hint. */
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

/** One of a few, each with its digit on it: the digits choose wherever no text field has the focus. */
export function OptionKeys<T extends string>(props: OptionKeysProps<T>) {
  const { label, hint, error, value, options, onChange, firstDigit = 1, columns = 2, labelHidden } = props;
  const name = useId();
  const note = useId();
  const group = useRef<HTMLDivElement>(null);
  const digitOf = (at: number) => String(firstDigit + at);
  useActions(
    options.map((option, at) => ({
      id: `${label}.${option.value}`,
      label: `${label}: ${option.label}`,
      key: digitOf(at),
      perform: () => {
        onChange(option.value);
        followChoice(group.current, at);
      },
    })),
  );
  const said = error ?? hint;
  return (
    <fieldset className={styles.group} data-wrong={error === undefined ? undefined : ''}>
      <legend className={labelHidden === true ? 'sr-only' : styles.label}>{label}</legend>
      <div
        ref={group}
        className={styles.options}
        role="radiogroup"
        aria-label={label}
        aria-describedby={said === undefined ? undefined : note}
        data-columns={columns}
      >
        {options.map((option, at) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.icon !== undefined && (
              <span className={styles.icon}>
                <Icon name={option.icon} />
              </span>
            )}
            <span className={styles.words}>
              {option.label}
              {option.hint !== undefined && <small>{option.hint}</small>}
            </span>
            <KeyCap of={digitOf(at)} />
          </label>
        ))}
      </div>
      {said !== undefined && (
        <p id={note} className={styles.note} role={error === undefined ? undefined : 'alert'}>
          {said}
        </p>
      )}
    </fieldset>
  );
}

/** Whoever stands in the group with the focus goes along to what the digit chose. */
function followChoice(group: HTMLElement | null, at: number): void {
  if (group?.contains(document.activeElement) === true) group.querySelectorAll('input')[at]?.focus();
}
