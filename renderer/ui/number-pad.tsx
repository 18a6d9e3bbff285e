import type { MouseEvent, RefObject } from 'react';
import { focusedField, typeInto } from '../keyboard/focused-field.ts';
import { Icon } from './icon.tsx';
import styles from './number-pad.module.css';

interface NumberPadProps {
  readonly label: string;
  readonly eraseLabel: string;
  /** The field that takes the digits where no text field has the focus. */
  readonly field?: RefObject<HTMLInputElement | null>;
  /** Only where fingers are all there is: a till with a keyboard needs the room for other things. */
  readonly touchOnly?: boolean;
  readonly disabled?: boolean;
  /** A PIN has no use for two zeros at once; amounts do. */
  readonly forPin?: boolean;
  /** A comma in place of the two zeros: for quantities of weighed goods. */
  readonly decimal?: boolean;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Digits for fingers. They go into the field that has the focus, just as typed ones do. */
export function NumberPad({
  label,
  eraseLabel,
  field,
  touchOnly = false,
  disabled = false,
  forPin = false,
  decimal = false,
}: NumberPadProps) {
  const keys = [...DIGITS, ...(forPin ? [] : [decimal ? ',' : '00']), '0'];
  const press = (digits: string) => {
    if (focusedField() === null) field?.current?.focus();
    typeInto(digits);
  };
  return (
    <fieldset
      className={styles.pad}
      aria-label={label}
      data-touch-only={touchOnly ? '' : undefined}
      data-pin={forPin ? '' : undefined}
    >
      {keys.map((digits) => (
        <button
          key={digits}
          type="button"
          tabIndex={-1}
          className={styles.key}
          disabled={disabled}
          onMouseDown={keepFocus}
          onClick={() => press(digits)}
        >
          {digits}
        </button>
      ))}
      <button
        type="button"
        tabIndex={-1}
        className={styles.key}
        aria-label={eraseLabel}
        disabled={disabled}
        onMouseDown={keepFocus}
        onClick={() => eraseIn(field)}
      >
        <Icon name="erase" size={26} />
      </button>
    </fieldset>
  );
}

/** The field that is being filled keeps the focus while its digits are pressed. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

/** Takes away what is marked, or the character before the caret. */
function eraseIn(field: RefObject<HTMLInputElement | null> | undefined): void {
  if (focusedField() === null) field?.current?.focus();
  const target = focusedField();
  if (target === null) return;
  const end = target.selectionEnd ?? target.value.length;
  const start = target.selectionStart ?? end;
  target.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
  target.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'deleteContentBackward' }));
}
