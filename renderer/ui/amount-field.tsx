import type { Ref } from 'react';
import { classNames } from './class-names.ts';
import { groupAmount, parseAmount } from './figures.ts';
import fieldStyles from './field.module.css';
import { FieldFrame } from './field.tsx';
import styles from './amount-field.module.css';
import { formatAmount } from '../../shared/i18n/format.ts';

interface AmountFieldProps {
  readonly label: string;
  /** Rupiah, or a plain count; `null` while empty. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly startsFocused?: boolean;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

/** A whole number of rupiah (or of things), grouped by dots while it is typed, right-aligned. */
export function AmountField({ label, value, onChange, hint, error, className, ...rest }: AmountFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} className={className}>
      {({ control, describedBy }) => (
        <AmountInput
          {...rest}
          id={control}
          className={classNames(fieldStyles.input, styles.amount)}
          value={value}
          onChange={onChange}
          describedBy={describedBy}
        />
      )}
    </FieldFrame>
  );
}

interface AmountInputProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly id?: string;
  /** Names the input where no visible label does. */
  readonly label?: string;
  readonly describedBy?: string | undefined;
  readonly placeholder?: string;
  readonly startsFocused?: boolean;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

/** The bare input of an amount, for tables and for the pay screen. */
export function AmountInput({
  value,
  onChange,
  label,
  describedBy,
  startsFocused,
  ...rest
}: AmountInputProps) {
  return (
    <input
      {...rest}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      aria-describedby={describedBy}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the amount is what the screen waits for
      autoFocus={startsFocused}
      value={value === null ? '' : formatAmount(value)}
      onChange={(event) => onChange(parseAmount(groupAmount(event.target.value)))}
    />
  );
}
