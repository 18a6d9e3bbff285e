import { useEffect, useId, useRef } from 'react';
import { id } from '../../../shared/i18n/id.ts';
import type { Action } from '../../keyboard/action.ts';
import { useActions } from '../../keyboard/keyboard.tsx';
import { SixteenDigits } from '../../ui/sixteen-digits.tsx';
import { useMasked } from '../../ui/use-masked.ts';
import styles from './people.module.css';

const words = id.subsidyOffice.registration;

/**
 * Hides numbers that are being typed: on F6, and by itself after a while without typing.
 * @param typed everything that is typed; any change begins the time anew
 */
export function useHiding(typed: string): { readonly hidden: boolean; readonly toggle: Action } {
  const { masked, toggle } = useMasked(typed);
  const action: Action = {
    id: 'subsidy.number-hide',
    label: masked ? words.show : words.hide,
    help: words.hideHelp,
    key: 'F6',
    enabled: typed !== '',
    perform: toggle,
  };
  useActions([action]);
  return { hidden: masked, toggle: action };
}

interface NumberFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  /** Digits alone. */
  readonly value: string;
  readonly hidden: boolean;
  readonly startsFocused?: boolean;
  /** The last four digits of a number that is kept already; empty for none. */
  readonly knownTail: string;
  readonly onChange: (digits: string) => void;
}

/** A NIK or KK number, grouped as it is typed. */
export function NumberField(props: NumberFieldProps) {
  const { label, hint, error, value, hidden, startsFocused = false, knownTail, onChange } = props;
  const field = useRef<HTMLInputElement>(null);
  const note = useId();
  useEffect(() => {
    if (startsFocused) field.current?.focus();
  }, [startsFocused]);
  return (
    <div className={styles.number} data-wrong={error === undefined ? undefined : ''}>
      <span aria-hidden="true">{label}</span>
      <SixteenDigits
        field={field}
        small
        label={label}
        value={value}
        masked={hidden}
        knownTail={knownTail === '' ? null : knownTail}
        wrong={error !== undefined}
        describedBy={note}
        onChange={onChange}
      />
      <p id={note} role={error === undefined ? undefined : 'alert'}>
        {error ?? hint}
      </p>
    </div>
  );
}
