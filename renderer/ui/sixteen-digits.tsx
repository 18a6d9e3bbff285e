import type { KeyboardEvent, RefObject } from 'react';
import { digitsOf } from './field-checks.ts';
import { NIK_LENGTH } from './nik-length.ts';
import styles from './sixteen-digits.module.css';

/** How a NIK and a KK number are read aloud: 6-6-4. */
const GROUPS = [
  [0, 6],
  [6, 12],
  [12, 16],
] as const;

interface SixteenDigitsProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly value: string;
  readonly onChange: (digits: string) => void;
  readonly onEnter?: () => void;
  /** What each of the three groups holds, below it. */
  readonly captions?: readonly [string, string, string];
  /** Only the last four digits are shown: what was typed is not for whoever stands by. */
  readonly masked?: boolean;
  /** Shown in place of what is typed: the last four digits of a number that is known already. */
  readonly knownTail?: string | null;
  readonly describedBy?: string | undefined;
  readonly wrong?: boolean;
  /** A second number on one screen stands back. */
  readonly small?: boolean;
}

/**
 * A number of sixteen digits in boxes, grouped 6-6-4 as it is typed. It is one plain field under the
 * boxes, so that typing, pasting and the pad for fingers work as everywhere.
 */
export function SixteenDigits(props: SixteenDigitsProps) {
  const {
    field,
    label,
    value,
    onChange,
    onEnter,
    captions,
    describedBy,
    wrong = false,
    small = false,
  } = props;
  const marks = marksOf(props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || onEnter === undefined) return;
    event.preventDefault();
    onEnter();
  };
  return (
    <div className={styles.number} data-small={small ? '' : undefined}>
      <div className={styles.frame} data-wrong={wrong ? '' : undefined}>
        <div className={styles.groups} aria-hidden="true">
          {GROUPS.map(([from, to]) => (
            <div key={from} className={styles.group}>
              {marks.slice(from, to).map((mark, at) => (
                <span
                  key={from + at}
                  className={styles.box}
                  data-next={from + at === value.length ? '' : undefined}
                >
                  {mark}
                </span>
              ))}
            </div>
          ))}
        </div>
        <input
          ref={field}
          className={styles.input}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          // Room for the blanks of a number that is pasted; the field takes its digits only.
          maxLength={NIK_LENGTH + 8}
          aria-label={label}
          aria-describedby={describedBy}
          aria-invalid={wrong ? true : undefined}
          value={value}
          onChange={(event) => onChange(digitsOf(event.target.value, NIK_LENGTH))}
          onKeyDown={onKeyDown}
        />
      </div>
      {captions !== undefined && (
        <div className={styles.captions} aria-hidden="true">
          {captions.map((caption) => (
            <span key={caption}>{caption}</span>
          ))}
        </div>
      )}
    </div>
  );
}

/** What stands in each box: a digit, a dot for one that is kept from sight, or nothing yet. */
function marksOf({ value, masked = false, knownTail = null }: SixteenDigitsProps): string[] {
  const shown = value === '' && knownTail !== null ? knownTail.padStart(NIK_LENGTH, '•') : value;
  const hidden = masked || (value === '' && knownTail !== null);
  return Array.from({ length: NIK_LENGTH }, (_, at) => {
    const digit = shown[at] ?? '';
    return hidden && digit !== '' && at < NIK_LENGTH - 4 ? '•' : digit;
  });
}
