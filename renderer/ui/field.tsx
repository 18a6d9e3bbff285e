import { useId, type ReactNode, type Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

interface FieldFrameProps {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with the content, in words; the field is then framed heavily. */
  readonly error?: string | undefined;
  readonly children: (ids: {
    readonly control: string;
    readonly describedBy: string | undefined;
  }) => ReactNode;
  readonly className?: string | undefined;
}

/** Label above, control, then a hint or what is wrong. */
export function FieldFrame({ label, hint, error, children, className }: FieldFrameProps) {
  const control = useId();
  const note = useId();
  const said = error ?? hint;
  return (
    <div className={classNames(styles.frame, className)} data-wrong={error === undefined ? undefined : ''}>
      <label className={styles.label} htmlFor={control}>
        {label}
      </label>
      {children({ control, describedBy: said === undefined ? undefined : note })}
      {said !== undefined && (
        <p id={note} className={styles.note} role={error === undefined ? undefined : 'alert'}>
          {said}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'url';
  /** Hides what is typed: for a PIN. */
  readonly secret?: boolean;
  readonly startsFocused?: boolean;
  readonly readOnly?: boolean;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLInputElement>;
}

/** One line of text. Never `type="number"`: a till's figures are text with dots. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  error,
  secret = false,
  className,
  startsFocused,
  ref,
  ...rest
}: TextFieldProps) {
  return (
    <FieldFrame label={label} hint={hint} error={error} className={className}>
      {({ control, describedBy }) => (
        <input
          {...rest}
          id={control}
          ref={ref}
          type={secret ? 'password' : 'text'}
          className={styles.input}
          value={value}
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a till's screen takes typing at once
          autoFocus={startsFocused}
          aria-describedby={describedBy}
          aria-invalid={error === undefined ? undefined : true}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly className?: string | undefined;
}

/** One of many, as a list that drops down. For two to four choices take `OptionKeys`. */
export function SelectField<T extends string>({
  label,
  value,
  options,
  onChange,
  hint,
  error,
  className,
}: SelectFieldProps<T>) {
  return (
    <FieldFrame label={label} hint={hint} error={error} className={className}>
      {({ control, describedBy }) => (
        <select
          id={control}
          className={styles.select}
          value={value}
          aria-describedby={describedBy}
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
      )}
    </FieldFrame>
  );
}

interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly hint?: string | undefined;
}

/** Yes or no. */
export function CheckField({ label, checked, onChange, hint }: CheckFieldProps) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </span>
    </label>
  );
}
